"""Whether a verb of movement is denied, only allowed, only a condition, or only wished for."""

from functools import cache

from flowgraph.flows.frames import Frame
from flowgraph.flows.grammar import AUXILIARIES, BE, Unit, is_adverb
from flowgraph.lexicon.cues import cue, cue_words
from flowgraph.lexicon.verbs import VerbForm

_CONDITIONS = frozenset({"if", "should"})


def is_negated(units: list[Unit], frame: Frame) -> bool:
    """Whether the clause of the verb denies it ("will not be shared", "no data is sent", "there is no flow of")."""
    start, _ = frame.clause
    auxiliaries = _auxiliaries(units, frame.verb)
    if any(unit.low in cue_words("negation") for unit in auxiliaries):
        return not _only(auxiliaries)
    if frame.voice == "passive" and not any(unit.low in BE for unit in auxiliaries):
        # A participle that only describes a noun ("the data provided by X") shares no verb with the clause before it.
        return any(unit.low in cue_words("negation") for unit in units[max(start, frame.verb - 3) : frame.verb])
    before = [unit for unit in _outside_brackets(units[start : frame.verb]) if unit.kind == "word"]
    if frame.voice in {"passive", "noun", "dative"} or frame.entry.moves == "between":
        lows = [unit.low for unit in before]
        if "but" in lows:  # what follows "but" is told and not denied
            before = before[len(lows) - lows[::-1].index("but") :]
        return any(unit.low in cue_words("negation") for unit in before) and not _only(before)
    # "Neither A nor B receive …", "No processor receives …"
    head = [unit.low for unit in before[:3]]
    behind = units[frame.verb + 1 : frame.verb + 3]
    return any(low in {"no", "neither", "none"} for low in head) or any(unit.low == "no" for unit in behind)


def _outside_brackets(units: list[Unit]) -> list[Unit]:
    kept, depth = [], 0
    for unit in units:
        depth = max(0, depth + (unit.low == "(") - (unit.low == ")"))
        if not depth:
            kept.append(unit)
    return kept


def _only(words: list[Unit]) -> bool:
    lows = [unit.low for unit in words]
    return "not" in lows and "only" in lows[lows.index("not") :][:2]


def is_permission(units: list[Unit], frame: Frame) -> bool:
    """Whether the verb is only allowed ("may be shared", "can be sent", "can read and send")."""
    auxiliaries = _auxiliaries(units, frame.verb)
    if any(unit.low in cue_words("permission") for unit in auxiliaries):
        return True
    form = units[frame.verb].value
    before = frame.verb - len(auxiliaries) - 1
    if not isinstance(form, VerbForm) or "base" not in form.forms or before < 0 or units[before].low != "and":
        return False
    for unit in reversed(units[:before]):
        if unit.low == ";" or unit.low in AUXILIARIES:
            return unit.low in cue_words("permission")
        if unit.kind == "verb" and isinstance(unit.value, VerbForm) and "base" not in unit.value.forms:
            return False
    return False


def is_conditional(units: list[Unit], frame: Frame) -> bool:
    """Whether the verb stands in an if-clause, so that it tells of nothing that is."""
    start, _ = frame.clause
    for index in range(start - 1, -1, -1):
        low = units[index].low
        if units[index].kind == "word" and low in {",", ";", "then"}:
            return False
        if units[index].kind == "word" and low in _CONDITIONS:
            return True
    return units[start].low in {"if", "whether"} if start < len(units) else False


def is_wish(text: str, units: list[Unit], frame: Frame) -> bool:
    """Whether the movement is only asked for ("may apply for access", "requests that … provide")."""
    start, _ = frame.clause
    begin = units[start].start if start < len(units) else 0
    match = cue("wish").search(text, begin, units[frame.verb].end)
    return match is not None


@cache
def _in_verb_group() -> frozenset[str]:
    return AUXILIARIES | cue_words("negation") | {"to", "permitted", "allowed", "able", "does", "do", "did", "only"}


def _auxiliaries(units: list[Unit], verb: int) -> list[Unit]:
    """The words between subject and verb: auxiliaries, adverbs, negations."""
    index = verb
    allowed = _in_verb_group()
    while (
        index > 0
        and units[index - 1].kind == "word"
        and (is_adverb(units[index - 1]) or units[index - 1].low in allowed)
    ):
        index -= 1
    return units[index:verb]
