"""The questions people ask of the graph, answered by the rules of sense over any view of it."""

from flowgraph.questions.names import AmbiguousName, UnknownName
from flowgraph.questions.path import Carries, Hop, Path, Paths
from flowgraph.questions.question import Filters
from flowgraph.questions.reach import Holder, reach
from flowgraph.questions.trace import paths, trace

__all__ = [
    "AmbiguousName",
    "Carries",
    "Filters",
    "Holder",
    "Hop",
    "Path",
    "Paths",
    "UnknownName",
    "paths",
    "reach",
    "trace",
]
