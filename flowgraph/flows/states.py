"""In which state data moves: what the words beside the verb say, else what reached the sender."""

import re

from flowgraph.clauses import Outline, Sentence
from flowgraph.domain import FlowKind, Identifiability, PartyKind, StateSource
from flowgraph.flows.directory import Member
from flowgraph.flows.frames import Frame
from flowgraph.flows.grammar import BE, Unit, is_plain_adverb
from flowgraph.flows.situation import Situation
from flowgraph.flows.things import points_back, states_in
from flowgraph.lexicon.cues import StateCue

_STRENGTH = {
    Identifiability.AGGREGATED: 0,
    Identifiability.ANONYMISED: 1,
    Identifiability.PSEUDONYMISED: 2,
    Identifiability.IDENTIFIABLE: 3,
}


# Work on the data that the same sentence says is done before the data is sent on.
_PSEUDONYMISING = re.compile(
    r"\bpseudonymisation (?:of [^,;.]{1,60}? )?(?:is|are|has been) (?:then )?"
    r"(?:completed|undertaken|performed|carried out)\b.*\b(?:sent|passed|transferred)\b",
    re.IGNORECASE,
)
_GOES_ON = (
    "this data",
    "these data",
    "the data ",
    "the file ",
    "this file",
    "these files",
    "the files",
    "each file",
    "this dataset",
    "the dataset",
    "data will",
    "the extract",
)
_MAKES_PASSIVE = BE | {"made"}


class StateReader:
    """Reads the states of flows; one movement may run in two ("pseudonymised and aggregate data")."""

    def __init__(self, structure: Outline, situation: Situation) -> None:
        """Both belong to the agreement being read."""
        self.structure = structure
        self.situation = situation

    def read(
        self, sentence: Sentence, units: list[Unit], frame: Frame, source: Member, target: Member, kind: FlowKind
    ) -> tuple[list[Identifiability], StateSource]:
        """The states of the movement from ``source`` to ``target``, at least one, and how they are known."""
        if kind is FlowKind.RE_IDENTIFICATION:
            return [Identifiability.IDENTIFIABLE], StateSource.STATED
        named = (
            self.named(sentence, units, frame)
            or self._said_after(sentence, target, kind)
            or self._said_before(sentence, source)
        )
        if named:
            return named, StateSource.STATED
        carried = self._carried(sentence, source)
        if carried is not None:
            return [carried], StateSource.CARRIED
        return [Identifiability.UNSTATED], StateSource.UNSTATED

    def may_hold(self, sentence: Sentence, units: list[Unit], frame: Frame, member: Member) -> bool:
        """Whether a sender that is only inferred can have data as identifying as the sentence says it is."""
        held = set(self.situation.holdings(sentence.block, member).values()) - {Identifiability.UNSTATED}
        named = self.named(sentence, units, frame)
        if not held or Identifiability.IDENTIFIABLE not in named:
            return True
        return Identifiability.IDENTIFIABLE in held

    def named(self, sentence: Sentence, units: list[Unit], frame: Frame) -> list[Identifiability]:
        """The states that the sentence itself names for what moves."""
        text = sentence.text
        start, end = frame.thing
        begin = units[start].start if start < len(units) else 0
        finish = units[end - 1].end if 0 < end <= len(units) else len(text)
        cues = self._outside_names(text, units, begin, finish)
        if _are_two(text, cues):
            return [cue.state for cue in cues]
        found = [cue.state for cue in cues]
        if not found and not only_describes(units, frame):
            left, right = frame.clause
            clause = (units[left].start if left < len(units) else 0, units[right - 1].end if right else len(text))
            found = [cue.state for cue in self._outside_names(text, units, *clause)]
        if not found and frame.voice == "passive" and not only_describes(units, frame):
            found = [cue.state for cue in self._outside_names(text, units, 0, units[frame.verb].start)][-1:]
        if not found and sentence.introduces:
            for number in sentence.introduces:
                item = self.structure.sentences[number].text
                found += [cue.state for cue in states_in(item, 0, len(item))[:1]]
        return _reconciled(list(dict.fromkeys(found)))

    @staticmethod
    def _outside_names(text: str, units: list[Unit], start: int, end: int) -> list[StateCue]:
        """The state cues of a stretch, without words like "summary" that belong to a name."""
        names = [(unit.start, unit.end) for unit in units if unit.kind in {"data", "party"}]
        return [
            cue
            for cue in states_in(text, start, end)
            if cue.state is not Identifiability.AGGREGATED or not any(a <= cue.start < b for a, b in names)
        ]

    def _said_after(self, sentence: Sentence, target: Member, kind: FlowKind) -> list[Identifiability]:
        """What the next sentences of the same step say of what the target sees ("The only identifier available …")."""
        for following in self.structure.sentences[sentence.number + 1 : sentence.number + 3]:
            if following.paragraph != sentence.paragraph:
                break
            low = following.text.casefold()
            if kind is FlowKind.TRANSFER and not low.startswith(_GOES_ON):
                continue
            if "identifier available" in low or "identifiers available" in low:
                return [Identifiability.IDENTIFIABLE]
            found = states_in(following.text, 0, len(following.text))
            if found and "data" in low and target.kind is not PartyKind.GP:
                return [found[0].state]
        return []

    def _said_before(self, sentence: Sentence, source: Member) -> list[Identifiability]:
        """What the sentences just before say of data that this one points back to ("This dataset is sent …")."""
        if not points_back(sentence.text) and not _PSEUDONYMISING.search(sentence.text):
            return []
        if _PSEUDONYMISING.search(sentence.text):
            return [Identifiability.PSEUDONYMISED]
        for earlier in reversed(self.structure.sentences[max(0, sentence.number - 3) : sentence.number]):
            if earlier.block is not sentence.block or sentence.paragraph - earlier.paragraph > 1:
                break
            found = _reconciled([cue.state for cue in states_in(earlier.text, 0, len(earlier.text))])
            if found:
                return found[:1]
        return []

    def _carried(self, sentence: Sentence, source: Member) -> Identifiability | None:
        """The state in which the data reached the sender, unless the block makes another of it."""
        if source.kind is PartyKind.NATIONAL:
            return None  # what a national body gives out is not what it was sent
        held = set(self.situation.holdings(sentence.block, source).values())
        held.discard(Identifiability.UNSTATED)
        if len(held) != 1:
            return None
        state = held.pop()
        if state is Identifiability.IDENTIFIABLE and self._changes(sentence):
            return None
        return state

    def _changes(self, sentence: Sentence) -> bool:
        """Whether the block speaks of pseudonymising before this sentence ends."""
        return any(
            "pseudonymis" in earlier.text.casefold() or "anonymis" in earlier.text.casefold()
            for earlier in self.structure.sentences[: sentence.number + 1]
            if earlier.block is sentence.block
        )


