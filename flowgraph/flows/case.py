"""One verb of movement in its sentence, with all that was read of it."""

from dataclasses import dataclass

from flowgraph.clauses import Sentence
from flowgraph.domain import PartyKind
from flowgraph.flows.directory import Ref
from flowgraph.flows.frames import Frame
from flowgraph.flows.grammar import MARKING_PARTIES, PREPOSITIONS, Unit
from flowgraph.flows.movement import Movement
from flowgraph.flows.things import Thing
from flowgraph.lexicon.roles import Place, Pointer


@dataclass(slots=True)
class Case:
    """A frame with its sentence, the movement it tells and the thing moved."""

    sentence: Sentence
    units: list[Unit]
    frame: Frame
    movement: Movement
    thing: Thing

    @property
    def outside_blocks(self) -> bool:
        """Whether the sentence stands under no purpose, as in most research agreements."""
        return self.sentence.block.purpose is None

    @property
    def begins_with_only(self) -> bool:
        """Whether the sentence limits ("Only pseudonymised data is sent …")."""
        return self.units[0].low == "only"

    def refs(self, indices: list[int]) -> list[Ref]:
        """What the parties at ``indices`` stand for, and the places inside them."""
        found = (ref for index in indices for ref in (self.units[index].value, self.units[index].inner))
        return [ref for ref in found if isinstance(ref, Ref)]

    def into_finance(self) -> bool:
        """Whether data goes into a Controlled Environment for Finance: it is there for invoice validation only."""
        refs = self.refs(self.movement.receivers)
        return any(isinstance(ref.value, Pointer) and ref.value.to == "finance" for ref in refs)

    def opens_a_place(self) -> bool:
        """Whether what is opened is a system of a party ("access to the risk stratification tool")."""
        return self.movement.opens and any(ref.kind == "place" for ref in self.refs(self.movement.senders))

    def system_dataset(self) -> tuple[str, ...]:
        """The data set that an opened system is there for."""
        for ref in self.refs(self.movement.senders):
            if isinstance(ref.value, Place) and ref.value.dataset is not None:
                return (ref.value.dataset,)
        return ()

    def has_unread_name(self) -> bool:
        """Whether a capitalised name that was read as no party stands where a sender or receiver is named."""
        start, end = self.frame.verb + 1, min(self.frame.clause[1], len(self.units))
        for index in range(start, end):
            unit = self.units[index]
            if unit.kind != "word" or unit.low not in MARKING_PARTIES:
                continue
            for behind in self.units[index + 1 : min(index + 5, end)]:
                if behind.kind != "word" or behind.low in PREPOSITIONS:
                    break
                if self.sentence.text[behind.start].isupper():
                    return True
        return False

    def marks(self) -> list[tuple[str, int, int]]:
        """The stretches of the sentence that decided, in order."""
        units, movement = self.units, self.movement
        marks = [("verb", units[self.frame.verb].start, units[self.frame.verb].end)]
        marks += [("source", units[index].start, units[index].end) for index in movement.senders]
        marks += [("target", units[index].start, units[index].end) for index in movement.receivers]
        start, end = self.frame.thing
        marks += [("data sets", unit.start, unit.end) for unit in units[start:end] if unit.kind == "data"]
        return sorted(marks, key=lambda mark: mark[1])


# What these send is their own: a group word ("mental health data") does not mean the national data sets there.
LOCAL_SOURCES = frozenset({PartyKind.PROVIDER, PartyKind.GP, PartyKind.LOCAL_AUTHORITY})
