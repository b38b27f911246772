"""Questions about one verb in its sentence that decide whether a movement is told there, and of what."""

from flowgraph.flows.case import Case
from flowgraph.flows.draft import Outcome
from flowgraph.flows.frames import Frame
from flowgraph.flows.grammar import BE, MODALS, Unit, is_adverb
from flowgraph.flows.things import read_thing
from flowgraph.lexicon.verbs import VerbForm

_PERMITTED = frozenset("able permitted allowed continue entitled".split())
# How many units from a verb the data that it moves may stand.
_NEAR = 6


def names_movement(text: str, units: list[Unit]) -> bool:
    """Whether a verb of movement stands near data and beside two parties, so that a flow may be told unread."""
    if len({unit.value for unit in units if unit.kind == "party"}) < 2:
        return False
    for index, unit in enumerate(units):
        if not isinstance(unit.value, VerbForm) or unit.value.entry.weak or _is_plain_noun(unit.value):
            continue
        if read_thing(text, units, max(0, index - _NEAR), min(len(units), index + _NEAR)).is_data:
            return True
    return False


def _is_plain_noun(form: VerbForm) -> bool:
    """Whether the word is as often a thing as a movement ("report"), other than "access"."""
    return "noun" in form.forms and form.entry.moves != "open"


def is_pronoun(thing: list[Unit]) -> bool:
    """Whether what is moved is only "it" or "them"."""
    words = {unit.low for unit in thing if not is_adverb(unit) and unit.low not in BE | MODALS}
    return bool(words) and words <= {"it", "they", "them"}


def says_what_for(units: list[Unit], frame: Frame) -> bool:
    """Whether an infinitive only says what an access is for ("can use the system to access the data")."""
    if frame.entry.moves != "open" or frame.verb < 2 or units[frame.verb - 1].low != "to":
        return False
    before = units[frame.verb - 2]
    return before.kind != "party" and before.low not in _PERMITTED


def is_in_return(outcome: Outcome, case: Case) -> bool:
    """Whether something comes back for what was just told: "A sends the list to B to receive the rows"."""
    frame = case.frame
    return (
        frame.entry.moves == "here"
        and bool(outcome.drafts)
        and not frame.senders
        and case.units[frame.verb - 1].low == "to"
    )
