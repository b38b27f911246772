"""Succession among the parties of a graph: bodies that went on as others are tied, never merged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from flowgraph.domain import Party
from flowgraph.graph.view import Tie
from flowgraph.graph.words import Lexicon


def find_ties(parties: Iterable[Party], lexicon: Lexicon) -> tuple[Tie, ...]:
    """The ties between the parties that the lexicon knows, in order.

    Where a body's successor is not among the parties, its successors are looked at in turn; the tie then has
    the day of the last step, from which the party that *is* there held what the first one had.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        body = lexicon.body(party)
        if body is not None:
            holders[body.key].add(party.key)
    ties: dict[tuple[str, str], date] = {}
    for key, old in holders.items():
        seen, ahead = {key}, list(lexicon.successors(key))
        while ahead:
            heir, since = ahead.pop(0)
            if heir.key in seen:
                continue
            seen.add(heir.key)
            for pair in ((one, other) for one in old for other in holders.get(heir.key, ()) if one != other):
                ties.setdefault(pair, since)
            if heir.key not in holders:
                ahead.extend(lexicon.successors(heir.key))
    return tuple(sorted(Tie(old, new, since) for (old, new), since in ties.items()))


def heirs(ties: Iterable[Tie], on: date | None = None) -> dict[str, frozenset[str]]:
    """For each party with successors the keys of all of them, direct and later, by ties no later than ``on``."""
    direct: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if on is None or tie.since <= on:
            direct[tie.predecessor].add(tie.successor)
    return {key: frozenset(_onward(key, direct)) for key in direct}


def line_of(key: str, heirs_of: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """A party with all its predecessors and successors (but not its siblings, which only share a successor)."""
    before = {old for old, new in heirs_of.items() if key in new}
    return frozenset({key} | before | heirs_of.get(key, frozenset()))


def _onward(key: str, direct: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [key]
    while ahead:
        for following in direct.get(ahead.pop(), ()):
            if following != key and following not in found:
                found.add(following)
                ahead.append(following)
    return found
