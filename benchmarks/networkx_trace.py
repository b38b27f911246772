"""The same traces by networkx: its all_simple_edge_paths on the graph, filtered to the rules of sense.

Written for graphs in which no agreement passes data in a circle. Nothing of the package's own search is used.
"""

from collections.abc import Callable, Iterable, Iterator

import networkx as nx

from flowgraph.domain import Flow, Identifiability

RANK = {"aggregated": 0, "anonymised": 1, "pseudonymised": 2, "identifiable": 3}
ANY = 9

Contains = Callable[[str, str], bool]
Way = tuple[Flow, ...]
Network = nx.MultiDiGraph


class World:
    """One agreement, purpose and part of a data set: a network in which only its flows are left."""

    def __init__(self, network: Network, named: Callable[[Flow], bool], wanted: Callable[[Flow], bool]) -> None:
        def keep(source: str, target: str, key: str) -> bool:
            flow = network.edges[source, target, key]["flow"]
            return wanted(flow) and (not flow.datasets or named(flow))

        self.named = named
        self.network = nx.subgraph_view(network, filter_edge=keep)

    def flows_from(self, party: str) -> list[Flow]:
        return [data["flow"] for _, _, data in self.network.out_edges(party, data=True)]

    def fed(self, party: str) -> bool:
        return any(self.named(data["flow"]) for _, _, data in self.network.in_edges(party, data=True))

    def ways(self, source: str, targets: Iterable[str], network: Network | None = None) -> Iterator[Way]:
        network = self.network if network is None else network
        for edges in nx.all_simple_edge_paths(network, source, targets):
            if edges:
                yield tuple(network.edges[edge]["flow"] for edge in edges)

    def hand(self, way: Way) -> int:
        first = RANK.get(way[0].identifiability)
        hand = self.best(way[0].source.key, self.network) if first is None else first
        for flow in way[1:]:
            hand = RANK.get(flow.identifiability, hand)
        return hand

    def best(self, party: str, network: Network) -> int:
        """The most identifying state in which data comes to a party from where it enters."""
        if not self.fed(party):
            return ANY
        entries = [one for one in nx.ancestors(network, party) if not self.fed(one)]
        ways = (way for one in entries for way in self.ways(one, [party], network) if self.named(way[0]))
        return max((self.hand(way) for way in ways), default=-1)

    def joins(self, way: Way, flow: Flow) -> bool:
        need = RANK.get(flow.identifiability, -1)
        if self.hand(way) >= need:
            return True
        beside = nx.subgraph_view(self.network, filter_node=lambda one: one != flow.target.key)
        return self.best(flow.source.key, beside) < need

    def stands(self, way: Way) -> bool:
        return all(self.joins(way[:place], way[place]) for place in range(1, len(way)))

    def longest(self, starts: Iterable[str]) -> Iterator[Way]:
        for source in starts:
            for way in self.ways(source, nx.descendants(self.network, source)):
                begins = self.named(way[0]) or self.fed(source)
                if (
                    begins
                    and self.stands(way)
                    and not any(self.joins(way, on) for on in self.flows_from(way[-1].target.key))
                ):
                    yield way


def networkx_trace(
    network: Network,
    asked: str,
    contains: Contains,
    source: str | None = None,
    agreements: dict[str, Network] | None = None,
) -> list[tuple[str, ...]]:
    """The paths of ``asked`` as flow ids, from where it enters or from ``source``, in no particular order.

    ``agreements`` helps networkx: a small network of each agreement's newest version, made beforehand.
    """

    def bears(flow: Flow) -> bool:
        return any(contains(asked, name) or contains(name, asked) for name in flow.datasets)

    found: set[tuple[str, ...]] = set()
    edges = network.edges(data=True) if source is None else network.out_edges(source, data=True)
    for agreement in {data["agreement"] for _, _, data in edges if data["newest"] and bears(data["flow"])}:
        small = network if agreements is None else agreements[agreement]
        found |= _in_agreement(small, agreement, asked, contains, bears, source)
    return [way for way in found if not any(way != other and _holds(other, way) for other in found)]


def _in_agreement(
    network: Network, agreement: str, asked: str, contains: Contains, bears: Callable[[Flow], bool], source: str | None
) -> set[tuple[str, ...]]:
    flows = [
        data["flow"] for _, _, data in network.edges(data=True) if data["newest"] and data["agreement"] == agreement
    ]
    live = {flow.id for flow in flows}
    bearing = [flow for flow in flows if not flow.datasets or bears(flow)]
    found: set[tuple[str, ...]] = set()
    for purpose in {flow.purpose for flow in bearing if flow.purpose} or {None}:
        lane = [flow for flow in bearing if flow.purpose in (None, purpose)]
        inside = {name for flow in lane for name in flow.datasets if contains(asked, name)}
        for part in {one for one in inside if not any(one != other and contains(one, other) for other in inside)} or {
            asked
        }:

            def named(flow: Flow, part: str = part) -> bool:
                return any(contains(name, part) for name in flow.datasets)

            def wanted(flow: Flow, purpose: str | None = purpose) -> bool:
                return flow.id in live and flow.purpose in (None, purpose)

            world = World(network, named, wanted)
            senders = {flow.source.key for flow in lane if named(flow)}
            starts = [one for one in senders if not world.fed(one)] if source is None else [source]
            found |= {tuple(flow.id for flow in way) for way in world.longest(starts)}
    return found


def small_networks(network: Network) -> dict[str, Network]:
    """One network for each agreement, of its newest version."""
    small: dict[str, Network] = {}
    for source, target, key, data in network.edges(keys=True, data=True):
        if data["newest"]:
            small.setdefault(data["agreement"], nx.MultiDiGraph()).add_edge(source, target, key, **data)
    return small


def _holds(longer: tuple[str, ...], way: tuple[str, ...]) -> bool:
    return any(longer[place : place + len(way)] == way for place in range(len(longer) - len(way) + 1))


assert set(RANK) == {str(state) for state in Identifiability} - {"unstated"}
