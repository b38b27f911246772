"""The page opens by itself, asks for nothing, and everybody can use it."""

import pytest
from view_browser import AXE, refuse
from view_samples import commissioners, hostile, many

from flowgraph.view import Selection

SIZES = {"desktop": (1440, 900), "phone": (400, 800)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sankey", [False, True])
def test_it_opens_without_a_complaint_and_without_a_request(opened, size, sankey):
    page = opened(commissioners(), size=SIZES[size], sankey=sankey)
    page.tab.mouse.move(300, 400)
    page.click("0AR")
    assert page.complaints == []
    assert page.requests == [page.address]
    assert page.ask("app.picture().nodes.length") == 17


def test_the_policy_is_at_work(opened):
    page = opened(commissioners(1))
    outcome = page.tab.evaluate(
        """async () => {
            const script = document.createElement("script");
            script.textContent = "window.slipped = 1";
            document.body.append(script);
            const asked = await fetch("https://example.org/").then(() => "answered", () => "refused");
            return [window.slipped ?? "kept out", asked];
        }"""
    )
    assert outcome == ["kept out", "refused"]


def test_nothing_is_wider_than_a_phone(opened):
    page = opened(commissioners(), size=(400, 800))
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 400
    page.click("0AR")
    page.tab.wait_for_selector("#details h2")
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 400


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(opened, size, scheme):
    if not AXE.is_file():
        refuse("axe-core is not there, so accessibility cannot be checked; npm install")
    page = opened(commissioners(), size=SIZES[size], scheme=scheme)
    for key in (None, "0AR", "0AR>9DO>pseudonymised"):
        page.ask("app.choose(argument)", key)
        if key == "0AR":
            page.tab.click("text=Trace from here")
        page.tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = _axe(page)
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def _axe(page):
    # The page's policy keeps foreign scripts out of it; a debugger's evaluation is not a script of the page.
    page.tab.evaluate(AXE.read_text("utf-8") + "\n;0")
    result = page.tab.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [one for one in result["violations"] if one["impact"] in ("serious", "critical")]


def test_hostile_words_show_as_text(opened):
    page = opened(hostile(), heading="</title><script>window.broken = 5</script>")
    for key in page.ask("[...app.picture().nodes, ...app.picture().edges].map((one) => one.key)"):
        page.ask("app.choose(argument)", key)
    page.tab.fill("#search", "script")
    assert "</script><script>window.broken = 1</script>" in page.tab.inner_text("#found")
    page.tab.keyboard.press("Enter")
    assert "</script><script>window.broken = 1</script><img src=x onerror=" in page.details
    assert page.tab.inner_text("h1") == "</title><script>window.broken = 5</script>"
    assert page.tab.evaluate("window.broken === undefined")
    assert page.tab.evaluate("document.querySelectorAll('img, iframe, b').length") == 0
    assert page.tab.evaluate("document.scripts.length") == 4
    assert page.complaints == []
    assert page.requests == [page.address]


def test_marks_that_turn_the_writing_are_visible_in_panels_and_cards(opened):
    page = opened(hostile())
    key = page.ask("app.model.parties.find((party) => party.name.startsWith('safe')).key")
    page.ask("app.choose(argument)", key)
    assert "safe[U+202E]elif[U+2066][U+0007][U+200F] name" in page.details
    assert "[U+202E]" in page.ask("app.picture().nodes.find((node) => node.key === argument).rows.join('')", key)


def test_a_large_graph_opens_folded_by_kind_and_unfolds(opened):
    page = opened(many(900, 4000))
    assert page.ask("app.state.folded") is True
    kinds = page.ask("app.picture().nodes.map((node) => node.key)")
    assert all(key.startswith("kind:") for key in kinds)
    assert page.ask("app.picture().edges.reduce((sum, edge) => sum + edge.flows.length, 0)") == 4000
    page.click("kind:csu")
    assert "folded into one card" in page.details
    page.tab.click("text=/Unfold the busiest/")
    nodes = page.ask("app.picture().nodes.map((node) => [node.key, node.members.length])")
    assert sum(1 for key, _ in nodes if key.startswith("support")) == 0
    assert sum(1 for key, _ in nodes if key.startswith("csu")) == 12
    assert sum(members for _, members in nodes) == page.ask(
        "app.model.parties.filter((party) => party.coming.length + party.going.length).length"
    )
    page.tab.fill("#search", "Commissioner 1")
    page.tab.keyboard.press("Enter")
    assert "Commissioner 1" in page.details
    page.tab.click("#reset")
    page.ask("app.toggle(app.facets[4], 0)")
    assert page.ask("app.visibleFlows().length") == 40
    assert page.ask("app.picture().nodes.every((node) => node.party >= 0)")
    assert page.complaints == []


def test_the_picture_is_drawn_for_paper_too(opened):
    page = opened(commissioners())
    page.tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.tab.emulate_media(media="print")
    assert page.tab.is_visible("#paper svg")
    assert not page.tab.is_visible("#tools")
    assert "NHS Doncaster CCG" in page.tab.inner_html("#paper")
    assert page.complaints == []


def test_a_selection_is_what_is_drawn(opened):
    page = opened(commissioners(), selection=Selection(datasets=("Adult Social Care",)))
    assert {flow.split("#")[0] for flow in page.ask("app.visibleFlows().map((flow) => app.model.flows.id[flow])")} == {
        "DARS-NIC-990001-A1B2C"
    }
    assert page.ask("app.picture().edges.map((edge) => edge.label)") == ["Adult Social Care"]
    assert page.tab.inner_text("h1") == "Data flows: Adult Social Care"
