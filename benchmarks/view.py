"""How soon the page is ready and how soon a click is answered, beside plain pyvis on the same graph in the same run.

    python benchmarks/view.py [--plain-limit SECONDS]

Needs chromium and playwright. "Ready" counts from the navigation to the first picture on the screen after everything
has its place; for plain pyvis that is when vis-network says that its physics has come to rest. A click counts from the
mouse button to the second picture after it. Each of our own figures is the median of five.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from pyvis.network import Network

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "view"))

from view_browser import missing, running
from view_samples import graph, many

from flowgraph.graph import FlowGraph
from flowgraph.view import write

RUNS = 5
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def plain_page(made: FlowGraph, file: Path) -> None:
    """The same graph as pyvis draws it by default: one node a party, one edge a flow."""
    network = Network(directed=True, cdn_resources="in_line")
    for party in made.parties():
        network.add_node(party.key, label=party.name, title=party.name)
    for flow in made.flows():
        network.add_edge(flow.source.key, flow.target.key, title=flow.evidence.quote)
    text = network.generate_html()
    # It asks a CDN for a style sheet, which has nothing to do with how fast it draws.
    text = text.replace('href="https://', 'data-not-asked="').replace('src="https://', 'data-not-asked="')
    call = "network = new vis.Network(container, data, options);"
    watch = call + '\n network.once("stabilizationIterationsDone", () => { window.atRest = true; });'
    if text.count(call) != 1:
        raise RuntimeError("the template of pyvis is not the one that this benchmark watches")
    file.write_text(text.replace(call, watch), encoding="utf-8")


def plain_ready(browser: object, file: Path, limit: float) -> float | None:
    """Seconds until plain pyvis is at rest, or None where the limit was reached first."""
    tab = browser.new_page()
    start = perf_counter()
    tab.goto(file.as_uri(), timeout=limit * 1000, wait_until="commit")
    try:
        tab.wait_for_function("window.atRest === true", timeout=limit * 1000)
        tab.evaluate(PAINTED)
        return perf_counter() - start
    except Exception as error:
        if "Timeout" not in type(error).__name__:
            raise
        return None
    finally:
        tab.close()


def own_ready(browser: object, file: Path) -> float:
    """Seconds until our page shows its picture."""
    tab = browser.new_page()
    start = perf_counter()
    tab.goto(file.as_uri(), wait_until="commit")
    tab.wait_for_selector("html[data-ready=yes]")
    tab.evaluate(PAINTED)
    taken = perf_counter() - start
    tab.close()
    return taken


def own_clicks(browser: object, file: Path) -> dict[str, float]:
    """Milliseconds until a click on a card, on an edge, and on a filter is answered by what the reader sees."""
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("html[data-ready=yes]")
    tab.evaluate(
        """() => {
            window.addEventListener("pointerdown", () => { window.pressed = performance.now(); }, true);
            window.spots = () => {
                const { stage } = window.flowgraph;
                const box = document.getElementById("picture").getBoundingClientRect();
                const at = (x, y) => {
                    const point = stage.network.canvasToDOM({ x, y });
                    return [box.left + point.x, box.top + point.y];
                };
                const inside = ([x, y]) => x > box.left && x < box.right && y > box.top + 60 && y < box.bottom - 60;
                return {
                    card: stage.picture.nodes.map((one) => at(one.x, one.y)).filter(inside),
                    edge: stage.picture.edges.map((one) => at(...one.at)).filter(inside),
                };
            };
        }"""
    )
    figures: dict[str, list[float]] = {"card": [], "edge": [], "filter": []}
    answered = f"async () => {{ await ({PAINTED})(); return performance.now() - window.pressed; }}"
    for run in range(RUNS):
        spots = tab.evaluate("window.spots()")
        for what in ("card", "edge"):
            spot = spots[what][(run * 7) % len(spots[what])]
            before = tab.evaluate("window.flowgraph.state.chosen")
            tab.mouse.click(*spot)
            figures[what].append(tab.evaluate(answered))
            if tab.evaluate("window.flowgraph.state.chosen") in (None, before):
                raise RuntimeError(f"the click on a {what} chose nothing")
            tab.evaluate("window.flowgraph.choose(null)")
        tab.locator("[data-facet=state] input").nth(run % 4).click()
        figures["filter"].append(tab.evaluate(answered))
        tab.evaluate("window.flowgraph.reset()")
    tab.close()
    return {what: median(times) for what, times in figures.items()}


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--plain-limit", type=float, default=180.0, help="seconds to wait for plain pyvis; 0: leave out"
    )
    limit = parser.parse_args().plain_limit
    if why := missing():
        sys.exit(why)
    print(f"{'parties/flows':>14} {'built':>7} {'file':>8} {'ready':>7} {'plain pyvis':>12} {'sooner':>7}  clicks")
    with running() as browser, tempfile.TemporaryDirectory() as folder:
        for parties, flows in ((50, 200), (500, 2000), (5000, 50000)):
            made = graph(many(parties, flows))
            own, plain = Path(folder) / "own.html", Path(folder) / "plain.html"
            start = perf_counter()
            write(made, own)
            built = perf_counter() - start
            ready = median(own_ready(browser, own) for _ in range(RUNS))
            clicks = ", ".join(f"{what} {time:.0f} ms" for what, time in own_clicks(browser, own).items())
            other = None
            compared = flows <= 2000 and limit > 0
            if compared:  # beyond, adding edges to pyvis alone takes minutes, and its physics does not end
                plain_page(made, plain)
                other = plain_ready(browser, plain, limit)
            said = f"{other:.1f} s" if other else (f"> {limit:.0f} s" if compared else "not tried")
            times = f"{'' if other else '> '}{(other or limit) / ready:.0f}×" if compared else "–"
            size = own.stat().st_size / 1e6
            print(f"{parties:>6}/{flows:<7} {built:6.1f}s {size:6.1f}MB {ready:6.2f}s {said:>12} {times:>7}  {clicks}")


if __name__ == "__main__":
    main()
