"""On small random agreements, every answer is the brute force's, and none breaks a rule of sense."""

from datetime import date

import brute_force
import made_register
from hypothesis import given, settings
from hypothesis import strategies as st
from made_register import HES, graph, reading

from flowgraph.domain import Flow, Identifiability, Reading
from flowgraph.questions import Path, paths, reach, trace

PARTIES = "ABCDE"
STATES = ["identifiable", "pseudonymised", "anonymised", "aggregated", "unstated"]
DATASETS = ["HES", "HES APC", "HES OP", "HES APC, HES OP", "MHSDS", "HES, MHSDS", ""]

lines = st.builds(
    "{} > {} | {} | {} | {} | {} | {}".format,
    st.sampled_from(PARTIES),
    st.sampled_from(PARTIES),
    st.sampled_from([*DATASETS, "HES", "HES"]),
    st.sampled_from(STATES),
    st.sampled_from(["", "Commissioning", "Audit"]),
    st.sampled_from(["transfer", "transfer", "access", "re-identification"]),
    st.sampled_from(["", "s251", "s261(1), s261(7)"]),
)
one_purpose = st.builds(
    "{} > {} | HES | {} | | {}".format,
    st.sampled_from(PARTIES),
    st.sampled_from(PARTIES),
    st.sampled_from(STATES),
    st.sampled_from(["transfer", "transfer", "transfer", "re-identification"]),
)
agreements = st.one_of(st.lists(lines, max_size=8), st.lists(one_purpose, max_size=9)).map("\n".join).map(reading)


def moved(flow: Flow, agreement: str) -> Flow:
    """The same flow as told by another agreement, behind the first in the order of the text."""
    evidence = flow.evidence.model_copy(update={"start": flow.evidence.start + 10_000})
    return flow.model_copy(update={"id": f"{agreement}{flow.id[-6:]}", "agreement": agreement, "evidence": evidence})


def told(path: Path) -> brute_force.Told:
    along = [hop.flow.source.key for hop in path.hops] + [path.hops[-1].flow.target.key]
    return brute_force.Told(
        {hop.flow.id for hop in path.hops if hop.unexplained},
        path.entry,
        path.goes_on,
        {(along.index(hop.flow.source.key), hop.flow.id, hop.unexplained) for hop in path.returns},
    )


def answers(found: "list[Path]") -> dict[tuple[str, ...], brute_force.Told]:
    return {tuple(hop.flow.id for hop in path.hops): told(path) for path in found}


@settings(max_examples=400, deadline=None)
@given(agreements, st.sampled_from(["HES", "HES APC"]))
def test_trace_gives_what_brute_force_gives(made: Reading, asked: str):
    assert answers(list(trace(graph(made), asked))) == brute_force.trace(made.flows, asked, HES.contains)


@settings(max_examples=200, deadline=None)
@given(
    agreements, st.sets(st.sampled_from(STATES), min_size=1, max_size=3), st.sampled_from([None, "s251", "unstated"])
)
def test_filters_on_hops_give_what_brute_force_gives(made: Reading, states: set[str], basis: str | None):
    def chosen(flow: Flow) -> bool:
        return flow.identifiability in states and (basis is None or basis in (flow.legal_basis or ("unstated",)))

    everything = graph(made, reading("X > Y | MHSDS | | | | s251", "DARS-NIC-990009-Z9Z9Z"))
    found = trace(everything, "HES", identifiability=states, legal_basis=basis)
    assert answers(list(found)) == brute_force.trace(made.flows, "HES", HES.contains, chosen=chosen)


@settings(max_examples=200, deadline=None)
@given(agreements, st.sampled_from(PARTIES), st.sampled_from(PARTIES))
def test_paths_between_two_parties_are_what_brute_force_gives(made: Reading, source: str, target: str):
    everything = graph(made, reading("A > B | MHSDS\nC > D | MHSDS\nE > A | MHSDS", "DARS-NIC-990009-Z9Z9Z"))
    keys = {f"name:{source.casefold()}"}, {f"name:{target.casefold()}"}
    expected = brute_force.trace(made.flows, "HES", HES.contains, sources=keys[0], ends=keys[1])
    assert answers(list(paths(everything, source, target, dataset="HES"))) == expected
    begun = brute_force.trace(made.flows, "HES", HES.contains, sources=keys[0])
    assert answers(list(trace(everything, "HES", sources=source))) == begun
    ended = brute_force.trace(made.flows, "HES", HES.contains, ends=keys[1])
    assert answers(list(trace(everything, "HES", targets=target))) == ended


