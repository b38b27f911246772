"""A view that gives not one flow more than it must, as a store does, gets the same answers as the graph in memory."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from made_register import graph, reading
from test_trace_against_brute_force import PARTIES, STATES, agreements, lines

from flowgraph.domain import Flow, Reading
from flowgraph.graph import FlowGraph, Strand, View, Wanted
from flowgraph.questions import reach, trace

# Every name that may be asked for is in the register, so that no question fails for a name.
KNOWN = reading(
    "\n".join(f"{a} > {b} | MHSDS | | Commissioning | | s251" for a, b in zip(PARTIES, "BCDEA", strict=True))
    + "\nA > B | MHSDS | | Audit",
    "DARS-NIC-990009-Z9Z9Z",
)


class NarrowView:
    """The graph, through the narrowest strands that its contract allows."""

    def __init__(self, whole: FlowGraph) -> None:
        self._whole = whole
        self.given = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._whole, name)

    def strands(self, wanted: Wanted) -> Iterator[Strand]:
        def bears(flow: Flow) -> bool:
            named = wanted.datasets is None or not flow.datasets or not wanted.datasets.isdisjoint(flow.datasets)
            return named and (wanted.purposes is None or flow.purpose in {None, *wanted.purposes})

        def chosen(flow: Flow) -> bool:
            state = wanted.states is None or flow.identifiability in wanted.states
            return state and (wanted.bases is None or not wanted.bases.isdisjoint(flow.legal_basis or ("unstated",)))

        for reference in self._whole.agreements():
            version = self._whole.in_force(reference, wanted.on)
            if version is None or (wanted.agreements is not None and reference not in wanted.agreements):
                continue
            flows = tuple(flow for flow in version.flows if bears(flow))
            if (
                any(wanted.datasets is None or not wanted.datasets.isdisjoint(flow.datasets) for flow in flows)
                and (wanted.senders is None or any(flow.source.key in wanted.senders for flow in flows))
                and (wanted.receivers is None or any(flow.target.key in wanted.receivers for flow in flows))
                and any(chosen(flow) for flow in flows)
            ):
                self.given += len(flows)
                yield Strand(reference, version.version, flows)


filters = st.fixed_dictionaries(
    {"dataset": st.sampled_from(["HES", "HES APC", "MHSDS"])},
    optional={
        "sources": st.sampled_from(PARTIES),
        "targets": st.sampled_from(PARTIES),
        "purpose": st.sampled_from(["Commissioning", "Audit"]),
        "identifiability": st.sets(st.sampled_from(STATES), min_size=1, max_size=3),
        "legal_basis": st.sampled_from(["s251", "unstated"]),
        "depth": st.integers(1, 3),
        "cross_agreements": st.booleans(),
        "cross_purposes": st.booleans(),
    },
)


@settings(max_examples=300, deadline=None)
@given(agreements, st.lists(lines, max_size=5).map("\n".join), filters)
def test_the_answers_are_the_same(made: Reading, more: str, asked: dict[str, object]):
    whole = graph(made, reading(more, "DARS-NIC-990002-D3E4F"), KNOWN)
    narrow: View = NarrowView(whole)  # type: ignore[assignment]
    assert trace(narrow, limit=500, **asked) == trace(whole, limit=500, **asked)
    asked.pop("targets", None)
    party = asked.pop("sources", None)
    assert reach(narrow, party=party, **asked) == reach(whole, party=party, **asked)


def test_a_narrow_view_gives_less_than_everything():
    whole = graph(reading("A > B | HES\nB > C | MHSDS\nB > C | \nB > D | HES", "DARS-NIC-990001-A1B2C"), KNOWN)
    narrow = NarrowView(whole)
    assert len(trace(narrow, "HES")) == 2
    assert narrow.given == 3
