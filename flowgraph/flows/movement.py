"""From a frame to sender and receiver: one function for each direction in which a verb moves data."""

from typing import Literal, NamedTuple

from flowgraph.domain import FlowKind
from flowgraph.flows.frames import Frame
from flowgraph.flows.grammar import ARTICLES, AUXILIARIES, HAVE, Unit, is_adverb
from flowgraph.flows.subjects import subjects_of
from flowgraph.flows.words import read_words

Wanted = Literal["sender", "receiver", "holder"]


class Movement(NamedTuple):
    """Unit indices of senders and receivers; an empty one is left open by the words.

    ``open`` says whether an empty part may be filled from the sentence's place, and with whom.
    """

    senders: list[int]
    receivers: list[int]
    kind: FlowKind
    rule: str
    may_fill_sender: bool = True
    may_fill_receiver: bool = False

    @property
    def opens(self) -> bool:
        """Whether data is opened to a reader and does not leave its place."""
        return self.kind is FlowKind.ACCESS


_BEFORE_INFINITIVE = AUXILIARIES | {"to"}
_HOLDING = HAVE | {"gain", "gains", "given", "granted", "provided", "allowed", "get", "gets", "offered"}
_SYSTEMS = frozenset("""system systems tool tools portal platform dashboard dashboards module features""".split())
_GRANTS = frozenset(
    """granted provided given available restricted limited permitted afforded gained enabled open offered extended
    allowed possible""".split()
)
_GIVING = frozenset("give gives giving grant grants granting offer offers allow allows provide provides".split())


def read_movement(text: str, units: list[Unit], frame: Frame) -> Movement | None:
    """The movement that a frame of the sentence ``text`` tells, or None where its verb tells of none here."""
    start, end = frame.thing
    if frame.voice in {"dative", "passive"} and any(unit.low == "access" for unit in units[start : start + 2]):
        return None  # "is given access", "access is provided": the noun tells it
    if frame.entry.verb == "make available" and any(unit.low == "identifier" for unit in units[start:end]):
        return None  # "the only identifier available to X" says what X sees, not that it is given
    moves = frame.entry.moves
    if moves == "away":
        return _away(frame)
    if moves == "here":
        return _here(units, frame)
    if moves == "between":
        return _between(frame)
    return _open(text, units, frame)


def _away(frame: Frame) -> Movement | None:
    if frame.voice in {"active", "gerund"}:
        senders = frame.subjects or frame.senders
        return Movement(
            senders,
            frame.receivers,
            FlowKind.TRANSFER,
            "sends",
            may_fill_sender=False,
            may_fill_receiver=bool(senders) and not frame.entry.weak,
        )
    if frame.voice == "noun":
        if not frame.receivers:
            return None
        return Movement(frame.senders or frame.agents, frame.receivers, FlowKind.TRANSFER, "transfer-of")
    senders = frame.senders or frame.agents
    rule = "is-given" if frame.voice == "dative" else "is-sent"
    return Movement(senders, frame.receivers, FlowKind.TRANSFER, rule, may_fill_receiver=bool(frame.agents))


def _owner_of_thing(units: list[Unit], frame: Frame) -> list[int]:
    """Whose the thing is by its name ("downloads the NHS Digital extracts")."""
    start, end = frame.thing
    for index in range(start, min(end, start + 4)):
        behind = units[index + 1] if index + 1 < len(units) else None
        if units[index].kind == "party" and behind is not None and behind.low in _OWNED:
            return [index]
    return []


_OWNED = frozenset({"data", "extract", "extracts", "dataset", "datasets", "file", "files", "records"})


def _here(units: list[Unit], frame: Frame) -> Movement | None:
    if frame.voice in {"active", "gerund"} and frame.receivers and not frame.senders and frame.entry.verb == "export":
        return Movement(frame.subjects, frame.receivers, FlowKind.TRANSFER, "sends", may_fill_sender=False)
    if frame.voice in {"active", "gerund"}:
        frame.senders = frame.senders or _owner_of_thing(units, frame)
        return Movement(
            frame.senders, frame.subjects, FlowKind.TRANSFER, "receives", may_fill_receiver=bool(frame.senders)
        )
    if frame.voice == "noun" and not frame.senders:
        return None
    receivers = frame.receivers or frame.agents
    return Movement(frame.senders, receivers, FlowKind.TRANSFER, "is-obtained", may_fill_receiver=bool(frame.senders))


def _between(frame: Frame) -> Movement | None:
    if not frame.receivers or not frame.senders:
        return None
    return Movement(frame.senders, frame.receivers, FlowKind.TRANSFER, "flows-from-to", may_fill_sender=False)


