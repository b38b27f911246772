"""What is in the picture before anything has a place: parties, the bundles between them, hosts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from flowgraph.domain import Flow, Host, Identifiability, Party, PartyKind
from flowgraph.graph import AgreementVersion
from flowgraph.view.selection import Selected
from flowgraph.view.short_names import short_names


@dataclass(frozen=True)
class Bundle:
    """All flows from one party to another in one state; they are drawn as one edge with a count.

    ``source`` and ``target`` are indices of parties, ``flows`` indices of flows.
    """

    source: int
    target: int
    state: Identifiability
    flows: tuple[int, ...]
    datasets: tuple[str, ...]


@dataclass
class Scene:
    """Everything that will be drawn, and the rest of the same agreements, by which paths are judged.

    The first ``shown`` parties are those of flows that are drawn; ``drawn`` holds the ids of these flows, ``about``
    the names of the data sets that were asked for (None: all). ``roles`` holds the offices that a party (by index)
    has in any agreement, ``place`` the index of each party's key, ``short`` what labels
    call each data set, ``adrift`` the hosts that no agreement ties to a
    party.
    """

    agreements: list[AgreementVersion] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    shown: int = 0
    drawn: frozenset[str] = frozenset()
    about: frozenset[str] | None = None
    flows: list[Flow] = field(default_factory=list)
    hosts: list[Host] = field(default_factory=list)
    adrift: list[Host] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    roles: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    place: dict[str, int] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)

    def shows(self, dataset: str) -> bool:
        """Whether the picture is about a data set, so that edges name it."""
        return self.about is None or dataset in self.about


def scene(selected: Selected) -> Scene:
    """The scene of what was selected, in an order that depends on their content alone, not on the order they come in.

    Parties that neither send nor receive data are left out, and hosts of theirs with them: the picture shows flows.
    """
    ordered = sorted(selected.versions, key=lambda version: (version.reference, version.version or ""))
    made = Scene(agreements=ordered, drawn=selected.drawn, about=selected.about)
    made.flows = [flow for version in ordered for flow in version.flows if flow.source.key != flow.target.key]
    ends = {party.key for flow in made.flows if flow.id in made.drawn for party in (flow.source, flow.target)}
    made.parties = sorted(_parties(made.flows), key=lambda party: (party.key not in ends, party.key))
    made.shown = len(ends)
    made.place = {party.key: index for index, party in enumerate(made.parties)}
    known = {
        (host.host.key, host.serves.key if host.serves else ""): host for version in ordered for host in version.hosts
    }
    for (_, served), host in sorted(known.items()):
        if served in ends:
            made.hosts.append(host)
        elif not served:
            made.adrift.append(host)
    for version in ordered:
        for office, members in (("controller", version.controllers), ("processor", version.processors)):
            for party in members:
                if party.key in made.place:
                    made.roles[made.place[party.key]].add(office)
    made.bundles = _bundles(made)
    made.short = short_names(sorted({name for flow in made.flows for name in flow.datasets}))
    return made


def _parties(flows: Sequence[Flow]) -> list[Party]:
    known: dict[str, Party] = {}
    for flow in flows:
        for party in (flow.source, flow.target):
            before = known.get(party.key)
            if before is None or (_told(party), party.name) > (_told(before), before.name):
                known[party.key] = party
    return list(known.values())


def _told(party: Party) -> tuple[bool, int]:
    return party.kind is not PartyKind.OTHER, len(party.name)


def _bundles(made: Scene) -> list[Bundle]:
    """The flows to be drawn, gathered by source, target and state."""
    gathered: dict[tuple[int, int, Identifiability], list[int]] = defaultdict(list)
    for index, flow in enumerate(made.flows):
        if flow.id in made.drawn:
            ends = made.place[flow.source.key], made.place[flow.target.key]
            gathered[*ends, flow.identifiability].append(index)
    states = list(Identifiability)
    return [
        Bundle(
            source,
            target,
            state,
            tuple(members),
            tuple(sorted({name for member in members for name in made.flows[member].datasets if made.shows(name)})),
        )
        for (source, target, state), members in sorted(
            gathered.items(), key=lambda item: (item[0][0], item[0][1], states.index(item[0][2]))
        )
    ]
