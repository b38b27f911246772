"""A world: the flows that one data set can take under one agreement version for one purpose.

Everything the rules of sense say about joining two hops is decided here; flows are told by their place in the
strand, which is the order of the text.
"""

from collections.abc import Iterable, Mapping, Sequence

from flowgraph.domain import FlowKind
from flowgraph.graph.states import KEEP, RANKS, UNKNOWN
from flowgraph.graph.strand import Strand

Heirs = Mapping[str, frozenset[str]]


class World:
    """The flows of a strand that carry one data set for one purpose.

    ``named`` flows say that they carry it. ``unnamed`` flows name no data set: one of them belongs to the world
    where its sender received the data in it, for then "the data" that it passes on is the data at hand.
    ``out`` and ``into`` have the flows by sender and by receiver.
    """

    __slots__ = ("_elsewhere", "_fed", "_heirs", "_looped", "flows", "into", "named", "out", "strand")

    def __init__(
        self, strand: Strand, named: Sequence[int], unnamed: Sequence[int] = (), heirs: Heirs | None = None
    ) -> None:
        """Gather the world; ``heirs`` gives the successors of a party where succession is followed."""
        self.strand = strand
        self.named = frozenset(named)
        self._heirs = heirs or {}
        self._fed: dict[str, bool] = {}
        self._elsewhere: dict[int, bool] = {}
        self._looped: frozenset[int] | None = None
        live = self._live(named, unnamed) if unnamed else ()
        self._gather(sorted((*named, *live)) if live else named)
        # Where a party's own data came back to it, "the data" that it passes on besides is not this data.
        idle = {flow for flow in live if not self.fed(strand.source[flow])}
        if idle:
            self._gather([flow for flow in self.flows if flow not in idle])

    def _gather(self, flows: Sequence[int]) -> None:
        self.flows = flows
        self.out: dict[str, list[int]] = {}
        self.into: dict[str, list[int]] = {}
        source, target = self.strand.source, self.strand.target
        for flow in flows:
            self.out.setdefault(source[flow], []).append(flow)
            self.into.setdefault(target[flow], []).append(flow)
        if self._heirs:
            self._tie()

    def fed(self, party: str) -> bool:
        """Whether a party received the data from somebody in this world (its own coming back does not count)."""
        known = self._fed.get(party)
        if known is None:
            known = self._fed[party] = any(self._brings(flow, party) for flow in self.into.get(party, ()))
        return known

    def joins(self, hand: int, flow: int, before: int) -> bool:
        """Whether data that came by the flow ``before``, in the rank ``hand``, can go on by ``flow``.

        A flow more identifiable than what came is left to the incoming flow that fits it; where there is none
        that could come without passing the two parties of ``flow``, it joins all the same.
        """
        fits = hand >= self.strand.need[flow] or not self._fits_elsewhere(flow)
        return fits and (flow in self.named or self._may_follow(before, flow))

    def unexplained(self, flow: int) -> bool:
        """Whether a flow is more identifiable than anything that reached its sender, and no re-identification."""
        strand = self.strand
        if strand.flows[flow].kind is FlowKind.RE_IDENTIFICATION or strand.need[flow] == KEEP:
            return False
        party = strand.source[flow]
        return self.fed(party) and not self._arrives(party, strand.need[flow], without=flow)

    def hand_of(self, flow: int) -> int:
        """The rank in which a path that begins with ``flow`` has the data after it.

        Where the flow does not say, that is the most identifying state in which the data may have reached its
        sender, unknown where nobody is said to have sent it.
        """
        strand = self.strand
        if strand.rank[flow] != KEEP:
            return strand.rank[flow]
        party = strand.source[flow]
        if not self.fed(party):
            return UNKNOWN
        ranks = (UNKNOWN, *sorted(RANKS.values(), reverse=True))
        return next((rank for rank in ranks if self._arrives(party, rank, without=flow)), UNKNOWN)

    def leading_to(self, targets: Iterable[str]) -> frozenset[int]:
        """The flows from which one of the targets can still be reached."""
        found: set[int] = set()
        ahead = list(targets)
        seen = set(ahead)
        while ahead:
            for flow in self.into.get(ahead.pop(), ()):
                found.add(flow)
                if self.strand.source[flow] not in seen:
                    seen.add(self.strand.source[flow])
                    ahead.append(self.strand.source[flow])
        return frozenset(found)

    def _live(self, named: Sequence[int], unnamed: Sequence[int]) -> list[int]:
        """The unnamed flows whose sender received the data, by a named flow or by one of these, in their agreement."""
        strand = self.strand
        senders: dict[tuple[str, str], list[int]] = {}
        for flow in unnamed:
            senders.setdefault((strand.flows[flow].agreement, strand.source[flow]), []).append(flow)
        live: list[int] = []
        ahead = [(strand.flows[flow].agreement, strand.target[flow]) for flow in named]
        while ahead:
            agreement, party = ahead.pop()
            for holder in (party, *self._heirs.get(party, ())):
                for flow in senders.pop((agreement, holder), ()):
                    live.append(flow)
                    ahead.append((agreement, strand.target[flow]))
        return live

    def _tie(self) -> None:
        """Let what reached a body be passed on by those that carried on from it."""
        incoming = {party: list(flows) for party, flows in self.into.items()}
        outgoing = {party: list(flows) for party, flows in self.out.items()}
        for old, new in self._heirs.items():
            for heir in new:
                if old in incoming and heir in outgoing:
                    self.out[old] = sorted({*self.out.get(old, ()), *outgoing[heir]})
                    self.into[heir] = sorted({*self.into.get(heir, ()), *incoming[old]})

    def _may_follow(self, before: int, flow: int) -> bool:
        """A flow that names no data set goes on with what its sender received in the same agreement only."""
        return flow in self.named or self.strand.flows[before].agreement == self.strand.flows[flow].agreement

    def _brings(self, flow: int, party: str) -> bool:
        """Whether a flow brings the party data: a named one does, an unnamed one brings what others sent its sender."""
        seen = {party}
        ahead = [flow]
        while ahead:
            current = ahead.pop()
            sender = self.strand.source[current]
            if sender in seen:
                continue
            if current in self.named:
                return True
            seen.add(sender)
            ahead.extend(one for one in self.into.get(sender, ()) if self._may_follow(one, current))
        return False

    def _fits_elsewhere(self, flow: int) -> bool:
        """Whether an incoming flow fits that a path through the flow's two parties could have come by."""
        known = self._elsewhere.get(flow)
        if known is None:
            strand = self.strand
            avoid = (strand.source[flow], strand.target[flow])
            known = self._elsewhere[flow] = self._arrives(strand.source[flow], strand.need[flow], avoid=avoid)
        return known

    def _arrives(self, party: str, rank: int, *, without: int | None = None, avoid: tuple[str, ...] = ()) -> bool:
        """Whether data can reach a party in at least that rank, from where it enters the world.

        ``without`` is a flow that may not be used, ``avoid`` are parties that may not send. Where nothing is
        avoided, the flows of a loop that nothing enters count as places where data enters. Searched backwards:
        first to the flow that states a fitting rank (a way that states none is unknown and fits), then on to an
        entry.
        """
        strand = self.strand
        looped = frozenset() if avoid else self._loops()
        ahead = [(party, False)]
        seen = set(ahead)
        while ahead:
            current, settled = ahead.pop()
            for flow in self.into.get(current, ()):
                sender = strand.source[flow]
                if flow == without or sender in avoid:
                    continue
                if not settled and KEEP != strand.rank[flow] < rank:
                    continue
                fits = settled or strand.rank[flow] != KEEP
                if flow in self.named and (not self.fed(sender) or flow in looped):
                    return True
                if (sender, fits) not in seen:
                    seen.add((sender, fits))
                    ahead.append((sender, fits))
        return False

    def _loops(self) -> frozenset[int]:
        """The flows that no flow of an entry leads to: they stand in, or behind, a loop that nothing enters."""
        if self._looped is None:
            strand = self.strand
            starts = [flow for flow in self.named if not self.fed(strand.source[flow])]
            reached = set(starts)
            ahead = starts
            while ahead:
                for flow in self.out.get(strand.target[ahead.pop()], ()):
                    if flow not in reached:
                        reached.add(flow)
                        ahead.append(flow)
            self._looped = frozenset(flow for flow in self.flows if flow not in reached)
        return self._looped
