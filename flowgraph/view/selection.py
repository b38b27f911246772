"""Which flows of a graph go into a picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flowgraph.domain.errors import UserError
from flowgraph.graph import AgreementVersion, FlowGraph
from flowgraph.questions.names import find_parties
from flowgraph.questions.question import ask
from flowgraph.questions.strands import strands_of, worlds


@dataclass(frozen=True)
class Selection:
    """What is asked for; several values of one kind widen it, several kinds narrow it. Empty: everything.

    A data set brings all flows that carry it, a part of it or what it is a part of, and those that pass it on
    without naming it. An organisation brings the flows it sends and those it receives.
    """

    datasets: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True)
class Selected:
    """What was found: the agreement versions concerned, whole, and the ids of the flows of them to be drawn.

    The others are needed all the same, for whether one hop joins another is judged by all flows of an agreement.
    ``about`` are the names of the data sets asked for, as flows write them; None where none was.
    """

    versions: tuple[AgreementVersion, ...]
    drawn: frozenset[str]
    about: frozenset[str] | None = None


def select(graph: FlowGraph, selection: Selection) -> Selected:
    """The flows of ``graph`` that ``selection`` asks for.

    Raises UserError for a name that fits nothing or two parties, and where no flow is left.
    """
    asked = [
        ask(
            graph,
            dataset,
            agreement=selection.agreements or None,
            purpose=selection.purposes or None,
            identifiability=selection.states or None,
            as_of=selection.as_of,
        )
        for dataset in (selection.datasets or (None,))
    ]
    bodies = _bodies(graph, selection)
    drawn = {
        flow.id
        for question in asked
        for flows in strands_of(graph, question)
        for place in (
            range(len(flows.flows))
            if question.scope.asked is None
            else {place for world in worlds(flows, question) for place in world.flows}
        )
        for flow in (flows.flows[place],)
        if question.selects(flow) and (bodies is None or flow.source.key in bodies or flow.target.key in bodies)
    }
    if not drawn:
        raise UserError("no flow fits all of that together; leave one of the filters out")
    versions = (graph.in_force(reference, selection.as_of) for reference in graph.agreements())
    return Selected(
        tuple(one for one in versions if one and any(flow.id in drawn for flow in one.flows)),
        frozenset(drawn),
        frozenset().union(*(question.scope.names for question in asked)) if selection.datasets else None,
    )


def _bodies(graph: FlowGraph, selection: Selection) -> frozenset[str] | None:
    if not selection.organisations:
        return None
    named: Iterable[frozenset[str]] = (find_parties(graph, name, selection.as_of) for name in selection.organisations)
    return frozenset[str]().union(*named)
