"""Counts over the flows of a view, for the commands that list and count."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from flowgraph.domain import Flow, Identifiability, Party
from flowgraph.graph import View, Wanted


def flows_of(view: View, as_of: date | None = None) -> Iterator[Flow]:
    """The flows of every agreement's version that counts: the newest, or the one in force on a day."""
    for strand in view.strands(Wanted(on=as_of)):
        yield from strand.flows


@dataclass
class Traffic:
    """What goes out of, or comes into, one party or one data set."""

    agreements: set[str] = field(default_factory=set)
    senders: set[str] = field(default_factory=set)
    receivers: set[str] = field(default_factory=set)
    sent: int = 0
    received: int = 0
    received_identifiable: int = 0


def traffic_of_parties(flows: Iterable[Flow]) -> dict[str, Traffic]:
    """For each party's key how many flows it sends and receives."""
    found: dict[str, Traffic] = {}
    for flow in flows:
        sender = found.setdefault(flow.source.key, Traffic())
        sender.agreements.add(flow.agreement)
        sender.sent += 1
        receiver = found.setdefault(flow.target.key, Traffic())
        receiver.agreements.add(flow.agreement)
        receiver.received += 1
        receiver.received_identifiable += flow.identifiability is Identifiability.IDENTIFIABLE
    return found


def traffic_of_datasets(flows: Iterable[Flow], name: Callable[[str], str]) -> dict[str, Traffic]:
    """For each data set, under the name that ``name`` gives it, who sends and who receives it."""
    found: dict[str, Traffic] = {}
    for flow in flows:
        for dataset in dict.fromkeys(map(name, flow.datasets)):
            traffic = found.setdefault(dataset, Traffic())
            traffic.agreements.add(flow.agreement)
            traffic.senders.add(flow.source.key)
            traffic.receivers.add(flow.target.key)
            traffic.sent += 1
            traffic.received_identifiable += flow.identifiability is Identifiability.IDENTIFIABLE
    return found


def tallies(flows: Iterable[Flow]) -> dict[str, Counter[str]]:
    """How many flows there are of each state, kind, modality, power, way of knowing it, purpose and kind of party."""
    found: dict[str, Counter[str]] = {}

    def add(what: str, *values: str) -> None:
        found.setdefault(what, Counter()).update(values)

    for flow in flows:
        add("identifiability", str(flow.identifiability))
        add("kind", str(flow.kind))
        add("modality", str(flow.modality))
        add("legal basis", *(flow.legal_basis or ("unstated",)))
        add("legal basis is known", str(flow.legal_basis_source))
        add("purpose", flow.purpose or "unstated")
        add("kind of source", str(flow.source.kind))
        add("kind of target", str(flow.target.kind))
    return found


def most_first(parties: Iterable[Party], traffic: dict[str, Traffic]) -> list[Party]:
    """The parties with the most flows first, equal ones by name."""

    def order(party: Party) -> tuple[int, str, str]:
        counted = traffic.get(party.key, Traffic())
        return (-counted.sent - counted.received, party.name, party.key)

    return sorted(parties, key=order)
