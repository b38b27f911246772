"""The parties of a graph, once each, under everything they are called."""

from collections import defaultdict
from collections.abc import Iterable

from flowgraph.domain import Party
from flowgraph.graph.versions import AgreementVersion


def parties_of(version: AgreementVersion) -> Iterable[Party]:
    """Every mention of a party in one agreement version, repeats included."""
    yield from version.parties
    yield from version.controllers
    yield from version.processors
    for flow in version.flows:
        yield flow.source
        yield flow.target
    for host in version.hosts:
        yield host.host
        if host.serves is not None:
            yield host.serves


def gather_parties(versions: Iterable[AgreementVersion]) -> dict[str, tuple[Party, ...]]:
    """The parties by key, keys in order; each with all it is called, the fullest name (the longest) first."""
    mentions: dict[str, set[Party]] = defaultdict(set)
    for version in versions:
        for party in parties_of(version):
            mentions[party.key].add(party)
    return {
        key: tuple(sorted(mentions[key], key=lambda one: (-len(one.name), one.name, one.kind, one.code or "")))
        for key in sorted(mentions)
    }
