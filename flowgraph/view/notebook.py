"""The picture inside a notebook, in a frame that is cut off from the notebook around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from flowgraph.domain import Reading
from flowgraph.graph import FlowGraph
from flowgraph.view.selection import Selection
from flowgraph.view.whole_page import page


@dataclass(frozen=True)
class Frame:
    """A page that a notebook shows as the value of a cell; ``html`` is the page, ``height`` the frame's in pixels."""

    html: str
    height: int

    def _repr_html_(self) -> str:
        # Without "allow-same-origin" the page can neither read nor change the notebook it stands in.
        return (
            f'<iframe sandbox="allow-scripts allow-downloads" title="Data flows" width="100%" height="{self.height}" '
            f'style="border:1px solid #bbb" srcdoc="{escape(self.html, quote=True)}"></iframe>'
        )


def show(
    what: FlowGraph | Iterable[Reading],
    selection: Selection | None = None,
    *,
    heading: str | None = None,
    sankey: bool = False,
    height: int = 640,
) -> Frame:
    """The picture of a graph, or of readings, for a notebook; the arguments are those of :func:`flowgraph.view.page`.

    Raises UserError where the selection fits nothing.
    """
    graph = what if isinstance(what, FlowGraph) else FlowGraph.from_readings(what)
    return Frame(page(graph, selection, heading=heading, sankey=sankey), height)
