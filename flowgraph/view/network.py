"""The pyvis network of a picture: every card a node in its place, every bundle a directed edge, physics off."""

from typing import Any

from pyvis.network import Network  # type: ignore[import-untyped]

from flowgraph.domain import PartyKind
from flowgraph.view.cards import host_line
from flowgraph.view.layout import CARD_WIDTH
from flowgraph.view.palette import KINDS, STATES
from flowgraph.view.picture import Edge, Node, Picture
from flowgraph.view.scene import Scene

OPTIONS: dict[str, Any] = {
    # Everything has its place, so nothing is to be simulated; that is also what makes pyvis slow by default.
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": True, "hover": True, "multiselect": False, "tooltipDelay": 100000000},
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "smooth": False},
}


def network(picture: Picture, scene: Scene, heading: str) -> Network:
    """The network of ``picture``, with ``heading`` as its (unescaped) heading.

    Nodes and edges carry what the page draws them from, beside what vis-network itself knows.
    """
    made = Network(directed=True, heading=heading, cdn_resources="in_line")
    made.options = OPTIONS
    hosts: dict[str, list[str]] = {}
    for host in scene.hosts:
        if host.serves:
            hosts.setdefault(host.serves.key, []).append(host_line(host.host.name))
    for index, node in enumerate(picture.nodes):
        _add_node(made, index, node, hosts.get(node.key, []))
    for edge in picture.edges:
        _add_edge(made, edge)
    return made


def _add_node(made: Network, index: int, node: Node, hosts: list[str]) -> None:
    made.add_node(
        index,
        label=" ".join(node.card.rows),
        shape="box",
        color=KINDS[PartyKind(node.kind)].light,
        x=round(node.place.x, 1),
        y=round(node.place.y, 1),
        level=node.column,
        key=node.key,
        kind=node.kind,
        party=-1 if node.party is None else node.party,
        rows=list(node.card.rows),
        caption=node.card.caption,
        tall=round(node.place.height, 1),
        wide=CARD_WIDTH,
        hosts=hosts,
    )


def _add_edge(made: Network, edge: Edge) -> None:
    made.add_edge(
        edge.source,
        edge.target,
        color=STATES[edge.state].light,
        dashes=list(STATES[edge.state].dash) or False,
        width=edge.width,
        label=edge.label,
        state=edge.state.value,
        flows=list(edge.flows),
        route=[coordinate for point in edge.route.points for coordinate in point],
        at=list(edge.route.label),
    )
