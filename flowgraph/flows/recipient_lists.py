"""Lists of recipients: a sentence tells the movement, the items below it name only who may receive."""

from dataclasses import dataclass

from flowgraph.clauses import Sentence
from flowgraph.flows.case import Case
from flowgraph.flows.directory import Member, Ref
from flowgraph.flows.grammar import Unit
from flowgraph.flows.pointing import Pointing

# Items further below than this many paragraphs belong to something else.
LONGEST_LIST = 8
_RECIPIENT = frozenset({"back", "with", "to"})


@dataclass(slots=True)
class OpenList:
    """The movement of the introducing sentence, and who sends in it."""

    case: Case
    senders: list[Member]


class RecipientLists:
    """Remembers an introduction that still lacks its recipients, and reads them from the items."""

    def __init__(self, pointing: Pointing) -> None:
        """``pointing`` resolves the recipients' names."""
        self._pointing = pointing
        self.open: OpenList | None = None

    def begin(self, case: Case, senders: list[Member]) -> None:
        """Open a list below the sentence of ``case``."""
        self.open = OpenList(case, senders)

    def is_open_for(self, sentence: Sentence) -> bool:
        """Whether ``sentence`` can be an item of the list that is open; a new block closes it."""
        if self.open is None:
            return False
        introduction = self.open.case.sentence
        if introduction.block is not sentence.block:
            self.open = None
            return False
        return sentence.paragraph - introduction.paragraph <= LONGEST_LIST

    def recipients(self, sentence: Sentence, units: list[Unit]) -> list[Member]:
        """The recipients an item names: "Back to a provider …", or a name and nothing else; empty for other items."""
        if units[0].low in _RECIPIENT:
            for index, unit in enumerate(units[:8]):
                if unit.kind == "party" and isinstance(unit.value, Ref):
                    return self._pointing.resolve(unit.value, sentence.block)
                if index and unit.kind == "verb":
                    return []
            return []
        parties = [unit for unit in units if unit.kind == "party"]
        if len(parties) != 1 or not isinstance(parties[0].value, Ref):
            return []
        alone = parties[0].end - parties[0].start >= len(sentence.text) - 6
        return self._pointing.resolve(parties[0].value, sentence.block) if alone else []
