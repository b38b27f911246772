"""A sentence as words with their places, and a table that finds known phrases among them."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from flowgraph.flows.directory import Ref
    from flowgraph.lexicon.verbs import VerbForm

ValueT = TypeVar("ValueT")

_WORD = re.compile(r"[A-Za-z0-9]+(?:[&+'’-][A-Za-z0-9]+)*\+?(?:\(s\))?|[^\sA-Za-z0-9]")
_POSSESSIVE = re.compile(r"(?:['’]s?|\(s\))$")
# How many different words are kept read; the register's whole vocabulary is smaller.
_VOCABULARY = 65536


class Unit(NamedTuple):
    """A stretch of a sentence that is read as one thing: a word or punctuation mark, until more is found in it.

    ``low`` is its (first) word in lower case without a possessive ending. ``value`` is what it stands for: a Ref, the
    name of a data set, or a VerbForm. ``inner`` is a place or pointing word inside the party ("the CEfF in X": the
    CEfF). ``start`` and ``end`` count characters of the sentence. Of a mere word, ``text`` is the word as written,
    ``key`` what tables of phrases know it by, and ``is_capitalised`` says whether it can be part of a name.
    """

    kind: Literal["party", "data", "verb", "word"]
    low: str
    start: int
    end: int
    value: "Ref | str | VerbForm | None" = None
    inner: "Ref | None" = None
    text: str = ""
    key: str = ""
    is_capitalised: bool = False


#: A unit as :func:`read_words` gives it.
Word = Unit

# The constructor of a named tuple is a Python function that only calls this; a text has very many words.
_unit = partial(tuple.__new__, Unit)


def read_words(text: str) -> list[Word]:
    """The words of ``text`` in order; white space is between them and belongs to none."""
    words = []
    end = 0
    for found in _WORD.findall(text):
        start = text.index(found, end)
        end = start + len(found)
        low, key, is_capitalised = _spelling(found)
        words.append(_unit(("word", low, start, end, None, None, found, key, is_capitalised)))
    return words


@lru_cache(maxsize=_VOCABULARY)
def _spelling(word: str) -> tuple[str, str, bool]:
    """What a word is wherever it stands: in lower case, its key, and whether it is capitalised."""
    low = word.casefold()
    if low[-1] in "s'’)" and ("'" in low or "’" in low or low.endswith("(s)")):
        low = (_POSSESSIVE.sub("", low) or low).replace("’", "'")
    capitalised = word[0].isupper() or (word[0].isdigit() and any(letter.isupper() for letter in word))
    return low, _SPELLINGS.get(low, low), capitalised


class _Node(Generic[ValueT]):
    """A place in the tree of phrases: where each next word leads, and the phrases that end here."""

    __slots__ = ("found", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[ValueT]] = {}
        self.found: list[tuple[tuple[str, ...] | None, ValueT]] = []


class PhraseTable(Generic[ValueT]):
    """Known phrases as a tree of their words; the longest that fits at a place is found.

    Phrases of one word in capitals are found only in capitals ("DID" is a data set, "did" is not).
    Commas, full stops and "and"/"&" inside a phrase are levelled: "South, Central & West" is found where
    "South Central and West" is known.
    """

    def __init__(self) -> None:
        """Begin without phrases."""
        self._root: _Node[ValueT] = _Node()

    def add(self, phrase: str, value: ValueT, *, exact: bool | None = None) -> None:
        """Know ``phrase`` as ``value``; ``exact`` asks for the same capitals (by default for a word in capitals)."""
        words = [word for word in read_words(phrase) if word.low not in _LEVELLED]
        if not words:
            return
        if exact is None:
            exact = len(words) == 1 and words[0].text.isupper() and words[0].text.isalpha()
        node = self._root
        for word in words:
            node = node.next.setdefault(word.key, _Node())
        node.found.append((tuple(word.text.rstrip("'’s") for word in words) if exact else None, value))

    @property
    def first_words(self) -> Collection[str]:
        """The keys of the words with which phrases begin; it grows with the table."""
        return self._root.next.keys()

    def beginnings(self) -> Iterator[tuple[str, frozenset[str], bool]]:
        """The key of each first word, those that may stand behind it, and whether it is a phrase by itself."""
        for key, node in self._root.next.items():
            yield key, _LEVELLED.union(node.next), bool(node.found)

    def find(
        self, words: list[Word], index: int, allowed: Callable[[ValueT, int], bool] | None = None
    ) -> tuple[ValueT, int] | None:
        """The value of the longest phrase that begins at ``words[index]``, and the index behind it.

        ``allowed`` may turn down a value (told where its phrase ends), so that the next best is tried.
        """
        node = self._root.next.get(words[index].key)
        if node is None:
            return None
        best: tuple[ValueT, int] | None = None
        read = [words[index].text]
        position = index + 1
        count = len(words)
        while node is not None:
            if node.found:
                end = _with_closing_bracket(words, index, position)
                for exact, value in node.found:
                    if (exact is None or _same_capitals(exact, read)) and (allowed is None or allowed(value, end)):
                        best = value, end
                        break
            following = None
            while position < count:
                following = node.next.get(words[position].key)
                if following is not None or words[position].key not in _LEVELLED:
                    break
                position += 1
            if following is None:
                break
            read.append(words[position].text)
            position += 1
            node = following
        return best


def _with_closing_bracket(words: list[Word], index: int, position: int) -> int:
    """The index behind a phrase, and behind the bracket it opened."""
    if position < len(words) and words[position].text == ")":
        inside = [word.text for word in words[index:position]]
        if inside.count("(") > inside.count(")"):
            return position + 1
    return position


def _same_capitals(exact: tuple[str, ...], read: list[str]) -> bool:
    return all(known == word.rstrip("'’s") for known, word in zip(exact, read, strict=True))


_LEVELLED = frozenset({",", ".", "and", "&", "(", ")", "-", "–"})
_SPELLINGS = {"ltd": "limited", "hospitals": "hospital", "ccgs": "ccg", "icbs": "icb", "sus+": "sus"}
