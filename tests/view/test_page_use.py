"""What a reader does with the page does what it says: at a desk and on a phone."""

import csv
import io
import struct
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlencode

import pytest
from view_samples import commissioners, graph, hostile

from flowgraph.view.notebook import show

SIZES = {"desktop": (1440, 900), "phone": (400, 800)}


@pytest.fixture(params=SIZES)
def page(opened, request):
    return opened(commissioners(), size=SIZES[request.param])


def labels(page, facet):
    """The values of a filter with their counts, as the page shows them."""
    page.tab.evaluate("document.getElementById('filters').open = true")
    rows = page.tab.locator(f"[data-facet={facet}] label.option").all_inner_texts()
    return {name.strip(): int(number) for name, number in (row.strip().rsplit("\n", 1) for row in rows)}


def check(page, facet, name):
    page.tab.evaluate("document.getElementById('filters').open = true")
    page.tab.locator(f"[data-facet={facet}] label.option", has_text=name).first.click()


def states_shown(page):
    return set(page.ask("app.visibleFlows().map((flow) => app.model.flows.state[flow])"))


def test_filters_narrow_combine_and_count(page):
    flows = [flow for reading in commissioners() for flow in reading.flows]
    assert labels(page, "state")["pseudonymised"] == sum(flow.identifiability == "pseudonymised" for flow in flows)
    check(page, "state", "pseudonymised")
    assert states_shown(page) == {"pseudonymised"}
    fitting = [flow for flow in flows if flow.identifiability == "pseudonymised"]
    assert labels(page, "purpose") == {
        purpose: sum(flow.purpose == purpose for flow in fitting) for purpose in {flow.purpose for flow in fitting}
    }
    assert labels(page, "state")["identifiable"] == sum(flow.identifiability == "identifiable" for flow in flows)
    check(page, "purpose", "Risk Stratification")
    wanted = [flow.id for flow in fitting if flow.purpose == "Risk Stratification"]
    assert page.ask("app.visibleFlows().map((flow) => app.model.flows.id[flow])") == wanted
    assert sorted(page.ask("app.picture().nodes.map((node) => node.key)")) == sorted(
        {party.key for flow in fitting if flow.id in wanted for party in (flow.source, flow.target)}
    )
    page.tab.click("text=Clear the filters")
    assert len(page.ask("app.visibleFlows()")) == len(flows)


def test_a_flow_without_a_legal_basis_is_found_under_unstated(page):
    check(page, "basis", "unstated")
    bases = page.ask("app.visibleFlows().map((flow) => app.model.flows.bases[flow].length)")
    assert bases
    assert set(bases) == {0}


def test_search_finds_a_party_and_chooses_it(page):
    page.tab.fill("#search", "donc")
    found = page.tab.locator("#found button").all_inner_texts()
    assert [name.strip() for name in found] == ["Doncaster Metropolitan Borough Council", "NHS Doncaster CCG"]
    page.tab.locator("#found button").nth(1).click()
    assert "NHS Doncaster CCG" in page.details
    assert page.ask("app.state.chosen") == "9DO"
    page.tab.fill("#search", "nobody")
    assert "No party of that name" in page.tab.inner_text("#found")


def test_a_click_on_a_party_tells_what_comes_in_and_goes_out(page):
    page.ask("app.stage.reveal(app.picture().nodes.filter((node) => node.key === '9DO'))")
    page.click("9DO")
    flows = [flow for reading in commissioners() for flow in reading.flows]
    coming = [flow for flow in flows if flow.target.key == "9DO"]
    going = [flow for flow in flows if flow.source.key == "9DO"]
    assert f"Comes in ({len(coming)} flows)" in page.details
    assert f"Goes out ({len(going)} flow" in page.details
    assert page.ask("[...app.marks().lit].includes('0AR') && ![...app.marks().lit].includes('sus repository')")


def test_a_click_on_an_edge_tells_its_flows_with_their_sentences(page):
    key = "0AR>9DO>pseudonymised"
    page.ask("app.stage.reveal(app.picture().edges.filter((edge) => edge.key === argument))", key)
    page.click(key)
    assert page.ask("app.state.chosen") == key
    for flow in commissioners()[0].flows:
        if (flow.source.key, flow.target.key, flow.identifiability) == ("0AR", "9DO", "pseudonymised"):
            assert flow.evidence.quote in page.details
    assert "DARS-NIC-990001-A1B2C-v1.0" in page.details
    assert "inferred from the agreement's whole list" in page.details
    assert page.tab.locator("#details mark").first.inner_text() == "NHS Doncaster CCG"


def test_a_click_on_nothing_lets_go(page):
    page.ask("app.choose('9DO')")
    box = page.tab.locator("#picture").bounding_box()
    page.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + 4)
    page.tab.wait_for_timeout(60)
    assert page.ask("app.state.chosen") is None


def test_trace_depth_only_this_path_and_reset(page):
    page.ask("app.choose('sus repository')")
    page.tab.click("text=Trace from here")
    assert "16 paths" in page.details
    page.tab.locator(".trace select").nth(1).select_option("1")
    assert set(page.ask("app.traced().paths.map((path) => path.flows.length)")) == {1}
    page.tab.locator(".trace select").nth(1).select_option("")
    traced = page.ask("[...app.traced().on].sort((a, b) => a - b)")
    page.tab.click("text=Only this path")
    assert page.ask("app.visibleFlows()") == traced
    assert page.ask("app.picture().edges.every((edge) => app.marks().lit.has(edge.key))")
    page.tab.click("text=Show the rest again")
    assert len(page.ask("app.visibleFlows()")) == 45
    page.tab.click("#reset")
    assert page.ask("[app.state.trace, app.state.chosen, app.marks().lit]") == [None, None, None]


