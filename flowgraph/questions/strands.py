"""From a strand to its worlds: one for each purpose, and for each data set that the flows tell apart."""

from collections.abc import Iterable, Iterator, Sequence

from flowgraph.graph.containment import Scope
from flowgraph.graph.strand import Strand
from flowgraph.graph.view import View
from flowgraph.questions.question import Question
from flowgraph.questions.world import World


def strands_of(view: View, question: Question) -> Iterator[Strand]:
    """The strands in each of which paths are looked for: one an agreement, or a single one where paths may cross."""
    strands = view.strands(question.wanted)
    if not question.cross_agreements:
        yield from strands
        return
    flows = tuple(flow for strand in strands for flow in strand.flows)
    if flows:
        yield Strand(flows[0].agreement, None, flows)


def chosen(strand: Strand, question: Question) -> frozenset[int] | None:
    """The flows that the filters on hops let through; None for all."""
    if not question.filters_hops:
        return None
    return frozenset(place for place, flow in enumerate(strand.flows) if question.selects(flow))


def worlds(strand: Strand, question: Question) -> Iterator[World]:
    """The worlds of a strand in which a path may be, in the order of the purposes' names.

    A flow whose purpose is unstated belongs to every purpose under which its agreement passes the data on, and
    stands alone only where there is none; two flows of unlike purposes never share a world, whatever joins them.
    """
    scope, by_name = question.scope, strand.by_name
    found = [places for name, places in by_name.items() if name is not None and name in scope.names]
    named = found[0] if len(found) == 1 else sorted(set().union(*found))
    for lane_named, lane_unnamed in _lanes(strand, question, named, by_name.get(None, ())):
        for carriers in _carriers(strand, question.scope, lane_named):
            yield World(strand, carriers, lane_unnamed, question.heirs)
        if scope.asked is None and lane_unnamed:
            yield World(strand, lane_unnamed, (), question.heirs)


def _carriers(strand: Strand, scope: Scope, named: Sequence[int]) -> Iterable[Sequence[int]]:
    """The flows of a lane that carry each of the data sets they tell apart; those that carry the same are one."""
    if not named or len(scope.names) == 1:
        return (named,) if named else ()
    present = frozenset(name for place in named for name in strand.flows[place].datasets) & scope.names
    if len(present) == 1:
        return (named,)
    return dict.fromkeys(
        tuple(place for place in named if not atom.isdisjoint(strand.flows[place].datasets))
        for atom in scope.atoms(present)
    )


Lane = tuple[Sequence[int], Sequence[int]]


def _lanes(strand: Strand, question: Question, named: Sequence[int], unnamed: Sequence[int]) -> Iterator[Lane]:
    """The places of the named and the unnamed flows of each purpose, with those whose purpose is unstated."""
    if question.purposes is not None:
        wanted = {None, *question.purposes}
        named = [place for place in named if strand.flows[place].purpose in wanted]
        unnamed = [place for place in unnamed if strand.flows[place].purpose in wanted]
    keys = strand.purpose
    stated = sorted({key for places in (named, unnamed) for place in places if (key := keys[place]) is not None})
    if question.cross_purposes or not stated or (len(stated) == 1 and not question.cross_agreements):
        yield named, unnamed
    elif not question.cross_agreements:
        for purpose in stated:
            lane = (None, purpose)
            yield [one for one in named if keys[one] in lane], [one for one in unnamed if keys[one] in lane]
    else:
        yield from _lanes_across(strand, stated, named, unnamed)


def _lanes_across(
    strand: Strand, stated: Sequence[str], named: Sequence[int], unnamed: Sequence[int]
) -> Iterator[Lane]:
    """The lanes of many agreements: a flow whose purpose is unstated joins only what its own agreement states."""
    of_agreement: dict[str, set[str | None]] = {}
    for place in (*named, *unnamed):
        of_agreement.setdefault(strand.flows[place].agreement, set()).add(strand.purpose[place])
    for lane in (*stated, None):

        def belongs(place: int, lane: str | None = lane) -> bool:
            stands = of_agreement[strand.flows[place].agreement]
            if strand.purpose[place] is not None or lane is None:
                return strand.purpose[place] == lane and (lane is not None or stands == {None})
            return lane in stands

        yield [one for one in named if belongs(one)], [one for one in unnamed if belongs(one)]
