"""'Trace from here' in the page and `trace` of the library give the same paths."""

import pytest
from view_samples import Draft, commissioners, graph, many, party, random_agreement

from flowgraph.domain import Identifiability, PartyKind
from flowgraph.questions import trace

IDENTIFIABLE, PSEUDONYMISED, ANONYMISED, AGGREGATED, UNSTATED = Identifiability

ASK = """
    (argument) => {
        const app = window.flowgraph;
        const { model } = app;
        return argument.map(([key, dataset, depth]) => {
            const party = model.parties.findIndex((one) => one.key === key);
            app.startTrace(party, model.datasets.indexOf(dataset), depth);
            return app.traced().paths
                .map(({ flows, odd }) => [flows.map((flow) => model.flows.id[flow]), [...odd].sort((a, b) => a - b)])
                .sort();
        });
    }
"""


def expected(made, key, dataset, depth):
    found = trace(made, dataset, sources=key, depth=int(depth) if depth else None)
    assert found.cut is None
    return sorted(
        [[hop.flow.id for hop in path.hops], [n for n, hop in enumerate(path.hops) if hop.unexplained]]
        for path in found
    )


def compare(page, made, depths=("", "2")):
    ends = {one.key for flow in made.flows() for one in (flow.source, flow.target)}
    questions = [(key, dataset, depth) for key in sorted(ends) for dataset in made.datasets() for depth in depths]
    answers = page.tab.evaluate(ASK, [list(question) for question in questions])
    paths = 0
    for question, answer in zip(questions, answers, strict=True):
        assert sorted(answer) == expected(made, *question), question
        paths += len(answer)
    return paths


def test_on_commissioners_agreements(opened):
    readings = commissioners(2)
    assert compare(opened(readings), graph(readings), depths=("",)) > 50


@pytest.mark.parametrize("seed", range(4))
def test_on_agreements_of_any_form(opened, seed):
    """Loops, hops of unstated data set, purpose or state, jumps up in identifiability, data sets inside others."""
    readings = [random_agreement(f"DARS-NIC-99{seed:02}{n:02}-C3D4E", seed * 100 + n) for n in range(8)]
    assert compare(opened(readings), graph(readings)) > 20


def test_on_a_large_graph(opened):
    readings = many(120, 800, seed=5)
    made = graph(readings)
    page = opened(readings)
    sources = [one.key for one in made.parties() if one.kind is PartyKind.DSCRO or one.kind is PartyKind.REPOSITORY]
    questions = [(key, dataset, "") for key in sources for dataset in made.datasets()]
    answers = page.tab.evaluate(ASK, [list(question) for question in questions])
    for question, answer in zip(questions, answers, strict=True):
        assert sorted(answer) == expected(made, *question), question


def test_an_unexplained_jump_is_said_and_no_phantom_path_is_lit(opened):
    repository = party("SUS Repository", PartyKind.REPOSITORY)
    office, unit = party("East DSCRO", PartyKind.DSCRO), party("East CSU", PartyKind.CSU)
    one, other = party("One CCG", PartyKind.COMMISSIONER), party("Other CCG", PartyKind.COMMISSIONER)
    first, second = Draft("DARS-NIC-990001-A1B2C"), Draft("DARS-NIC-990002-A1B2C")
    first.flow(repository, office, "SUS", IDENTIFIABLE, "Commissioning")
    first.flow(office, unit, "SUS", PSEUDONYMISED, "Commissioning")
    first.flow(unit, one, "SUS", IDENTIFIABLE, "Commissioning")
    second.flow(unit, other, "SUS", IDENTIFIABLE, "Commissioning")
    page = opened([first.reading(), second.reading()])
    page.ask("app.choose(argument)", repository.key)
    page.tab.click("text=Trace from here")
    assert "1 path" in page.details
    assert "more identifiable than what arrived, unexplained" in page.details
    assert "becomes pseudonymised" in page.details
    lit = page.ask("[...app.marks().lit]")
    assert one.key in lit
    assert other.key not in lit


def test_filters_never_make_a_path_that_was_none(opened):
    readings = commissioners(1)
    page = opened(readings, hash_="state=identifiable")
    made = graph(readings)
    answer = page.tab.evaluate(ASK, [["0AR", "SUS", ""], ["sus repository", "SUS", ""]])
    for key, got in zip(("0AR", "sus repository"), answer, strict=True):
        found = trace(made, "SUS", sources=key, identifiability="identifiable")
        assert sorted(flows for flows, _ in got) == sorted([hop.flow.id for hop in path.hops] for path in found)
