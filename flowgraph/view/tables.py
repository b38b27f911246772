"""The data behind the picture, as the page reads it: tables, with numbers that point into them.

Names and sentences stand once each, however many flows share them, so that fifty thousand flows stay a file that can
be mailed. Absent values are -1.
"""

from collections.abc import Hashable, Iterable
from typing import Any, Generic, TypeVar

from flowgraph.domain import Party
from flowgraph.graph import AgreementVersion, FlowGraph
from flowgraph.view.cards import card
from flowgraph.view.scene import Scene
from flowgraph.view.tiers import tier

FLOW_COLUMNS = (
    *("agreement", "source", "target", "state", "datasets", "purpose", "bases", "basisSource", "kind", "modality"),
    *("quote", "section", "start", "optOuts", "step", "id", "marks", "drawn"),
)

Item = TypeVar("Item", bound=Hashable)


class Numbers(Generic[Item]):
    """Values in the order they were first met, each with its number."""

    def __init__(self) -> None:
        """Begin empty."""
        self._numbers: dict[Item, int] = {}

    def __getitem__(self, item: Item | None) -> int:
        """The number of ``item``, a new one where it was not met before; -1 for None."""
        if item is None:
            return -1
        return self._numbers.setdefault(item, len(self._numbers))

    @property
    def values(self) -> list[Item]:
        """All values by number."""
        return list(self._numbers)


def tables(scene: Scene, graph: FlowGraph) -> dict[str, Any]:
    """All that the page knows of ``scene``: the tables, and the flows column by column."""
    datasets: Numbers[str] = Numbers()
    purposes: Numbers[str] = Numbers()
    bases: Numbers[str] = Numbers()
    quotes: Numbers[str] = Numbers()
    notes: Numbers[str] = Numbers()
    agreement_of = {id(flow): index for index, version in enumerate(scene.agreements) for flow in version.flows}
    for name in sorted({name for flow in scene.flows for name in flow.datasets}):
        datasets[name]
    for purpose in sorted({flow.purpose for flow in scene.flows if flow.purpose}):
        purposes[purpose]
    for code in sorted({code for flow in scene.flows for code in flow.legal_basis}):
        bases[code]
    rows = [
        [
            agreement_of[id(flow)],
            scene.place[flow.source.key],
            scene.place[flow.target.key],
            flow.identifiability.value,
            [datasets[name] for name in flow.datasets],
            purposes[flow.purpose],
            [bases[code] for code in flow.legal_basis],
            flow.legal_basis_source.value,
            flow.kind.value,
            flow.modality.value,
            quotes[flow.evidence.quote],
            flow.evidence.section.value,
            flow.evidence.start,
            notes[flow.opt_outs],
            notes[flow.step],
            flow.id,
            [[mark.role, mark.start, mark.end] for mark in flow.marks],
            int(flow.id in scene.drawn),
        ]
        for flow in scene.flows
    ]
    return {
        "parties": [_party(party, scene.roles.get(index, ())) for index, party in enumerate(scene.parties)],
        "agreements": [_agreement(version) for version in scene.agreements],
        "datasets": datasets.values,
        "within": _within(datasets.values, graph),
        "scopes": _scopes(datasets.values, graph),
        "short": [scene.short[name] for name in datasets.values],
        "about": [number for number, name in enumerate(datasets.values) if scene.shows(name)],
        "purposes": purposes.values,
        "bases": bases.values,
        "quotes": quotes.values,
        "notes": notes.values,
        "flows": _columns(rows),
        "hosts": [
            [host.host.name, scene.place[host.serves.key], host.evidence.quote] for host in scene.hosts if host.serves
        ],
        "adrift": [[host.host.name, host.evidence.quote] for host in scene.adrift],
    }


def _columns(rows: list[list[Any]]) -> dict[str, list[Any]]:
    return {name: [row[index] for row in rows] for index, name in enumerate(FLOW_COLUMNS)}


def _party(party: Party, roles: Iterable[str]) -> list[Any]:
    text = card(party, roles)
    return [
        party.key,
        party.name,
        party.kind.value,
        party.code,
        party.role_of,
        sorted(roles),
        list(text.rows),
        text.caption,
        text.height,
        tier(party.kind),
    ]


def _agreement(version: AgreementVersion) -> list[Any]:
    period = version.period
    return [
        version.reference,
        version.version,
        period.start.isoformat() if period.start else None,
        period.end.isoformat() if period.end else None,
        [party.name for party in version.controllers],
        [party.name for party in version.processors],
    ]


def _within(names: list[str], graph: FlowGraph) -> list[list[int]]:
    """For each data set, the numbers of those that are the same or a part of it (its own number left out)."""
    if not names:
        return []
    scope = graph.containment(names[0])
    return [
        [other for other, inner in enumerate(names) if other != number and scope.within(outer, inner)]
        for number, outer in enumerate(names)
    ]


def _scopes(names: list[str], graph: FlowGraph) -> list[list[list[int]]]:
    """For each data set, the numbers of those inside it (itself among them) and of those around it."""
    number = {name: index for index, name in enumerate(names)}
    scopes = [graph.containment(name) for name in names]
    return [
        [sorted(number[name] for name in some if name in number) for some in (scope.inside, scope.around)]
        for scope in scopes
    ]
