"""In which voice a verb of movement stands, or whether the word is no verb of movement here at all."""

from typing import Literal

from flowgraph.flows.extent import RELATIVE, before_verb, start_of_auxiliaries
from flowgraph.flows.grammar import (
    ARTICLES,
    BE,
    HAVE,
    MARKING_PARTIES,
    MODALS,
    PREPOSITIONS,
    SENDERS,
    Unit,
    is_plain_adverb,
)
from flowgraph.lexicon.verbs import VerbForm

Voice = Literal["active", "passive", "dative", "noun", "gerund"]

# What follows the noun "access" itself; before another noun it only describes it ("access agreement").
_BEHIND_ACCESS = frozenset("to by is are will was has can may within via through for".split())
_BEFORE_GERUND = frozenset("by for of from after before on in and or with without then when to while".split())
# Verbs whose form in -s is more often a plural.
_ALSO_NOUNS = frozenset("extract report issue query view copy move feed share export upload return".split())
_DETERMINERS = ARTICLES | frozenset(
    """no such secure annual one-way regular further subsequent following monthly of data direct online any onward
    initial restricted full system record physical remote their on""".split()
)
_BEFORE_CLAUSE = RELATIVE | {"and", "then"}
_BEFORE_VERB = MODALS | {"to"}
_BEFORE_BASE = _BEFORE_VERB | HAVE
_FINITE = BE | MODALS
_BEHIND_PARTICIPLE = MARKING_PARTIES | {"under", "via", "through", "in"}
_BEHIND_PASSIVE = PREPOSITIONS - {"with"}
_BEFORE_ACTIVE = frozenset("and or , then who which that ) users team teams also not staff".split())


def voice_of(units: list[Unit], index: int, form: VerbForm) -> Voice | None:
    """The voice of the verb at ``index``; None where the word is a noun or an attribute and tells of no movement."""
    at = before_verb(units, index)
    before = units[at] if at >= 0 else None
    low = before.low if before is not None and before.kind == "word" else ""
    forms = form.forms
    if "participle" in forms or "past" in forms:
        return _voice_of_past(units, index, form, before, low)
    if "noun" in forms:
        as_noun = _noun_by_what_follows(units, index, form, low)
        if low in _DETERMINERS or as_noun:
            return "noun" if form.entry.moves != "open" or as_noun else None
    if "ing" in forms and not forms & {"base", "s"}:
        if low in BE:
            return "active"
        return "gerund" if low in _BEFORE_GERUND or before is None else None
    is_plural = forms == {"s", "noun"} or (forms == {"s"} and form.entry.verb in _ALSO_NOUNS)
    moves_itself = form.entry.moves == "between" and _preposition_follows(units, index, SENDERS)
    if moves_itself and before is not None and before.kind == "data":
        return "active"
    if is_plural and (
        before is None or (before.kind != "party" and low not in _BEFORE_CLAUSE) or _clause_has_verb(units, index)
    ):
        return None
    if "base" in forms and low in _BEFORE_BASE:
        return "active"
    if (before is not None and before.kind == "party") or form.entry.moves == "between" or low in _BEFORE_ACTIVE:
        return "active"
    if "noun" in forms:
        return "noun"
    describes = before is not None and (before.kind == "data" or low in {"the", "these", "a", "of"})
    return None if forms <= {"base", "s"} and describes else "active"


def _voice_of_past(units: list[Unit], index: int, form: VerbForm, before: Unit | None, low: str) -> Voice:
    if low in BE:
        return "dative" if _is_dative(units, index, form) else "passive"
    if low in HAVE:
        return "active"
    if before is not None and before.kind == "party":
        return "passive" if _preposition_follows(units, index, _BEHIND_PARTICIPLE) else "active"
    if low in {"and", ",", "or"} and not _preposition_follows(units, index, MARKING_PARTIES):
        return "active" if _active_past_before(units, index) else "passive"
    return "passive"


def _is_dative(units: list[Unit], index: int, form: VerbForm) -> bool:
    """Whether the subject of a passive is the receiver: "the unit is sent the data", "is provided with the data"."""
    if not form.entry.with_object:
        return False
    behind = index + 1
    while behind < len(units) and is_plain_adverb(units[behind]):
        behind += 1
    subject = start_of_auxiliaries(units, index) - 1
    if behind >= len(units) or subject < 0 or units[subject].kind != "party":
        return False
    after = units[behind]
    if after.kind == "word":
        return after.low not in _BEHIND_PASSIVE and after.low not in {",", "and", ".", ")"}
    return after.kind in {"data", "verb", "party"}


def _clause_has_verb(units: list[Unit], index: int) -> bool:
    """Whether a finite verb already stands before this word in its clause, so that this one is a noun."""
    for unit in reversed(units[:index]):
        if unit.kind == "word" and unit.low in {";", ",", "and", "then", "which", "who", "that"}:
            return False
        if unit.kind == "verb" or (unit.kind == "word" and unit.low in _FINITE):
            return True
    return False


def _noun_by_what_follows(units: list[Unit], index: int, form: VerbForm, low: str) -> bool:
    if index + 1 >= len(units):
        return True
    after = units[index + 1].low
    if form.entry.moves == "open":
        return after in _BEHIND_ACCESS and low not in _BEFORE_VERB
    return after == "of" or low in {"the", "a", "any", "of", "secure", "data", "no"}


def _preposition_follows(units: list[Unit], index: int, words: frozenset[str]) -> bool:
    index += 1
    while index < len(units) and is_plain_adverb(units[index]):
        index += 1
    return index < len(units) and units[index].kind == "word" and units[index].low in words


def _active_past_before(units: list[Unit], index: int) -> bool:
    for at, unit in enumerate(units[:index]):
        if unit.kind == "verb" and isinstance(unit.value, VerbForm) and "past" in unit.value.forms:
            before = before_verb(units, at)
            if before < 0 or units[before].low not in BE:
                return True
    return False
