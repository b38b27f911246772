"""Fixtures for the tests of the page: a browser, and pages opened in it under watch."""

from dataclasses import dataclass, field

import pytest
from view_browser import missing, refuse, running
from view_samples import commissioners, graph

from flowgraph.view import Selection, page

READY = "html[data-ready=yes]"


@dataclass
class Opened:
    """A page in the browser with everything it complained of or asked for."""

    tab: object
    address: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def ask(self, script, argument=None):
        """What a script in the page gives; ``app`` is the page's own object."""
        return self.tab.evaluate(f"(argument) => {{ const app = window.flowgraph; return {script}; }}", argument)

    def point_of(self, key):
        """Where a card's middle or an edge's label is on the screen, in pixels."""
        return self.tab.evaluate(
            """(key) => {
                const { stage } = window.flowgraph;
                const { nodes, edges } = stage.picture;
                const node = nodes.find((one) => one.key === key);
                const edge = edges.find((one) => one.key === key);
                const [x, y] = node ? [node.x, node.y] : edge.at;
                const box = document.getElementById("picture").getBoundingClientRect();
                const point = stage.network.canvasToDOM({ x, y });
                return [box.left + point.x, box.top + point.y];
            }""",
            key,
        )

    def click(self, key):
        """Click a card or an edge's label, as a reader would."""
        self.tab.mouse.click(*self.point_of(key))
        self.tab.wait_for_timeout(60)

    def wait(self, script):
        """Wait until a script gives true; the policy of the page forbids Playwright's own way of waiting."""
        for _ in range(100):
            if self.ask(script):
                return
            self.tab.wait_for_timeout(30)
        raise AssertionError(f"never came true: {script}")

    @property
    def details(self):
        """The text of the panel on what is chosen."""
        return self.tab.inner_text("#details")


@pytest.fixture(scope="session")
def browser():
    """The browser; without one the test is skipped, or fails where FLOWGRAPH_REQUIRE names it."""
    why = missing()
    if why:
        refuse(why)
    with running() as context:
        yield context


@pytest.fixture
def opened(browser, tmp_path):
    """A function that opens a page: ``opened(readings, ...)`` or ``opened(text=...)``; pages are closed at the end."""
    tabs = []

    def open_page(readings=None, *, text=None, hash_="", size=(1440, 900), scheme="light", selection=None, **options):
        file = tmp_path / f"page{len(tabs)}.html"
        if text is None:
            text = page(graph(commissioners() if readings is None else readings), selection or Selection(), **options)
        file.write_text(text, encoding="utf-8")
        tab = browser.new_page()
        tabs.append(tab)
        tab.set_viewport_size({"width": size[0], "height": size[1]})
        tab.emulate_media(color_scheme=scheme)
        made = Opened(tab, file.as_uri())
        tab.on("console", lambda message: made.complaints.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: made.complaints.append(f"error: {error}"))
        tab.on("request", lambda request: made.requests.append(request.url))
        tab.goto(f"{made.address}#{hash_}" if hash_ else made.address)
        tab.wait_for_selector(READY)
        return made

    yield open_page
    for tab in tabs:
        tab.close()
