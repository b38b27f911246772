"""How far the clause of a verb reaches, and which words stand between it and its subject."""

from flowgraph.flows.grammar import AUXILIARIES, BE, MARKING_PARTIES, MODALS, Unit, is_adverb
from flowgraph.lexicon.verbs import VerbForm

_BREAKS = frozenset(
    """; > → whereby whereas unless except before after once until if while whilst where when because so""".split()
)
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_FINITE = MODALS | BE
_PARTS_OF_VERB_GROUP = frozenset({"able", "to", "be", "permitted", "allowed", "required"})


def before_verb(units: list[Unit], index: int) -> int:
    """The index of the unit before ``index`` that is no adverb; -1 at the beginning."""
    index -= 1
    while index >= 0 and is_adverb(units[index]) and units[index].low not in _PARTS_OF_VERB_GROUP:
        index -= 1
    return index


def low_before(units: list[Unit], index: int) -> str:
    """The word that :func:`before_verb` finds, in lower case; empty where it is no plain word."""
    before = before_verb(units, index)
    return units[before].low if before >= 0 and units[before].kind == "word" else ""


def start_of_auxiliaries(units: list[Unit], index: int) -> int:
    """The index at which the auxiliaries and adverbs before the verb at ``index`` begin."""
    while (
        index - 1 >= 0
        and units[index - 1].kind == "word"
        and (is_adverb(units[index - 1]) or units[index - 1].low in AUXILIARIES)
    ):
        index -= 1
    return index


def clause_of(units: list[Unit], index: int) -> tuple[int, int]:
    """The range of units that belong to the clause of the verb at ``index``; brackets do not end it."""
    left = index
    while left > 0 and not _breaks_left(units, left - 1):
        left -= 1
    right = index + 1
    depth = 0
    while right < len(units):
        if depth == 0 and _breaks_right(units, right, index):
            behind = _behind_aside(units, right)
            if behind is None:
                break
            right = behind
        depth = max(0, depth + (units[right].low == "(") - (units[right].low == ")"))
        right += 1
    return left, right


def _behind_aside(units: list[Unit], index: int) -> int | None:
    """The index behind a relative clause set between commas, where the clause around it goes on with a preposition."""
    if units[index].low not in RELATIVE or not any(unit.low == "," for unit in units[max(0, index - 2) : index]):
        return None
    for at in range(index + 1, len(units) - 1):
        if units[at].low == ",":
            return at + 1 if units[at + 1].low in MARKING_PARTIES else None
    return None


def _breaks_left(units: list[Unit], index: int) -> bool:
    unit = units[index]
    if unit.kind == "verb":
        return _is_finite(units, index)
    if unit.kind != "word":
        return False
    return unit.low in _BREAKS or (unit.low in RELATIVE and unit.low != "that")


def _breaks_right(units: list[Unit], index: int, verb: int) -> bool:
    unit = units[index]
    if unit.kind == "verb":
        return _is_finite(units, index)
    if unit.kind != "word":
        return False
    if unit.low in _FINITE and index > verb + 1:
        return True
    if unit.low in _BREAKS or (unit.low in RELATIVE and unit.low != "that"):
        return True
    return unit.low == "that" and units[index - 1].kind in {"party", "data"}


def _is_finite(units: list[Unit], index: int) -> bool:
    """Whether the verb at ``index`` carries a clause of its own (and does not only describe a noun)."""
    form = units[index].value
    before = before_verb(units, index)
    if not isinstance(form, VerbForm) or before < 0:
        return False
    low = units[before].low if units[before].kind == "word" else ""
    if low in AUXILIARIES:
        return True
    if "noun" in form.forms:
        return False
    if units[before].kind == "party" and form.forms & {"base", "s"}:
        return True
    return low in {"and", "then"} and bool(form.forms & {"base", "s", "past"})
