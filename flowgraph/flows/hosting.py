"""Suppliers of clouds, buildings and support that touch no data: tied to whom they serve, receiving nothing."""

import re
from typing import NamedTuple

from flowgraph.clauses import Sentence
from flowgraph.domain import Evidence, Host
from flowgraph.flows.directory import Member, Ref
from flowgraph.flows.finishing import evidence_of
from flowgraph.flows.grammar import Unit
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.pointing import Pointing
from flowgraph.lexicon.cues import cue

_NOBODY = frozenset({"no", "any", "none"})
_JOINS = frozenset({"and", "&", ",", "the", "uk", "ltd", "."})
# How many words behind a hosting phrase the "at" of its place may stand ("disaster recovery sites at").
_NEAR = 3


def is_hosting(sentence: Sentence) -> bool:
    """Whether the sentence is about a supplier that does not access data."""
    return cue("hosting").search(sentence.text) is not None


class Hosting(NamedTuple):
    """A host and the party it serves, while the agreement is still being read."""

    host: Member
    serves: Member | None
    evidence: Evidence

    def settled(self) -> Host:
        """The host under the name that the whole document gives it."""
        serves = self.serves.settled() if self.serves is not None else None
        return Host(host=self.host.settled(), serves=serves, evidence=self.evidence)


def read_hosts(sentence: Sentence, scanner: Scanner, pointing: Pointing) -> list[Hosting]:
    """The hosts a sentence names, each with whom it serves.

    The hosts are the first list of parties, serving those behind "for", "to" or "providing"; or, where the phrase is
    a place ("disaster recovery sites at …"), the list behind it.
    """
    if not is_hosting(sentence):
        return []
    units = scanner.units_of(sentence)
    match = _phrase_outside_names(sentence.text, units)
    if match is None:
        return []
    behind = [unit for unit in units if unit.start >= match.end()]
    place = next((index for index, unit in enumerate(behind[:_NEAR]) if unit.low == "at"), None)
    if place is not None:
        return _hostings(_first_list(behind[place:]), [], pointing, sentence)
    before = [unit for unit in units if unit.end <= match.start()]
    if before and before[0].low in _NOBODY:
        return []
    hosts = _first_list(before)
    served = [unit for index, unit in enumerate(units) if unit not in hosts and _is_served(units, index)]
    return _hostings(hosts, served, pointing, sentence)


def _phrase_outside_names(text: str, units: list[Unit]) -> re.Match[str] | None:
    """The first hosting phrase that is no part of a name ("Secure Hosting Ltd")."""
    names = [unit for unit in units if unit.kind == "party"]
    for match in cue("hosting").finditer(text):
        if not any(name.start <= match.start() < name.end for name in names):
            return match
    return None


def _first_list(units: list[Unit]) -> list[Unit]:
    """The first parties of a stretch, as long as only commas, "and" and short forms part them."""
    found: list[Unit] = []
    for unit in units:
        if unit.kind == "party":
            found.append(unit)
        elif found and unit.low not in _JOINS:
            break
    return found


def _hostings(hosts: list[Unit], served: list[Unit], pointing: Pointing, sentence: Sentence) -> list[Hosting]:
    evidence = evidence_of(sentence)
    serves: list[Member | None] = [*_parties(served, pointing, sentence)]
    return [
        Hosting(host, party, evidence)
        for host in _parties(hosts, pointing, sentence)
        for party in serves or [None]
        if host is not party
    ]


def _is_served(units: list[Unit], index: int) -> bool:
    """Whether the party there is served: "for" or "to" stands before its list, and no noun it only describes behind."""
    if units[index].kind != "party" or (index + 1 < len(units) and units[index + 1].low == "platform"):
        return False
    before = index - 1
    while before >= 0 and units[before].low in {"the", "and", ",", "&"}:
        before -= 1
        if before >= 0 and units[before].kind == "party":
            return _is_served(units, before)
    return before >= 0 and units[before].low in {"for", "to", "providing"}


def _parties(units: list[Unit], pointing: Pointing, sentence: Sentence) -> list[Member]:
    members: list[Member] = []
    for unit in units:
        if unit.kind == "party" and isinstance(unit.value, Ref):
            members += pointing.resolve(unit.value, sentence.block)
    return list(dict.fromkeys(members))
