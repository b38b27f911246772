"""The rules of sense told a second time, as plainly as can be and as slowly: the oracle of the property tests.

Nothing here is shared with the package but the domain types. Every sequence of flows is tried; what can reach a
party is found by going forward over sets; there is no index.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from flowgraph.domain import Flow, FlowKind, Identifiability

ORDER = ["aggregated", "anonymised", "pseudonymised", "identifiable"]
ANY = len(ORDER)

Contains = Callable[[str, str], bool]


def rank(flow: Flow) -> int | None:
    if flow.identifiability is not Identifiability.UNSTATED:
        return ORDER.index(flow.identifiability)
    return ORDER.index("identifiable") if flow.kind is FlowKind.RE_IDENTIFICATION else None


def enough(hand: int, flow: Flow) -> bool:
    """Whether data in the rank ``hand`` can be passed on by ``flow`` without becoming more identifiable."""
    if flow.kind is FlowKind.RE_IDENTIFICATION:
        said = 1 if flow.identifiability is Identifiability.UNSTATED else ORDER.index(flow.identifiability)
        return hand >= min(1, said)
    wanted = rank(flow)
    return wanted is None or hand >= wanted


@dataclass
class Told:
    """One way and what is told of it."""

    unexplained: set[str]
    entry: bool
    goes_on: bool
    returns: set[tuple[int, str, bool]]


@dataclass
class Oracle:
    """One world: the named flows and the unnamed ones that may go on with them."""

    named: list[Flow]
    unnamed: list[Flow]
    chosen: Callable[[Flow], bool] = lambda flow: True
    flows: list[Flow] = field(init=False)

    def __post_init__(self) -> None:
        live: list[Flow] = []
        while True:
            more = [
                one
                for one in self.unnamed
                if one not in live and any(one.source.key == other.target.key for other in [*self.named, *live])
            ]
            if not more:
                break
            live += more
        self.flows = [*self.named, *live]
        self.flows = [one for one in self.flows if one in self.named or self.fed(one.source.key)]
        self.flows.sort(key=lambda one: one.evidence.start)

    def fed(self, party: str) -> bool:
        def brings(flow: Flow, passed: tuple[str, ...]) -> bool:
            sender = flow.source.key
            if sender in passed:
                return False
            if flow in self.named:
                return True
            return any(brings(one, (*passed, sender)) for one in self.flows if one.target.key == sender)

        return any(brings(flow, (party,)) for flow in self.flows if flow.target.key == party)

    def entries(self) -> list[Flow]:
        return [flow for flow in self.named if not self.fed(flow.source.key)]

    def behind_no_entry(self) -> list[Flow]:
        reached = list(self.entries())
        for flow in reached:
            reached += [one for one in self.flows if one.source.key == flow.target.key and one not in reached]
        return [flow for flow in self.named if flow not in reached]

    def hands_at(self, party: str, usable: list[Flow], seeds: list[Flow]) -> set[int]:
        """Every rank in which data can stand at a party, going forward from the seeds over the usable flows."""
        at: set[tuple[str, int]] = set()
        for flow in seeds:
            at.add((flow.target.key, ANY if rank(flow) is None else rank(flow)))
        while True:
            more = {
                (flow.target.key, hand if rank(flow) is None else rank(flow))
                for place, hand in at
                for flow in usable
                if flow.source.key == place
            } - at
            if not more:
                return {hand for place, hand in at if place == party}
            at |= more

    def fits_elsewhere(self, flow: Flow) -> bool:
        ends = (flow.source.key, flow.target.key)
        usable = [one for one in self.flows if one.source.key not in ends]
        seeds = [one for one in self.entries() if one in usable]
        return any(enough(hand, flow) for hand in self.hands_at(flow.source.key, usable, seeds))

    def unexplained(self, flow: Flow) -> bool:
        if flow.kind is FlowKind.RE_IDENTIFICATION or rank(flow) is None or not self.fed(flow.source.key):
            return False
        usable = [one for one in self.flows if one is not flow]
        seeds = [one for one in [*self.entries(), *self.behind_no_entry()] if one is not flow]
        return not any(enough(hand, flow) for hand in self.hands_at(flow.source.key, usable, seeds))

    def first_hand(self, flow: Flow) -> int:
        said = rank(flow)
        if said is not None:
            return said
        if not self.fed(flow.source.key):
            return ANY
        usable = [one for one in self.flows if one is not flow]
        seeds = [one for one in [*self.entries(), *self.behind_no_entry()] if one is not flow]
        return max(self.hands_at(flow.source.key, usable, seeds), default=ANY)

    def hand_after(self, way: Sequence[Flow]) -> int:
        hand = self.first_hand(way[0])
        for flow in way[1:]:
            said = rank(flow)
            hand = hand if said is None else said
        return hand

    def joins(self, way: Sequence[Flow], flow: Flow) -> bool:
        return enough(self.hand_after(way), flow) or not self.fits_elsewhere(flow)

    def onward(self, way: Sequence[Flow]) -> list[Flow]:
        return [one for one in self.flows if one.source.key == way[-1].target.key and self.joins(way, one)]

    def odd(self, way: Sequence[Flow], flow: Flow) -> bool:
        return not enough(self.hand_after(way), flow) and self.unexplained(flow)

    def told(self, way: Sequence[Flow]) -> Told:
        parties = [way[0].source.key, *(flow.target.key for flow in way)]
        entry = not self.fed(way[0].source.key)
        returns = set()
        for length in range(1, len(way) + 1):
            for flow in self.onward(way[:length]):
                if self.chosen(flow) and flow.target.key in parties[: length + 1]:
                    returns.add((length, flow.id, self.odd(way[:length], flow)))
        odd = {way[place].id for place in range(1, len(way)) if self.odd(way[:place], way[place])}
        if not entry and self.unexplained(way[0]):
            odd.add(way[0].id)
        goes_on = any(one.target.key not in parties for one in self.onward(way))
        return Told(odd, entry, goes_on, returns)

    def from_flow(self, first: Flow, ends: set[str] | None) -> Iterator[tuple[Flow, ...]]:
        """Every way that begins with a flow and cannot go on, or that ends at one of ``ends``."""
        waiting: list[tuple[Flow, ...]] = [(first,)]
        while waiting:
            way = waiting.pop()
            parties = {way[0].source.key, *(flow.target.key for flow in way)}
            longer = [(*way, one) for one in self.onward(way) if self.chosen(one) and one.target.key not in parties]
            if ends is not None and way[-1].target.key in ends:
                yield way
                longer = longer if len(ends) > 1 else []
            elif ends is None and not longer:
                yield way
            waiting += longer

    def starts(self) -> list[Flow]:
        def fed_by_chosen(flow: Flow) -> bool:
            incoming = [
                one for one in self.flows if one.target.key == flow.source.key and one.source.key != flow.source.key
            ]
            return self.fed(flow.source.key) and any(self.chosen(one) and self.joins((one,), flow) for one in incoming)

        return [flow for flow in self.flows if self.chosen(flow) and not fed_by_chosen(flow)]

    def ways(self, sources: set[str] | None = None, ends: set[str] | None = None) -> dict[tuple[Flow, ...], Told]:
        found: list[tuple[Flow, ...]] = []
        if sources is not None:
            for flow in self.flows:
                if flow.source.key in sources and self.chosen(flow):
                    found += self.from_flow(flow, ends)
            return {way: self.told(way) for way in found}
        for flow in self.starts():
            found += self.from_flow(flow, ends)
        for flow in self.flows:
            passed = {one.id for way in found for one in way}
            passed |= {one for way in found for _, one, _ in self.told(way).returns}
            if self.chosen(flow) and flow.id not in passed:
                found += self.from_flow(flow, ends)
        return {way: self.told(way) for way in found}


def trace(
    flows: Sequence[Flow],
    asked: str,
    contains: Contains,
    *,
    chosen: Callable[[Flow], bool] = lambda flow: True,
    sources: set[str] | None = None,
    ends: set[str] | None = None,
) -> dict[tuple[str, ...], Told]:
    """Every way of one agreement version, by the flows' ids in order."""
    flows = [flow for flow in flows if flow.source.key != flow.target.key]
    together: dict[tuple[str, ...], Told] = {}
    bearing = [
        flow
        for flow in flows
        if not flow.datasets or any(contains(asked, name) or contains(name, asked) for name in flow.datasets)
    ]
    purposes = {flow.purpose for flow in bearing if flow.purpose} or {None}
    for purpose in purposes:
        lane = [flow for flow in bearing if flow.purpose in (None, purpose)]
        inside = {name for flow in lane for name in flow.datasets if contains(asked, name)}
        parts = {one for one in inside if not any(one != other and contains(one, other) for other in inside)}
        for part in parts or {asked}:
            named = [flow for flow in lane if any(contains(name, part) for name in flow.datasets)]
            world = Oracle(named, [flow for flow in lane if not flow.datasets], chosen)
            for way, told in world.ways(sources, ends).items():
                key = tuple(flow.id for flow in way)
                if key in together:
                    old = together[key]
                    told = Told(
                        old.unexplained | told.unexplained,
                        old.entry and told.entry,
                        old.goes_on or told.goes_on,
                        old.returns | told.returns,
                    )
                together[key] = told
    return {
        way: told
        for way, told in together.items()
        if not any(_holds(other, way) and _back(told) <= _back(more) for other, more in together.items())
    }


def _holds(longer: tuple[str, ...], way: tuple[str, ...]) -> bool:
    places = range(len(longer) - len(way) + 1)
    return len(longer) > len(way) and any(longer[place : place + len(way)] == way for place in places)


def _back(told: Told) -> set[str]:
    return {flow for _, flow, _ in told.returns}
