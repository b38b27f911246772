"""What the sentences before say, looked up only where a sentence leaves something open."""

from collections.abc import Iterator

from flowgraph.clauses import Outline, Sentence
from flowgraph.flows.directory import Member, Ref
from flowgraph.flows.grammar import PREPOSITIONS
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.pointing import Pointing

# How many sentences back a doer or a name still counts; further back another one may have taken its place.
DOER_WITHIN = 3
NAME_WITHIN = 2
_WORK = frozenset("completed undertaken performed conducted out done pseudonymised carried extracted".split())
_DENIED = frozenset({"no", "not", "without", "any"})


class Hindsight:
    """Answers who acted last, who worked on the data, and what was named, before a sentence."""

    def __init__(self, structure: Outline, scanner: Scanner, pointing: Pointing) -> None:
        """All belong to the agreement being read."""
        self._sentences = structure.sentences
        self._scanner = scanner
        self._pointing = pointing

    def named_in(self, sentence: Sentence) -> list[str]:
        """The data sets a sentence names, in order; those it denies are left out."""
        units = self._scanner.units_of(sentence)
        return [
            unit.value
            for index, unit in enumerate(units)
            if unit.kind == "data"
            and isinstance(unit.value, str)
            and not any(before.low in _DENIED for before in units[max(0, index - 2) : index])
        ]

    def listed_by(self, sentence: Sentence) -> tuple[str, ...]:
        """The data sets named by the items of the list that a sentence introduces."""
        names = (name for number in sentence.introduces for name in self.named_in(self._sentences[number]))
        return tuple(dict.fromkeys(names))

    def named_before(self, sentence: Sentence) -> tuple[str, ...]:
        """The data sets named last before a sentence, for "this data"; empty where that is too far back."""
        for earlier in self._back(sentence, NAME_WITHIN):
            named = tuple(dict.fromkeys(self.named_in(earlier)))
            if named:
                return named
        return ()

    def named_in_block(self, sentence: Sentence) -> tuple[str, ...]:
        """All data sets that the steps of the block have named before a sentence."""
        earlier = [before for before in self._back(sentence, len(self._sentences)) if before.block is sentence.block]
        return tuple(dict.fromkeys(name for before in reversed(earlier) for name in self.named_in(before)))

    def actor_before(self, sentence: Sentence) -> Member | None:
        """Who acted in the sentences just before: the first party there that no preposition governs."""
        for earlier in self._back(sentence, DOER_WITHIN):
            actor = self._actor(earlier)
            if actor is not None:
                return actor
        return None

    def worker_before(self, sentence: Sentence) -> Member | None:
        """By whom the block just before says work on the data is done ("… is completed by the council")."""
        for earlier in self._back(sentence, DOER_WITHIN):
            if earlier.block is not sentence.block:
                return None
            worker = self._worker(earlier)
            if worker is not None:
                return worker
        return None

    def _back(self, sentence: Sentence, within: int) -> Iterator[Sentence]:
        return reversed(self._sentences[max(0, sentence.number - within) : sentence.number])

    def _actor(self, sentence: Sentence) -> Member | None:
        units = self._scanner.units_of(sentence)
        for index, unit in enumerate(units[:25]):
            if unit.kind != "party" or not isinstance(unit.value, Ref):
                continue
            if any(before.low in PREPOSITIONS for before in units[max(0, index - 2) : index]):
                continue
            return next(iter(self._pointing.resolve(unit.value, sentence.block)), None)
        return None

    def _worker(self, sentence: Sentence) -> Member | None:
        units = self._scanner.units_of(sentence)
        for index in range(len(units) - 1, 1, -1):
            unit = units[index]
            if unit.kind != "party" or not isinstance(unit.value, Ref):
                continue
            before = {word.low for word in units[max(0, index - 4) : index]}
            if before & _WORK and before & {"by", "within"}:
                resolved = self._pointing.resolve(unit.value, sentence.block)
                if resolved:
                    return resolved[0]
        return None
