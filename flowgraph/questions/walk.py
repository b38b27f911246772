"""Walking a world from where the data enters to its last holders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flowgraph.graph.states import KEEP
from flowgraph.questions.finds import Finds
from flowgraph.questions.trail import Trail
from flowgraph.questions.world import World

Spread = dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Walk:
    """How to walk: by ``chosen`` flows (None: all), from ``sources`` or entries, to ``targets`` or last holders."""

    chosen: frozenset[int] | None = None
    sources: frozenset[str] | None = None
    targets: frozenset[str] | None = None
    depth: int | None = None

    def all_ways(self, world: World, finds: Finds) -> None:
        """Find every way in the world.

        Without sources the ways begin where the data enters: at a party that received it from nobody, or from
        nobody by a chosen flow. Flows that no such way passes or leads to stand in a loop that nothing enters (or
        can be come by only through one of their own parties); the first of them in the text begins ways too,
        until none is left.
        """
        useful = world.leading_to(self.targets) if self.targets is not None else None
        trail = Trail(world, finds, self.chosen, self.targets, useful, self.depth)
        starts: Sequence[int] = [flow for flow in self.starts(world) if useful is None or flow in useful]
        for first in starts:
            trail.follow(first)
        if self.sources is not None:
            return
        rest = [flow for flow in world.flows if self._may(flow) and (useful is None or flow in useful)]
        passed = finds.passed()
        while not finds.full:
            rest = [flow for flow in rest if flow not in passed]
            if rest and any(len(way) == self.depth for way in finds.ways):  # what lies deeper is led to all the same
                passed.update(flow for flow, _ in spread(world, starts, self.chosen))
                rest = [flow for flow in rest if flow not in passed]
            if not rest:
                return
            starts = rest[:1]
            trail.follow(starts[0])
            passed = finds.passed() | {starts[0]}

    def spread(self, world: World) -> Spread:
        """Every flow that a way passes or could, with the rank in hand after it, and by how many hops at least."""
        found = spread(world, self.starts(world), self.chosen)
        if self.sources is None:
            passed = {flow for flow, _ in found}
            for flow in world.flows:
                if flow not in passed and self._may(flow):
                    for after, hops in spread(world, [flow], self.chosen).items():
                        found[after] = min(hops, found.get(after, hops))
                        passed.add(after[0])
        return found

    def starts(self, world: World) -> list[int]:
        """The flows with which ways begin, in the order of the text."""
        source = world.strand.source
        if self.sources is not None:
            own = (flow for party in self.sources for flow in world.out.get(party, ()) if source[flow] == party)
            return sorted(flow for flow in own if self._may(flow))
        if self.chosen is None:
            return [flow for flow in world.flows if not world.fed(source[flow])]
        return [flow for flow in world.flows if flow in self.chosen and not self._fed(flow, world)]

    def _may(self, flow: int) -> bool:
        return self.chosen is None or flow in self.chosen

    def _fed(self, flow: int, world: World) -> bool:
        """Whether a chosen flow brings the sender what it passes on by ``flow``."""
        strand = world.strand
        party = strand.source[flow]
        if not world.fed(party):
            return False
        return any(
            self._may(one)
            and strand.source[one] != party
            and world.joins(strand.rank[one] if strand.rank[one] != KEEP else world.hand_of(one), flow, one)
            for one in world.into[party]
        )


def spread(world: World, starts: Iterable[int], chosen: frozenset[int] | None) -> Spread:
    """Every flow that the starts lead to, with the rank in hand after it, and by how many hops at least."""
    strand = world.strand
    found = {(flow, world.hand_of(flow)): 1 for flow in starts}
    ahead = list(found)
    for before, hand in ahead:  # grows while it is gone through: breadth first
        for flow in world.out.get(strand.target[before], ()):
            if (chosen is None or flow in chosen) and world.joins(hand, flow, before):
                after = (flow, strand.rank[flow] if strand.rank[flow] != KEEP else hand)
                if after not in found:
                    found[after] = found[before, hand] + 1
                    ahead.append(after)
    return found
