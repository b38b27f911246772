"""How identifying a state is, and which hops it can go on to.

``IDENTIFIABLE`` is the most identifying state, ``AGGREGATED`` the least. What is not stated is not known: data
of unknown state can go on in any, and a hop of unstated state leaves what is known as it was.
"""

from flowgraph.domain import Flow, FlowKind, Identifiability

UNKNOWN = 9
KEEP = -1

RANKS = {
    Identifiability.IDENTIFIABLE: 3,
    Identifiability.PSEUDONYMISED: 2,
    Identifiability.ANONYMISED: 1,
    Identifiability.AGGREGATED: 0,
}


def needed(flow: Flow) -> int:
    """The lowest rank in which data must reach the sender for this hop not to be more identifiable.

    A stated re-identification turns pseudonymised or anonymised data into persons; counts it cannot turn.
    """
    rank = RANKS.get(flow.identifiability, KEEP)
    if flow.kind is FlowKind.RE_IDENTIFICATION:
        return RANKS[Identifiability.ANONYMISED] if rank == KEEP else min(rank, RANKS[Identifiability.ANONYMISED])
    return rank


def reached(flow: Flow) -> int:
    """The rank in which data is after this hop; ``KEEP`` where the hop does not say."""
    if flow.kind is FlowKind.RE_IDENTIFICATION and flow.identifiability is Identifiability.UNSTATED:
        return RANKS[Identifiability.IDENTIFIABLE]
    return RANKS.get(flow.identifiability, KEEP)
