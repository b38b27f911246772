"""Which commas belong to a name, by the words of ``comma_names.toml`` and the shapes of names."""

import re
from functools import cache
from typing import Literal

from flowgraph.domain.base import Frozen
from flowgraph.lexicon.entries import read_entries
from flowgraph.lexicon.shapes import shapes

Kind = Literal["opening", "tail", "college", "enumerating"]


class CommaEntry(Frozen):
    """One entry of ``comma_names.toml``; see the file's own head for what its fields mean."""

    kind: Kind
    words: tuple[str, ...]
    example: str
    gives: tuple[str, ...]


@cache
def comma_entries() -> tuple[CommaEntry, ...]:
    """The entries of the file; raises LexiconError where one cannot be used."""
    return read_entries("comma_names.toml", "words", CommaEntry)


def begins_with(kind: Kind, part: str) -> bool:
    """Whether ``part`` (of a list divided at its commas) begins with words of that kind, in any case."""
    return bool(_beginnings(kind).match(part))


def has_word_of_a_body(part: str) -> bool:
    """Whether ``part`` holds a word that makes a name of it (Trust, CCG, University, Ltd, …), in any case."""
    return bool(_body_words().search(part))


@cache
def _beginnings(kind: Kind) -> re.Pattern[str]:
    words = [word for entry in comma_entries() if entry.kind == kind for word in entry.words]
    return _any_of(words, r"\s*")


@cache
def _body_words() -> re.Pattern[str]:
    return _any_of([" ".join(shape.words) for group in shapes().values() for shape in group], r"(?<!\w)")


def _any_of(phrases: list[str], before: str) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest_first)
    return re.compile(rf"{before}(?:{alternatives})(?!\w)", re.IGNORECASE)
