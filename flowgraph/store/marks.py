"""What the rules of sense say of each flow, worked out once when it is stored, so that Cypher can prune by it.

Whether data may go on from one hop to the next depends on the data set asked for, the purpose (a *lane*: a flow
that states none is in every lane of its agreement version) and the state in which the data came. A store cannot
work that out while it searches; so each flow says for which ``lane|data set`` it begins a path, and for which
nothing fitting reaches its sender, so that a jump is shown. The rest is comparing numbers, hop by hop.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from flowgraph.domain import Flow
from flowgraph.graph import Lexicon, Strand, scope_of
from flowgraph.graph.states import KEEP, needed, reached
from flowgraph.graph.words import house_lexicon
from flowgraph.questions.walk import Walk, spread
from flowgraph.questions.world import World

# Lower than every rank: what joins with this in hand joins because nothing else fits.
NOTHING_FITS = KEEP - 1


@dataclass(slots=True)
class WorldMarks:
    """The marks of the flows of one agreement version; ``smallest`` are the names that no other is a part of."""

    lanes: tuple[str, ...]
    smallest: frozenset[str]
    lane: dict[str, str | None]
    begins: dict[str, list[str]] = field(default_factory=dict)
    unfitted: dict[str, list[str]] = field(default_factory=dict)
    unexplained: dict[str, list[str]] = field(default_factory=dict)

    def of_flow(self, flow: Flow) -> dict[str, Any]:
        """The properties of a flow that Cypher prunes by."""
        return {
            "lane": self.lane.get(flow.id),
            "needs": needed(flow),
            "gives": reached(flow),
            "begins": self.begins.get(flow.id, []),
            "unfitted": self.unfitted.get(flow.id, []),
            "unexplained": self.unexplained.get(flow.id, []),
        }


def world_marks(flows: Sequence[Flow], lexicon: Lexicon | None = None) -> WorldMarks:
    """The marks of the flows of one agreement version."""
    lexicon = lexicon or house_lexicon()
    whole = Strand("", None, tuple(flows))
    # Data that stays with its party is no flow between parties, as in every question.
    between = [place for place in range(len(flows)) if whole.source[place] != whole.target[place]]
    stated = {key for place in between if (key := whole.purpose[place]) is not None}
    carriers, smallest = carriers_of(frozenset(name for flow in flows for name in flow.datasets), lexicon)
    lane_of = {flow.id: key for flow, key in zip(flows, whole.purpose, strict=True)}
    marks = WorldMarks(("", *sorted(stated)), smallest, lane_of)
    unnamed = [place for place in between if not flows[place].datasets]
    for name, names in sorted(carriers.items()):
        named = [place for place in between if not names.isdisjoint(flows[place].datasets)]
        # A flow that states no purpose is in each lane that the data set has, and alone only where it has none.
        lanes = sorted({key for place in (*named, *unnamed) if (key := whole.purpose[place]) is not None}) or [""]
        for lane in lanes:
            inside = (None, lane)
            own = [place for place in named if whole.purpose[place] in inside]
            if own:
                silent = [place for place in unnamed if whole.purpose[place] in inside]
                _mark(marks, World(whole, own, silent), f"{lane}|{name}")
    return marks


def _mark(marks: WorldMarks, world: World, token: str) -> None:
    strand = world.strand
    for place in _starts(world):
        marks.begins.setdefault(strand.flows[place].id, []).append(token)
    for place in world.flows:
        party = strand.source[place]
        if strand.need[place] > 0 and world.fed(party):
            flow = strand.flows[place]
            if any(world.joins(NOTHING_FITS, place, before) for before in world.into.get(party, ())):
                marks.unfitted.setdefault(flow.id, []).append(token)
            if world.unexplained(place):
                marks.unexplained.setdefault(flow.id, []).append(token)


def _starts(world: World) -> list[int]:
    """The flows with which paths begin: at an entry, and one in each loop that nothing enters."""
    starts = Walk().starts(world)
    passed = {flow for flow, _ in spread(world, starts, None)}
    for flow in world.flows:
        if flow not in passed:
            starts.append(flow)
            passed |= {one for one, _ in spread(world, [flow], None)}
    return starts


@lru_cache(maxsize=4096)
def carriers_of(names: frozenset[str], lexicon: Lexicon) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """For each name those of ``names`` that carry what it means (itself and its containers), and the smallest names."""
    scope = scope_of(None, sorted(names), lexicon)
    carriers = {
        name: frozenset(other for other in names if other == name or scope.within(other, name)) for name in names
    }
    smallest = frozenset(
        name
        for name in names
        if not any(name in carriers[other] and other not in carriers[name] for other in names if other != name)
    )
    return carriers, smallest
