"""The way from a graph to its picture in a notebook."""

from importlib import import_module
from typing import Any, Protocol

# Pictures are drawn of graphs, so the graph must not import them. It knows where they are by name alone, and loads
# them (they are slow to load) when somebody asks for one.
PICTURES = "flowgraph.view.notebook"


class Shown(Protocol):
    """A picture that a notebook shows when it is the value of a cell."""

    @property
    def html(self) -> str:
        """The page, which needs no other file."""

    @property
    def height(self) -> int:
        """The height of its frame, in pixels."""

    def _repr_html_(self) -> str:
        """The page in a frame."""


def show(graph: object, *arguments: object, **settings: object) -> Shown:
    """The picture of a graph; ``flowgraph.view.notebook.show`` says what the arguments are and what it raises."""
    draw: Any = import_module(PICTURES).show
    shown: Shown = draw(graph, *arguments, **settings)
    return shown
