"""Graphs that several tests ask questions of."""

import pytest
from made_register import graph, party, reading

from flowgraph.domain import Host
from flowgraph.graph import FlowGraph


@pytest.fixture
def hosting() -> FlowGraph:
    """A CSU that receives data, and the supplier that hosts for it."""
    one = reading("DSCRO > Example CSU | SUS | pseudonymised")
    host = Host(host=party("Example Cloud Ltd"), serves=party("Example CSU"), evidence=one.flows[0].evidence)
    return graph(one.model_copy(update={"hosts": (host,)}))
