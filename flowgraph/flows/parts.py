"""The parties that prepositions tie to a verb: to whom, from whom, by whom, within what."""

from dataclasses import dataclass, field

from flowgraph.flows.grammar import (
    AGENTS,
    ARTICLES,
    BE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RECEIVERS,
    SENDERS,
    WITHIN,
    Unit,
    is_adverb,
)
from flowgraph.flows.voices import Voice
from flowgraph.lexicon.verbs import VerbEntry, VerbForm

_NAMED_BY = frozenset({"owned", "hosted", "held", "managed", "operated", "run", "maintained", "controlled"})
_INSIDE_PHRASE = frozenset({"of", "at", "within", "in", "including", "as"})
_ENDS_PHRASE = PREPOSITIONS - _INSIDE_PHRASE
_BEGINS_OBJECT = ARTICLES | {"with", "linked", "pseudonymised", "identifiable", "aggregate"}
# Prepositions that mark a receiver only beside "share".
_SHARED_WITH = frozenset({"with", "among", "amongst", "between"})
_JOINS = frozenset({",", "and", "or", "&", "/", "including", "such", "well"})
_BETWEEN_JOINED = _JOINS | ARTICLES | frozenset({"(", ")", "to", "with", "from", "as"})
_BEHIND_SUBJECT = (
    BE | MODALS | HAVE | frozenset("add link links hold process processes analyse analyses use uses".split())
)


@dataclass(slots=True)
class Parts:
    """Indices of the parties in each part; ``open_sender``: "from" stands before something that was no party."""

    agents: list[int] = field(default_factory=list)
    senders: list[int] = field(default_factory=list)
    receivers: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    open_sender: bool = False

    def of(self, preposition: str, verb: VerbEntry) -> list[int] | None:
        """The part that a preposition fills beside ``verb``, or None where it fills none."""
        if preposition in _SHARED_WITH and verb.verb != "share":
            return None
        if preposition in RECEIVERS:
            return self.receivers
        if preposition in SENDERS:
            return self.senders
        if preposition in AGENTS:
            return self.agents
        return self.places if preposition in WITHIN else None


def read_parts(units: list[Unit], verb: int, entry: VerbEntry, voice: Voice, right: int) -> Parts:
    """The parts behind the verb at ``verb``, up to the end ``right`` of its clause."""
    parts = Parts()
    at = verb + 1
    depth = 0
    if entry.with_object and voice in {"active", "gerund"}:
        at = _receiver_behind_verb(units, at, parts)
    seen_receiver = False
    while at < right:
        unit = units[at]
        depth = max(0, depth + (unit.low == "(") - (unit.low == ")"))
        if unit.kind != "word" or unit.low not in PREPOSITIONS or (depth and unit.low in AGENTS):
            at += 1
            continue
        parties, after = _parties_behind(units, at + 1, right)
        if unit.low == "to" and entry.moves == "open":
            # Only the first "to" behind "access" says to whose data; a later one belongs to what it is for.
            parties = [] if seen_receiver else parties
            seen_receiver = True
        if parties:
            part = parts.of(unit.low, entry)
            joined = units[at - 1].low in {"or", "and", "also"}
            if part is not None and (not part or joined):
                part.extend(parties)
        elif unit.low in SENDERS and at + 1 < right and units[at + 1].kind != "verb":
            parts.open_sender = True
        at = max(after, at + 1)
    return parts


def fronted_senders(units: list[Unit], left: int, verb: int) -> list[int]:
    """The senders that a clause begins with ("From the office and from the providers, data flows into …")."""
    if left > 0 and units[left - 1].kind != "word":
        return []
    at = left
    while (at < verb and is_adverb(units[at])) or units[at].low == "straight":
        at += 1
    senders: list[int] = []
    while at < verb and units[at].kind == "word" and units[at].low in SENDERS:
        parties, after = _parties_behind(units, at + 1, verb)
        senders += parties
        at = after
        while at < verb and units[at].low in {"and", ","}:
            at += 1
    return senders


def senders_of_thing(units: list[Unit], left: int, verb: int) -> list[int]:
    """From whom the thing that a passive says is received comes by its own words ("rows from X are received by Y")."""
    for at in range(left, verb):
        if units[at].kind == "word" and units[at].low in SENDERS:
            return _parties_behind(units, at + 1, verb)[0]
    return []


def _receiver_behind_verb(units: list[Unit], at: int, parts: Parts) -> int:
    """Take the receiver right behind the verb ("provides the CCG with the data"); the index to read on from."""
    position = at
    while position < len(units) and units[position].kind == "word" and units[position].low in ARTICLES:
        position += 1
    if position + 1 >= len(units) or units[position].kind != "party":
        return at
    after = units[position + 1]
    if after.kind == "data" or (after.kind == "word" and after.low in _BEGINS_OBJECT):
        parts.receivers.append(position)
        return position + 1 + (after.low == "with")
    return at


def _parties_behind(units: list[Unit], start: int, right: int) -> tuple[list[int], int]:
    """The parties that the preposition before ``start`` governs, and the index behind them."""
    position = _first_party(units, start, right)
    if position >= right or units[position].kind != "party":
        return [], position
    parties = [position]
    position += 1
    while position < right:
        ahead = position
        while ahead < right and units[ahead].kind == "word" and units[ahead].low in _BETWEEN_JOINED:
            ahead += 1
        between = {unit.low for unit in units[position:ahead]}
        if ahead >= right or units[ahead].kind != "party" or not between & _JOINS:
            break
        if between & {"to", "from"} and units[start - 1].low not in between:
            break
        if _begins_clause(units, ahead):
            break
        parties.append(ahead)
        position = ahead + 1
    return parties, position


def _first_party(units: list[Unit], position: int, right: int) -> int:
    """The index of the first party of a noun phrase, or of where the phrase turns out to have none."""
    steps = 0
    while position < right and steps < 7:
        unit = units[position]
        if unit.kind in {"party", "verb"}:
            return position
        if unit.low in _NAMED_BY and position + 1 < right and units[position + 1].low == "by":
            position += 2  # "an environment hosted by X"
            continue
        if unit.kind == "word":
            if unit.low in {"such", "e"}:
                steps = 0  # "to national bodies such as X"
            elif unit.low in _ENDS_PHRASE or unit.low in {";", ":", "and", "or"}:
                return position
            if unit.low == "." and units[position - 1].low not in {"e", "g", "i"}:
                return position
        position += 1
        steps += 1
    return position


def _begins_clause(units: list[Unit], party: int) -> bool:
    """Whether the party at ``party`` is the subject of a new clause ("… to X and Y then sends …")."""
    position = party + 1
    while position < len(units) and is_adverb(units[position]):
        position += 1
    if position >= len(units):
        return False
    unit = units[position]
    if unit.kind == "verb" and isinstance(unit.value, VerbForm):
        return bool(unit.value.forms & {"base", "s"})
    return unit.kind == "word" and unit.low in _BEHIND_SUBJECT
