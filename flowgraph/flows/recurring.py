"""Sentences that recur word for word: the register's agreements repeat whole paragraphs, and versions whole texts.

What a sentence says by its words alone is kept, so that it is not read anew in each agreement. Sentences that name a
body, or use a word with which a name of the agreement at hand begins, are read anew: what they say is the agreement's.
"""

from dataclasses import dataclass

from flowgraph.flows.words import Unit, Word, read_words

#: How many sentences are kept in a process; of ordinary length they take some five kilobytes each.
MOST = 8192


@dataclass(slots=True)
class Recurrence:
    """What is kept of one sentence: its words, and its units where the words alone decide what they are."""

    words: list[Word]
    keys: frozenset[str]
    units: list[Unit] | None = None


class Recurring:
    """The sentences kept; nothing that it gives out may be changed."""

    def __init__(self, most: int = MOST) -> None:
        """Keep up to ``most`` sentences; of 0, none."""
        self.most = most
        self._kept: dict[str, Recurrence] = {}

    def of(self, text: str) -> Recurrence:
        """What is known of a sentence; where too many are kept, the one that came first goes."""
        known = self._kept.get(text)
        if known is None:
            words = read_words(text)
            known = Recurrence(words, frozenset([word.key for word in words]))
            if self.most:
                if len(self._kept) >= self.most:
                    del self._kept[next(iter(self._kept))]
                self._kept[text] = known
        return known

    def forget(self) -> None:
        """Keep nothing of what was met so far."""
        self._kept.clear()


#: The sentences kept in this process.
recurring = Recurring()
