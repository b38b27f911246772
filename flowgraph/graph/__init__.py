"""The graph of who passes which data sets to whom, and the narrow interface through which it is read."""

from flowgraph.graph.containment import Scope, scope_of
from flowgraph.graph.flow_graph import FlowGraph
from flowgraph.graph.strand import Strand
from flowgraph.graph.versions import AgreementVersion
from flowgraph.graph.view import Tie, View, Wanted
from flowgraph.graph.words import KnownBody, Lexicon

__all__ = [
    "AgreementVersion",
    "FlowGraph",
    "KnownBody",
    "Lexicon",
    "Scope",
    "Strand",
    "Tie",
    "View",
    "Wanted",
    "scope_of",
]
