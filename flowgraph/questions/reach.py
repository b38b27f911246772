"""Who may come to hold a data set, or what a party passes on."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Unpack

from flowgraph.domain import Flow, Identifiability, Party
from flowgraph.domain.errors import UserError
from flowgraph.graph.view import View
from flowgraph.questions.question import Filters, ask
from flowgraph.questions.strands import chosen, strands_of, worlds
from flowgraph.questions.walk import Walk


@dataclass(frozen=True, slots=True)
class Holder:
    """A party that may come to hold the data.

    ``hops`` is the least number of hops by which it does, ``flows`` are the flows that bring it, in order, and
    ``states`` what these say of its identifiability, the most identifying first, unstated last.
    """

    party: Party
    hops: int
    states: tuple[Identifiability, ...]
    flows: tuple[Flow, ...]

    @property
    def agreements(self) -> tuple[str, ...]:
        """The agreements under which it comes to hold it, in order."""
        return tuple(dict.fromkeys(flow.agreement for flow in self.flows))


def reach(
    view: View, dataset: str | None = None, *, party: str | None = None, **filters: Unpack[Filters]
) -> tuple[Holder, ...]:
    """All that may come to hold ``dataset``; with ``party`` all that may by what that party passes on, of it or of any.

    The rules are those of :func:`flowgraph.questions.trace`: whoever is on one of its paths behind the first party
    is here. A party that only sends the data on is none that comes to hold it. The order is by number of hops, then
    by name. Raises UnknownName and AmbiguousName, and UserError where neither data set nor party is given.
    """
    if dataset is None and party is None:
        raise UserError("reach needs a data set, a party, or both")
    question = ask(view, dataset, sources=party, **filters)
    hops: dict[str, int] = {}
    brought: dict[str, dict[str, Flow]] = defaultdict(dict)
    for strand in strands_of(view, question):
        picked = chosen(strand, question)
        for world in worlds(strand, question):
            for (place, _), far in Walk(picked, question.sources).spread(world).items():
                if question.depth is not None and far > question.depth:
                    continue
                flow = strand.flows[place]
                if question.sources is None or flow.target.key not in question.sources:
                    hops[flow.target.key] = min(far, hops.get(flow.target.key, far))
                    brought[flow.target.key][flow.id] = flow
    holders = [_holder(far, tuple(brought[key].values())) for key, far in hops.items()]
    return tuple(sorted(holders, key=lambda holder: (holder.hops, holder.party.name, holder.party.key)))


def _holder(hops: int, flows: tuple[Flow, ...]) -> Holder:
    said = {flow.identifiability for flow in flows}
    # The fullest name any of the flows gives, as everywhere.
    party = max((flow.target for flow in flows), key=lambda one: (len(one.name), one.name))
    return Holder(party, hops, tuple(state for state in Identifiability if state in said), flows)
