"""The picture that the page opens with: cards with places, edges with routes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from flowgraph.domain import Identifiability, Party
from flowgraph.view.cards import HOST_GAP, HOST_HEIGHT, LABEL_HEIGHT, Card, card, group_card, label, label_width
from flowgraph.view.layout import Box, Link, Place, Route, layout
from flowgraph.view.palette import KINDS
from flowgraph.view.scene import Bundle, Scene
from flowgraph.view.tiers import columns, tier, tiers_of

MOST_LABELS = 260
"""Edges up to which each has its label in the picture; beyond, they show it when pointed at or chosen."""


@dataclass(frozen=True)
class Node:
    """A card in its place. ``party`` is the index of the one it stands for, None for a group of its ``kind``."""

    key: str
    kind: str
    party: int | None
    card: Card
    place: Place
    column: int


@dataclass(frozen=True)
class Edge:
    """A routed bundle between two nodes (by index). ``width`` is the stroke's, in pixels."""

    source: int
    target: int
    state: Identifiability
    flows: tuple[int, ...]
    label: str
    width: float
    route: Route


@dataclass(frozen=True)
class Picture:
    """Everything with its place; ``folded`` says that parties of one kind stand as one card."""

    nodes: list[Node]
    edges: list[Edge]
    folded: bool


def thickness(datasets: int, flows: int, *, ribbons: bool) -> float:
    """The width of an edge in pixels: by its data sets, or in a flow diagram by its flows; never hiding others."""
    return 4.0 + 5.0 * min(flows, 14) if ribbons else 1.5 + min(5.0, 0.9 * max(1, datasets))


def picture(scene: Scene, *, ribbons: bool = False) -> Picture:
    """The picture of ``scene`` with a card for every party; ``ribbons`` makes a flow diagram of it."""
    cards = [card(party, scene.roles.get(index, ())) for index, party in enumerate(scene.parties[: scene.shown])]
    where = columns(tiers_of(scene), scene.bundles)
    below: dict[int, float] = defaultdict(float)
    for host in scene.hosts:
        if host.serves:  # hosts of nobody in particular are told in the page's words, not drawn
            below[scene.place[host.serves.key]] += HOST_HEIGHT + HOST_GAP
    boxes = [Box(where[index], made.height, below[index]) for index, made in enumerate(cards)]
    places, edges = _placed(boxes, scene.bundles, scene.short, ribbons=ribbons)
    nodes = [
        Node(party.key, party.kind.value, index, cards[index], places[index], where[index])
        for index, party in enumerate(scene.parties[: scene.shown])
    ]
    return Picture(nodes, edges, folded=False)


def folded_picture(scene: Scene, *, ribbons: bool = False) -> Picture:
    """The picture of ``scene`` with one card for all parties of a kind, for graphs too large to be read at once."""
    members: dict[str, list[Party]] = defaultdict(list)
    for party in scene.parties[: scene.shown]:
        members[party.kind.value].append(party)
    kinds = sorted(members, key=lambda kind: (tier(members[kind][0].kind), kind))
    number = {kind: index for index, kind in enumerate(kinds)}
    gathered: dict[tuple[int, int, Identifiability], list[Bundle]] = defaultdict(list)
    for bundle in scene.bundles:
        ends = (number[scene.parties[end].kind.value] for end in (bundle.source, bundle.target))
        gathered[*ends, bundle.state].append(bundle)  # type: ignore[index]
    states = list(Identifiability)
    joined = [
        Bundle(
            *key,
            tuple(flow for bundle in bundles for flow in bundle.flows),
            tuple(sorted({name for bundle in bundles for name in bundle.datasets})),
        )
        for key, bundles in sorted(gathered.items(), key=lambda item: (*item[0][:2], states.index(item[0][2])))
    ]
    cards = [group_card(KINDS[members[kind][0].kind].plural, len(members[kind])) for kind in kinds]
    tiers = [tier(members[kind][0].kind) for kind in kinds]
    used = {value: column for column, value in enumerate(sorted(set(tiers)))}
    boxes = [Box(used[value], made.height) for value, made in zip(tiers, cards, strict=True)]
    places, edges = _placed(boxes, joined, scene.short, ribbons=ribbons)
    nodes = [
        Node(f"kind:{kind}", kind, None, cards[index], places[index], boxes[index].column)
        for index, kind in enumerate(kinds)
    ]
    return Picture(nodes, edges, folded=True)


def _placed(
    boxes: list[Box], bundles: list[Bundle], short: Mapping[str, str], *, ribbons: bool
) -> tuple[list[Place], list[Edge]]:
    roomy = len(bundles) <= MOST_LABELS
    widths = [thickness(len(bundle.datasets), len(bundle.flows), ribbons=ribbons) for bundle in bundles]
    labels = [label([short[name] for name in bundle.datasets], len(bundle.flows)) for bundle in bundles]
    links = [
        Link(
            bundle.source,
            bundle.target,
            width,
            LABEL_HEIGHT if roomy else 0.0,
            label_width(f"1: {text} ?") if roomy else 0.0,  # a step's number and a question mark may come to it
        )
        for bundle, width, text in zip(bundles, widths, labels, strict=True)
    ]
    places, routes = layout(boxes, links, ribbons=ribbons)
    edges = [
        Edge(
            bundle.source,
            bundle.target,
            bundle.state,
            bundle.flows,
            text,
            width,
            route,
        )
        for bundle, width, text, route in zip(bundles, widths, labels, routes, strict=True)
    ]
    return places, edges
