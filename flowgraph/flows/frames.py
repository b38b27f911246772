"""Who does what to whom: for each verb of movement in a sentence, the parties in their parts.

A frame is read from the words alone; which party a pointing word means, and what an unnamed sender is, is decided
later by the place of the sentence in its block.
"""

from dataclasses import dataclass, field

from flowgraph.flows.extent import clause_of
from flowgraph.flows.grammar import ARTICLES, BE, MODALS, RECEIVERS, SENDERS, Unit
from flowgraph.flows.parts import Parts, fronted_senders, read_parts, senders_of_thing
from flowgraph.flows.subjects import subjects_of
from flowgraph.flows.voices import Voice, voice_of
from flowgraph.lexicon.verbs import VerbEntry, VerbForm

_BEFORE_AVAILABLE = BE | {"made", ";"}
_TO_OR_FROM = RECEIVERS | SENDERS
_SAY_NOTHING = ARTICLES | BE | MODALS


@dataclass(slots=True)
class Frame:
    """A verb of movement with its parts, as indices of units; a part that the words do not fill is empty.

    ``thing`` is the range of units that say what is moved. ``agents`` are the doers of a passive. ``open_sender`` says
    that "from" stands there with something behind it that was not read as a party.
    """

    verb: int
    entry: VerbEntry
    voice: Voice
    subjects: list[int] = field(default_factory=list)
    agents: list[int] = field(default_factory=list)
    senders: list[int] = field(default_factory=list)
    receivers: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    open_sender: bool = False
    thing: tuple[int, int] = (0, 0)
    clause: tuple[int, int] = (0, 0)


def read_frames(units: list[Unit]) -> list[Frame]:
    """The frames of a sentence in the order of their verbs."""
    frames = []
    for index, unit in enumerate(units):
        if unit.kind == "verb" and isinstance(unit.value, VerbForm):
            frame = _available(units, index, unit.value) if unit.low == "available" else _read(units, index, unit.value)
            if frame is not None:
                frames.append(frame)
    return frames


def _read(units: list[Unit], index: int, form: VerbForm) -> Frame | None:
    voice = voice_of(units, index, form)
    if voice is None:
        return None
    left, right = clause_of(units, index)
    frame = Frame(index, form.entry, voice, clause=(left, right))
    if voice in {"active", "gerund"}:
        frame.subjects = subjects_of(units, index)
        frame.thing = (index + 1, right)
    elif voice == "dative":
        frame.receivers = subjects_of(units, index)
        frame.thing = (index + 1, right)
    elif voice == "passive":
        frame.thing = (left, index)
    else:
        frame.thing = (index, right)
    _take(frame, read_parts(units, index, form.entry, voice, right))
    if not frame.senders and (form.entry.moves == "between" or voice == "passive"):
        frame.senders = fronted_senders(units, left, index)
    if not frame.senders and form.entry.moves == "here":
        frame.senders = senders_of_thing(units, left, index) if voice == "passive" else []
    if form.entry.moves == "between":
        frame.thing = (left, right)
    elif voice in {"active", "gerund"}:
        frame.thing = (_start_of_object(units, frame), _end_of_object(units, frame))
    elif voice == "passive" and left < index and not _says_what(units[left:index]):
        frame.thing = (left, right)
    return frame


def _available(units: list[Unit], index: int, form: VerbForm) -> Frame:
    """The frame of "makes X available to Y", a verb of giving, or of "is (made) available to Y", its passive."""
    left, right = clause_of(units, index)
    frame = Frame(index, form.entry, "passive", clause=(left, right), thing=(left, index))
    for at in range(index - 1, max(-1, index - 18), -1):
        low = units[at].low
        if units[at].kind == "word" and low in {"make", "makes", "making"}:
            frame.voice = "active"
            frame.subjects = subjects_of(units, at)
            frame.thing = (at + 1, index)
            break
        if units[at].kind == "word" and low in _BEFORE_AVAILABLE:
            break
    _take(frame, read_parts(units, index, form.entry, frame.voice, right))
    return frame


def _take(frame: Frame, parts: Parts) -> None:
    frame.agents += parts.agents
    frame.senders += parts.senders
    frame.receivers += parts.receivers
    frame.places += parts.places
    frame.open_sender = parts.open_sender


def _start_of_object(units: list[Unit], frame: Frame) -> int:
    """Where what is moved begins: behind the receiver of "supplies the unit with …"."""
    start, end = frame.thing
    behind = frame.receivers[0] + 1 if frame.receivers else end
    between = units[start : behind - 1]
    if behind < end and units[behind].low == "with" and all(unit.low in ARTICLES for unit in between):
        return behind + 1
    return start


def _end_of_object(units: list[Unit], frame: Frame) -> int:
    """Where what is moved ends: before the preposition of the receiver or sender, if something stands before it."""
    start, end = frame.thing
    for party in sorted(frame.receivers[:1] + frame.senders[:1]):
        at = party
        while at > start and not (units[at].kind == "word" and units[at].low in _TO_OR_FROM):
            at -= 1
        if any(unit.kind != "word" or unit.low not in ARTICLES for unit in units[start:at]):
            return at
    return end


def _says_what(units: list[Unit]) -> bool:
    return any(unit.kind == "data" or (unit.kind == "word" and unit.low not in _SAY_NOTHING) for unit in units)
