"""Pictures of the graph: one HTML file that can be mailed and opened without a network."""

from flowgraph.view.selection import Selection
from flowgraph.view.whole_page import page, write

__all__ = ["Selection", "page", "write"]
