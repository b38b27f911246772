"""One HTML file with the whole picture in it: no other file, no network."""

from pathlib import Path
from typing import Any

from flowgraph.graph import FlowGraph
from flowgraph.view.network import network
from flowgraph.view.page_parts import VIS_NETWORK, policy, script, style_sheet, template_folder, vis_network
from flowgraph.view.palette import style
from flowgraph.view.picture import folded_picture, picture
from flowgraph.view.scene import scene
from flowgraph.view.selection import Selection, select
from flowgraph.view.tables import tables
from flowgraph.view.tiers import TIERS

MOST_EDGES = 1500
"""Edges up to which every party has its own card at first; beyond, parties of one kind are folded together."""


def page(
    graph: FlowGraph, selection: Selection | None = None, *, heading: str | None = None, sankey: bool = False
) -> str:
    """The text of an HTML page that shows ``graph``, or what ``selection`` asks for of it.

    ``sankey`` draws a flow diagram, in which edges are as wide as the data sets they carry are many, instead of the
    network. The same input gives the same page. Raises UserError where the selection fits nothing.
    """
    selection = selection or Selection()
    drawn = scene(select(graph, selection))
    large = len(drawn.bundles) > MOST_EDGES
    shown = folded_picture(drawn, ribbons=sankey) if large else picture(drawn, ribbons=sankey)
    made = network(shown, drawn, heading or _heading(selection))
    made.set_template_dir(str(template_folder()), "page.html")
    made.templateEnv.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    content: dict[str, Any] = {
        **tables(drawn, graph),
        "style": style(),
        "tiers": [name for name, _ in TIERS],
        "settings": {"folded": large, "ribbons": sankey},
    }
    made.templateEnv.globals.update(
        tables=content,
        policy=policy(),
        script=script(),
        style_sheet=style_sheet(),
        vis_network=vis_network(),
        vis_version=VIS_NETWORK,
    )
    return str(made.generate_html())


def write(
    graph: FlowGraph,
    file: Path,
    selection: Selection | None = None,
    *,
    heading: str | None = None,
    sankey: bool = False,
) -> None:
    """Write the page of :func:`page` to ``file``, in UTF-8 whatever the system's own encoding is."""
    file.write_bytes(page(graph, selection, heading=heading, sankey=sankey).encode("utf-8", "backslashreplace"))


def _heading(selection: Selection) -> str:
    asked = [*selection.datasets, *selection.agreements, *selection.organisations, *selection.purposes]
    asked += selection.states
    return f"Data flows: {', '.join(asked)}" if asked else "Data flows of the register"
