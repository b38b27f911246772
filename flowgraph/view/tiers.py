"""Which column a party stands in, so that the picture reads from left to right as the data flows."""

from collections import defaultdict
from collections.abc import Sequence

import networkx as nx

from flowgraph.domain import PartyKind
from flowgraph.view.scene import Bundle, Scene

TIERS: tuple[tuple[str, frozenset[PartyKind]], ...] = (
    ("Where it comes from", frozenset({PartyKind.REPOSITORY, PartyKind.PROVIDER, PartyKind.NATIONAL})),
    ("Regional data offices", frozenset({PartyKind.DSCRO})),
    ("Who works on it", frozenset({PartyKind.CSU, PartyKind.COMPANY})),
    ("Who commissions care", frozenset({PartyKind.COMMISSIONER})),
    (
        "Who reads it",
        frozenset(
            {
                PartyKind.GP,
                PartyKind.CLINICIAN,
                PartyKind.LOCAL_AUTHORITY,
                PartyKind.UNIVERSITY,
                PartyKind.CHARITY,
                PartyKind.OTHER,
            }
        ),
    ),
)

LAST = len(TIERS) - 1

MOST_EXTRA_COLUMNS = 3
"""How many columns beyond the tiers the flows may open before the tiers alone decide."""


def tier(kind: PartyKind) -> int:
    """The number of the tier, from the left, that a kind of party belongs to."""
    return next(number for number, (_, kinds) in enumerate(TIERS) if kind in kinds)


def tiers_of(scene: Scene) -> list[int]:
    """The tier of each party of ``scene``, by index; of the last tier, one who only sends is a source instead."""
    receives = {bundle.target for bundle in scene.bundles}
    sends = {bundle.source for bundle in scene.bundles}
    return [
        0 if tier(party.kind) == LAST and index in sends and index not in receives else tier(party.kind)
        for index, party in enumerate(scene.parties[: scene.shown])
    ]


def columns(tiers: Sequence[int], bundles: Sequence[Bundle]) -> list[int]:
    """The column of each party, counted from 0 without gaps.

    Tiers give the order. Inside a tier, one who receives from another stands to its right; and one who receives
    from a later tier, and gives nothing back to it by any way round, moves behind it. Flows that run round in a
    circle go back to the left.
    """
    forward = _without_circles(tiers, bundles)
    found = _longest(tiers, forward, across=True)
    if max(found, default=0) >= len(set(tiers)) + MOST_EXTRA_COLUMNS:
        found = _longest(tiers, forward, across=False)
    if max(found, default=0) >= len(set(tiers)) + MOST_EXTRA_COLUMNS:
        found = list(tiers)
    used = {column: number for number, column in enumerate(sorted(set(found)))}
    return [used[column] for column in found]


def _without_circles(tiers: Sequence[int], bundles: Sequence[Bundle]) -> "nx.DiGraph[int]":
    """The pairs that pass data, less those that run against the tiers inside a circle."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(tiers)))
    graph.add_edges_from((b.source, b.target) for b in bundles if b.source != b.target)
    balance = {node: graph.out_degree(node) - graph.in_degree(node) for node in graph}
    rank = {node: (tiers[node], -balance[node], node) for node in graph}
    for circle in list(nx.strongly_connected_components(graph)):
        inside = [(a, b) for a in circle for b in graph.successors(a) if b in circle and rank[a] > rank[b]]
        graph.remove_edges_from(inside)
    return graph


def _longest(tiers: Sequence[int], graph: "nx.DiGraph[int]", *, across: bool) -> list[int]:
    """Columns by longest way; ``across`` lets a flow from a later tier push its receiver behind it."""
    order = list(nx.topological_sort(graph))
    depth: dict[int, int] = defaultdict(int)
    for node in order:
        for after in graph.successors(node):
            if tiers[after] == tiers[node]:
                depth[after] = max(depth[after], depth[node] + 1)
    base, start = {}, 0
    for number in sorted(set(tiers)):
        base[number] = start
        start += 1 + max(depth[node] for node in graph if tiers[node] == number)
    column = {node: base[tiers[node]] for node in graph}
    for node in order:
        for after in graph.successors(node):
            if across or tiers[after] == tiers[node]:
                column[after] = max(column[after], column[node] + 1)
    return [column[node] for node in range(len(tiers))]