def _open(text: str, units: list[Unit], frame: Frame) -> Movement | None:
    holders = frame.places + frame.senders
    if frame.voice == "noun":
        readers, rule = _readers_of_noun(units, frame)
        holders = frame.agents + frame.receivers + frame.places + frame.senders
        if not readers:
            return None
        holders = [index for index in holders if index not in readers]
        return Movement(holders, readers, FlowKind.ACCESS, rule)
    if frame.entry.of_systems:
        start, end = frame.thing
        words = read_words(text[units[start].start : units[end - 1].end]) if start < end else []
        if not frame.subjects or not _SYSTEMS & {word.low for word in words}:
            return None
        holders = holders or frame.agents or _held_things(units, frame)
        return (
            Movement(holders, frame.subjects, FlowKind.ACCESS, "uses-system", may_fill_sender=False)
            if holders
            else None
        )
    if frame.voice in {"active", "gerund"}:
        return Movement(holders or _held_things(units, frame), frame.subjects, FlowKind.ACCESS, "accesses")
    return Movement(
        holders or _kept_at(units, frame), frame.agents or frame.receivers, FlowKind.ACCESS, "is-accessed-by"
    )


def _kept_at(units: list[Unit], frame: Frame) -> list[int]:
    """Where the thing of a passive is by its own words ("the extract at the registry is accessed by …")."""
    start, end = frame.thing
    for index in range(start + 1, min(end, frame.verb)):
        before = index - 1
        while before > start and units[before].low in ARTICLES:
            before -= 1
        if units[index].kind == "party" and units[before].low in {"at", "within", "in"}:
            return [index]
    return []


def _held_things(units: list[Unit], frame: Frame) -> list[int]:
    """A place or party that is itself what is accessed ("access the online system")."""
    start, end = frame.thing
    return [index for index in range(start, end) if units[index].kind == "party"][:1]


def _readers_of_noun(units: list[Unit], frame: Frame) -> tuple[list[int], str]:
    """Who has or gets "access to" something: the subject before the noun, or the party behind "granted to"."""
    index = frame.verb - 1
    if index > 0 and units[index].kind == "party":
        giver = index - 1
        while giver > 0 and units[giver].low in ARTICLES:
            giver -= 1
        if units[giver].low in _GIVING:
            frame.senders = frame.senders or subjects_of(units, giver)
            return [index], "is-given-access"
    steps = 0
    while index >= 0 and steps < 6 and (units[index].kind == "word" or units[index].low in _GRANTS):
        low = units[index].low
        if low in _HOLDING:
            readers = _subject_before(units, index)
            if readers:
                return readers, "has-access"
            break
        index -= 1
        steps += 1
    labelled = _labelled(units, frame.verb)
    if labelled:
        return labelled, "labelled-access"
    for position in range(frame.verb + 1, len(units)):
        if (units[position].kind == "word" and units[position].low in _GRANTS) or units[position].low in {
            "provided",
            "given",
        }:
            readers = _party_behind_to(units, position + 1)
            if readers:
                return readers, "access-is-granted"
    for position in range(frame.verb + 1, len(units) - 1):
        if units[position].low in {"enable", "enables", "allow", "allows", "permit", "permits"}:
            after = position + 1
            while after < len(units) and units[after].low in ARTICLES:
                after += 1
            if after < len(units) and units[after].kind == "party":
                return [after], "access-is-granted"
    if frame.receivers and frame.agents:
        return frame.agents, "access-by"
    return [], ""


def _labelled(units: list[Unit], verb: int) -> list[int]:
    """The parties of a label before "Access to …" ("A and B: Access to aggregate tables")."""
    if verb < 2 or units[verb - 1].low != ":":
        return []
    label = units[: verb - 1]
    if any(
        unit.kind not in {"party", "word"} or (unit.kind == "word" and unit.low not in {"and", ",", "&", "the"})
        for unit in label
    ):
        return []
    return [index for index, unit in enumerate(label) if unit.kind == "party"]


def _subject_before(units: list[Unit], index: int) -> list[int]:
    index -= 1
    while (
        index >= 0
        and units[index].kind == "word"
        and (is_adverb(units[index]) or units[index].low in _BEFORE_INFINITIVE)
    ):
        index -= 1
    if index >= 0 and units[index].kind == "party":
        readers = [index]
        while index >= 2 and units[index - 1].low in {"and", ",", "or", "&"} and units[index - 2].kind == "party":
            index -= 2
            readers.insert(0, index)
        return readers
    return []


def _party_behind_to(units: list[Unit], index: int) -> list[int]:
    while index < len(units) and units[index].kind == "word" and units[index].low not in {"to", "for"}:
        if units[index].low in {".", ";"}:
            return []
        index += 1
        if index < len(units) and units[index].kind != "word":
            return []
    index += 1
    steps = 0
    while index < len(units) and steps < 5:
        if units[index].kind == "party":
            return [index]
        if units[index].kind == "verb":
            return []
        index += 1
        steps += 1
    return []
