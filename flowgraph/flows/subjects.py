"""Who the subject of a verb is: the party before it, or the one that an earlier clause of the sentence began with."""

from flowgraph.flows.extent import RELATIVE, start_of_auxiliaries
from flowgraph.flows.grammar import AGENTS, ARTICLES, PREPOSITIONS, Unit

_BUT_AGENTS = PREPOSITIONS - AGENTS
_OPENING = frozenset({"after", "before", "on", "upon", "by", "when", "once", "having"})
_JOINS = frozenset({"and", "&", "or", ",", "/"})


def subjects_of(units: list[Unit], index: int) -> list[int]:
    """The indices of the parties that are the subject of the verb at ``index``; empty where the words name none."""
    start = start_of_auxiliaries(units, index)
    at = start - 1
    if at < 0 or (at == 0 and units[at].low in _OPENING):
        return _subject_behind(units, index)
    unit = units[at]
    infinitive = units[start].low == "to" and start < index
    if unit.kind == "party" and not (infinitive and _is_argument(units, at, frozenset({"for"}))):
        return _with_coordinated(units, at)
    if unit.kind == "word" and unit.low in RELATIVE:
        return _nearest_party(units, at, any_place=True)
    if unit.kind == "word" and unit.low == ")":
        while at > 0 and units[at].low != "(":
            at -= 1
        if at > 0 and units[at - 1].kind == "party":
            return [at - 1]
    return _nearest_party(units, start) or _agent_before(units, start)


def _subject_behind(units: list[Unit], index: int) -> list[int]:
    """Whom a clause at the beginning is about: the subject behind its comma ("After receiving rows, X sends …")."""
    for at in range(index + 1, len(units) - 1):
        if units[at].low == ",":
            at += 1
            while at < len(units) and units[at].low in ARTICLES:
                at += 1
            return [at] if at < len(units) and units[at].kind == "party" else []
    return []


def _agent_before(units: list[Unit], end: int) -> list[int]:
    """The doer of a passive before ("is used by X to … and share …": X shares)."""
    for at in range(end - 1, 0, -1):
        if units[at].kind == "word" and units[at].low == ";":
            return []
        if units[at].kind == "party" and _is_argument(units, at, _BUT_AGENTS):
            return _with_coordinated(units, at)
    return []


def _nearest_party(units: list[Unit], end: int, *, any_place: bool = False) -> list[int]:
    for at in range(end - 1, -1, -1):
        if units[at].kind == "word" and units[at].low == ";":
            return []
        if units[at].kind == "word" and units[at].low in RELATIVE and not any_place:
            before = at - 1 - (units[at - 1].low == ",")
            if before >= 0 and units[before].kind == "party":
                return [before]  # "… to the office, which matches them and returns …"
        if units[at].kind == "party" and (any_place or not (_is_argument(units, at) or _is_object(units, at))):
            return _with_coordinated(units, at)
    return []


def _is_argument(units: list[Unit], at: int, but: frozenset[str] = frozenset()) -> bool:
    """Whether a preposition (other than those in ``but``) stands before the party at ``at``."""
    at -= 1
    steps = 0
    while at >= 0 and steps < 3 and units[at].kind == "word" and units[at].low not in PREPOSITIONS:
        if units[at].low in {"and", ",", "or"}:
            return at > 0 and units[at - 1].kind == "party" and _is_argument(units, at - 1)
        at -= 1
        steps += 1
    return at >= 0 and units[at].kind == "word" and units[at].low in PREPOSITIONS - but


def _is_object(units: list[Unit], at: int) -> bool:
    """Whether the party at ``at`` is what a verb before it acts on ("access the online system")."""
    at -= 1
    while at >= 0 and units[at].kind == "word" and units[at].low in ARTICLES:
        at -= 1
    return at >= 0 and units[at].kind == "verb"


def _with_coordinated(units: list[Unit], at: int) -> list[int]:
    """The party at ``at`` and those joined to it before ("the CCG and the council")."""
    members = [at]
    position = at - 1
    while position > 0:
        while position > 0 and units[position].low in ARTICLES and units[position].kind == "word":
            position -= 1
        if units[position].low not in _JOINS or units[position - 1].kind != "party":
            break
        if units[position].low == "," and len(members) == 1:
            break  # the last of a list is joined by a word; a comma alone ends an introduction
        members.insert(0, position - 1)
        position -= 2
    return members
