"""Going along one world from one flow: every way on, no party twice, each hop joined by the rules of sense."""

from collections.abc import Iterator

from flowgraph.graph.states import KEEP
from flowgraph.questions.finds import Finds, Found, Return
from flowgraph.questions.world import World


class Trail:
    """The way under way, hop by hop; what is found goes to ``finds``.

    ``chosen`` are the flows that may be taken (None: all), ``useful`` those that still lead to one of ``targets``.
    """

    __slots__ = (
        "_chosen",
        "_depth",
        "_finds",
        "_hands",
        "_odd",
        "_on",
        "_returns",
        "_targets",
        "_useful",
        "_way",
        "_world",
    )

    def __init__(
        self,
        world: World,
        finds: Finds,
        chosen: frozenset[int] | None,
        targets: frozenset[str] | None,
        useful: frozenset[int] | None,
        depth: int | None,
    ) -> None:
        """Make ready; see the class for what the parts mean."""
        self._world, self._finds = world, finds
        self._chosen, self._targets, self._useful, self._depth = chosen, targets, useful, depth
        self._way: list[int] = []
        self._hands: list[int] = []
        self._on: set[str] = set()
        self._odd: list[int] = []
        self._returns: list[Return] = []

    def follow(self, first: int) -> None:
        """Find every way that begins with the flow ``first``."""
        world, strand = self._world, self._world.strand
        entry = not world.fed(strand.source[first])
        self._push(first, world.hand_of(first), not entry and world.unexplained(first))
        stack: list[Iterator[int]] = [iter(self._look(entry))]
        while stack:
            flow = next(stack[-1], None)
            if self._finds.full:
                return
            if flow is None:
                stack.pop()
                self._pop()
                continue
            hand, rank = self._hands[-1], strand.rank[flow]
            odd = hand < strand.need[flow] and world.unexplained(flow)
            self._push(flow, hand if rank == KEEP else rank, odd)
            stack.append(iter(self._look(entry)))

    def _look(self, entry: bool) -> list[int]:
        """The flows by which the way goes on; where there are none, or a target is reached, the way is kept."""
        world, strand, way, on = self._world, self._world.strand, self._way, self._on
        last, hand = way[-1], self._hands[-1]
        end = strand.target[last]
        onward: list[int] = []
        goes_on = False
        for flow in world.out.get(end, ()):
            sender = strand.source[flow]
            if (sender != end and sender in on) or not world.joins(hand, flow, last):
                continue
            if self._chosen is not None and flow not in self._chosen:
                goes_on = goes_on or strand.target[flow] not in on
            elif strand.target[flow] in on:
                odd = hand < strand.need[flow] and world.unexplained(flow)
                self._returns.append((len(way), flow, odd))
            else:
                goes_on = True
                if self._useful is None or flow in self._useful:
                    onward.append(flow)
        arrived = self._targets is not None and end in self._targets
        if len(way) == self._depth or (arrived and self._targets is not None and len(self._targets) == 1):
            onward = []
        if arrived or (not onward and self._targets is None):
            self._finds.add(tuple(way), Found(frozenset(self._odd), entry, goes_on, frozenset(self._returns)))
        self._finds.steps -= 1
        self._finds.full = self._finds.full or self._finds.steps < 0
        return onward

    def _push(self, flow: int, hand: int, odd: bool) -> None:
        strand = self._world.strand
        if odd:
            self._odd.append(len(self._way))
        self._way.append(flow)
        self._hands.append(hand)
        self._on.add(strand.source[flow])
        self._on.add(strand.target[flow])

    def _pop(self) -> None:
        strand, way = self._world.strand, self._way
        while self._returns and self._returns[-1][0] == len(way):
            self._returns.pop()
        gone = way.pop()
        self._hands.pop()
        if self._odd and self._odd[-1] == len(way):
            self._odd.pop()
        self._on.discard(strand.target[gone])
        if not way or strand.source[gone] != strand.target[way[-1]]:
            self._on.discard(strand.source[gone])