def test_what_is_seen_can_be_shared_by_its_address(page, opened):
    check(page, "state", "identifiable")
    page.ask("app.choose('sus repository')")
    page.tab.click("text=Trace from here")
    page.tab.click("text=Only this path")
    fragment = page.tab.evaluate("location.hash").lstrip("#")
    other = opened(commissioners(), hash_=fragment)
    places = "app.picture().nodes.map((node) => [node.key, node.x, node.y])"
    for question in ("app.visibleFlows()", "app.state", places):
        assert other.ask(question) == page.ask(question)
    assert other.details == page.details


def test_an_address_that_names_what_is_not_there_is_harmless(opened):
    words = {"trace": "gone", "follow": "SUS", "state": "odd", "chosen": "x", "open": "y 3"}
    page = opened(commissioners(1), hash_=urlencode(words))
    assert page.complaints == []
    assert len(page.ask("app.visibleFlows()")) == len(commissioners(1)[0].flows)


def saved(page, control):
    with page.tab.expect_download() as waiting:
        page.tab.click(control)
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_png_and_svg_hold_the_whole_picture(page):
    page.ask("app.stage.zoom(3)")
    name, png = saved(page, "#png")
    wide, tall = struct.unpack(">II", png[16:24])
    places = page.ask("app.picture().nodes.map((node) => node.x)")
    assert name == "flows.png"
    assert png.startswith(b"\x89PNG")
    assert wide > 2 * (max(places) - min(places))
    assert tall > 400
    name, svg = saved(page, "#svg")
    drawing = ElementTree.fromstring(svg)
    text = " ".join(drawing.itertext())
    assert name == "flows.svg"
    assert all(row in text for row in page.ask("app.picture().nodes.flatMap((node) => node.rows)"))
    assert len(drawing.findall(".//{*}path")) > len(page.ask("app.picture().edges")) * 2


def test_csv_holds_the_visible_flows(page):
    check(page, "state", "aggregated")
    name, content = saved(page, "#csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    wanted = [flow for reading in commissioners() for flow in reading.flows if flow.identifiability == "aggregated"]
    assert name == "flows.csv"
    assert [row["id"] for row in rows] == [flow.id for flow in wanted]
    assert [row["sentence"] for row in rows] == [flow.evidence.quote for flow in wanted]
    assert [row["legal_basis_source"] for row in rows] == [flow.legal_basis_source.value for flow in wanted]


def test_no_cell_of_the_csv_is_a_formula(opened):
    page = opened(hostile())
    _, content = saved(page, "#csv")
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_everything_can_be_reached_by_keyboard(opened):
    page = opened(commissioners(1))
    page.tab.focus("#picture")
    way = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft"):
        page.tab.keyboard.press(key)
        way.append(page.ask("app.state.chosen"))
    assert all(way)
    assert len(set(way[:3])) == 3
    before = page.ask("app.stage.network.getScale()")
    page.tab.keyboard.press("+")
    assert page.ask("app.stage.network.getScale()") > before
    page.tab.keyboard.press("Escape")
    assert page.ask("app.state.chosen") is None
    reached = set()
    page.tab.evaluate("document.activeElement.blur()")
    for _ in range(40):
        page.tab.keyboard.press("Tab")
        reached.add(page.ask("document.activeElement.id || document.activeElement.dataset.focus"))
    assert {"search", "fit", "reset", "png", "svg", "csv", "picture", "state-0", "dataset-0"} <= reached


def test_a_control_keeps_the_focus_when_it_is_used(opened):
    page = opened(commissioners(1))
    page.tab.focus("[data-focus=state-0]")
    page.tab.keyboard.press("Space")
    assert states_shown(page) == {"identifiable"}
    assert page.tab.evaluate("document.activeElement.dataset.focus") == "state-0"


def test_dark_and_light_differ_and_follow_the_reader(opened):
    page = opened(commissioners(1), scheme="dark")
    assert page.ask("app.look.ground") == "#14181d"
    page.tab.emulate_media(color_scheme="light")
    page.wait("app.look.ground === '#ffffff'")


def test_in_a_notebook_the_frame_is_cut_off_and_works(opened):
    frame = show(graph(commissioners(1)))
    script = "window.secret = 1; document.documentElement.dataset.ready = 'yes';"
    host = f"<!doctype html><title>notebook</title><script>{script}</script>{frame._repr_html_()}"
    page = opened(text=host)
    inner = page.tab.frames[1]
    inner.wait_for_selector("html[data-ready=yes]")
    assert inner.evaluate("window.flowgraph.picture().nodes.length") == 9
    inner.evaluate("window.flowgraph.choose('0AR')")
    assert "Commissioning Support Unit" in inner.inner_text("#details")
    peek = "(() => { try { return window.parent.secret; } catch { return 'kept out'; } })()"
    assert inner.evaluate(peek) == "kept out"
    assert [request for request in page.requests if not request.startswith((page.address, "about:"))] == []