@settings(max_examples=100, deadline=None)
@given(*[st.lists(lines, max_size=5).map("\n".join).map(reading)] * 2)
def test_crossing_everything_is_as_if_there_were_one_agreement_of_one_purpose(one: Reading, other: Reading):
    both = [
        [flow for flow in one.flows if flow.datasets],
        [moved(flow, "DARS-NIC-990002-D3E4F") for flow in other.flows if flow.datasets],
    ]
    readings = [made.model_copy(update={"flows": tuple(flows)}) for made, flows in zip((one, other), both, strict=True)]
    readings[1] = readings[1].model_copy(
        update={"agreement": other.agreement.model_copy(update={"reference": "DARS-NIC-990002-D3E4F"})}
    )
    merged = [flow.model_copy(update={"purpose": None}) for flow in (*both[0], *both[1])]
    found = trace(graph(*readings), "HES", cross_agreements=True, cross_purposes=True)
    assert answers(list(found)) == brute_force.trace(merged, "HES", HES.contains)
    for path in found:
        for before, after in zip(path.hops, path.hops[1:], strict=False):
            assert after.crosses_agreement == (before.flow.agreement != after.flow.agreement)
        stated = [hop.flow.purpose for hop in path.hops if hop.flow.purpose is not None]
        assert any(hop.crosses_purpose for hop in path.hops) == (len(set(stated)) > 1)


@settings(max_examples=200, deadline=None)
@given(agreements, st.integers(1, 4))
def test_a_depth_shows_the_first_hops_of_the_whole_paths(made: Reading, depth: int):
    whole = [tuple(hop.flow.id for hop in path.hops) for path in trace(graph(made), "HES")]
    short = trace(graph(made), "HES", depth=depth)
    assert [tuple(hop.flow.id for hop in path.hops) for path in short] == sorted({way[:depth] for way in whole})
    for path in short:
        way = tuple(hop.flow.id for hop in path.hops)
        assert path.goes_on == any(len(other) > depth and other[:depth] == way for other in whole)


@settings(max_examples=200, deadline=None)
@given(agreements)
def test_every_flow_that_names_the_data_set_is_on_a_path_or_told_as_a_return(made: Reading):
    seen = trace(graph(made), "HES")
    shown = {hop.flow.id for path in seen for hop in (*path.hops, *path.returns)}
    for flow in made.flows:
        if any("HES" in name for name in flow.datasets) and flow.source.key != flow.target.key:
            assert flow.id in shown


@settings(max_examples=200, deadline=None)
@given(agreements)
def test_reach_is_whoever_stands_behind_the_first_party_of_a_path(made: Reading):
    everything = graph(made)
    behind = {hop.flow.target.key for path in trace(everything, "HES") for hop in (*path.hops, *path.returns)}
    assert {holder.party.key for holder in reach(everything, "HES")} == behind


@settings(max_examples=100, deadline=None)
@given(st.lists(agreements, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_no_path_leaves_its_agreement_version_or_purpose_and_order_does_not_depend_on_the_input(readings, random):
    versions = [
        reading(
            "\n".join(flow.evidence.quote for flow in one.flows),
            f"DARS-NIC-99000{place // 2}-A1B2C",
            f"{place % 2 + 1}.0",
            date(2020 + place % 2, 1, 1),
            date(2020 + place % 2, 12, 31),
        )
        for place, one in enumerate(readings)
    ]
    seen = trace(graph(*versions), "HES")
    for path in seen:
        assert len({(hop.flow.agreement, hop.flow.version) for hop in path.hops}) == 1
        assert len({hop.flow.purpose for hop in path.hops} - {None}) <= 1
        parties = [party.key for party in path.organisations]
        assert len(parties) == len(set(parties))
        for before, after in zip(path.hops, path.hops[1:], strict=False):
            assert before.flow.target.key == after.flow.source.key
    shuffled = list(versions)
    random.shuffle(shuffled)
    assert trace(graph(*shuffled), "HES") == seen


def test_the_oracle_finds_a_path_at_all():
    made = reading("A > B | HES | identifiable\nB > C | HES APC | pseudonymised")
    assert list(brute_force.trace(made.flows, "HES", made_register.HES.contains)) == [
        (made.flows[0].id, made.flows[1].id)
    ]
    assert made.flows[0].identifiability is Identifiability.IDENTIFIABLE