def only_describes(units: list[Unit], frame: Frame) -> bool:
    """Whether the verb is a participle that describes a noun ("the data provided by X"), in a clause about more."""
    if frame.voice != "passive":
        return False
    before = frame.verb - 1
    while before >= 0 and is_plain_adverb(units[before]):
        before -= 1
    if before >= 0 and units[before].low in {"and", ",", "or", "then"}:
        return not any(unit.low in BE for unit in units[max(0, before - 8) : before])
    return before < 0 or units[before].low not in _MAKES_PASSIVE


def _are_two(text: str, cues: list[StateCue]) -> bool:
    """Whether the words set two states side by side ("pseudonymised and identifiable data"): data runs in both."""
    if {cue.state for cue in cues} != {Identifiability.PSEUDONYMISED, Identifiability.IDENTIFIABLE} or len(cues) != 2:
        return False
    return text[cues[0].end : cues[1].start].strip() in {"and", "&", "or", "and/or", "/", ","}


def _reconciled(found: list[Identifiability]) -> list[Identifiability]:
    """Cues that describe one state together are one: aggregated data is anonymous, pseudonymised data keeps a key."""
    states = set(found)
    if Identifiability.AGGREGATED in states:
        states.discard(Identifiability.ANONYMISED)
    if Identifiability.PSEUDONYMISED in states:
        states.discard(Identifiability.ANONYMISED)
        states.discard(Identifiability.IDENTIFIABLE)
    if Identifiability.IDENTIFIABLE in states and Identifiability.ANONYMISED in states:
        states.discard(Identifiability.IDENTIFIABLE)
    return sorted(states, key=lambda state: -_STRENGTH[state])
