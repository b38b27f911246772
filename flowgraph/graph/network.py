"""The graph as a networkx multigraph: parties as nodes, flows as edges."""

from collections.abc import Mapping

import networkx as nx

from flowgraph.domain import Party
from flowgraph.graph.versions import AgreementVersion


def build_network(
    parties: Mapping[str, tuple[Party, ...]], versions: Mapping[str, tuple[AgreementVersion, ...]]
) -> "nx.MultiDiGraph[str]":
    """A frozen multigraph: nodes by party key (``party``, ``names``), edges by flow id.

    An edge has ``flow``, ``agreement``, ``version`` and ``newest`` (whether its version is its agreement's newest).
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, called in parties.items():
        network.add_node(key, party=called[0], names=tuple(dict.fromkeys(one.name for one in called)))
    for reference, all_versions in versions.items():
        for version in all_versions:
            for flow in version.flows:
                network.add_edge(
                    flow.source.key,
                    flow.target.key,
                    key=flow.id,
                    flow=flow,
                    agreement=reference,
                    version=version.version,
                    newest=version is all_versions[-1],
                )
    nx.freeze(network)
    return network
