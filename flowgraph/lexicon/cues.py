"""Cue words: negation, permission, hosting, states of identifiability, and nouns that are data or are none."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from flowgraph.domain.base import Frozen
from flowgraph.domain.words import Identifiability
from flowgraph.lexicon.entries import read_entries


class CueEntry(Frozen):
    """One entry of ``cues.toml``."""

    of: str
    phrases: tuple[str, ...]
    example: str


class StateEntry(Frozen):
    """One entry of ``identifiability.toml``; the state ``none`` marks false friends."""

    state: Identifiability | Literal["none"]
    phrases: tuple[str, ...]
    example: str


class StateCue(NamedTuple):
    """A state that a stretch of text names, with the stretch."""

    state: Identifiability
    start: int
    end: int


class CuePattern:
    """All phrases of one cue; like a compiled pattern, but it looks only where words of them stand."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Match any of ``phrases`` as whole words in any case."""
        known = tuple(phrases)
        self._first_words = AhoCorasick(dict.fromkeys(map(_first_word, known)), implementation=Implementation.DFA)
        self._rarest_words = AhoCorasick(dict.fromkeys(map(_longest_word, known)), implementation=Implementation.DFA)
        self._pattern = re.compile(_any_of(known), re.IGNORECASE)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, in order."""
        end = len(text) if end is None else end
        low = text[start:end].casefold()
        if not self._rarest_words.find_matches_as_indexes(low):
            return
        if len(low) != end - start:  # letters that become two in lower case: places in it are none of the text
            yield from self._pattern.finditer(text, start, end)
            return
        behind = start
        for begin in sorted(
            {begin for _, begin, _ in self._first_words.find_matches_as_indexes(low, overlapping=True)}
        ):
            match = self._pattern.match(text, start + begin, end) if start + begin >= behind else None
            if match is not None:
                behind = match.end()
                yield match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in ``text[start:end]``, or None."""
        return next(self.finditer(text, start, end), None)


def _pieces(phrase: str) -> list[str]:
    """The pieces of a phrase that stand in the text wherever the phrase does, however it is spaced."""
    return re.split(r"[\s'’-]+", phrase.casefold())


def _first_word(phrase: str) -> str:
    return _pieces(phrase)[0]


def _longest_word(phrase: str) -> str:
    return max(_pieces(phrase), key=len)


def _phrase(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+").replace(r"\-", r"[-\s‐‑–]?").replace("'", "['’]")


def _any_of(phrases: Iterable[str]) -> str:
    alternatives = "|".join(_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return rf"(?<![\w-])(?:{alternatives})(?!\w)"


@cache
def cue(of: str) -> CuePattern:
    """The pattern of all phrases that are a cue of ``of``; raises KeyError where the lexicon has none."""
    phrases = [
        phrase for entry in read_entries("cues.toml", "cue", CueEntry) if entry.of == of for phrase in entry.phrases
    ]
    if not phrases:
        raise KeyError(of)
    return CuePattern(phrases)


@cache
def cue_words(of: str) -> frozenset[str]:
    """The single words, in lower case, that are a cue of ``of``; raises KeyError where the lexicon has none."""
    entries = [entry for entry in read_entries("cues.toml", "cue", CueEntry) if entry.of == of]
    if not entries:
        raise KeyError(of)
    return frozenset(phrase.casefold() for entry in entries for phrase in entry.phrases)


@cache
def _states() -> tuple[CuePattern, dict[str, Identifiability | None]]:
    entries = read_entries("identifiability.toml", "cue", StateEntry)
    states = {
        _key(phrase): None if entry.state == "none" else entry.state for entry in entries for phrase in entry.phrases
    }
    pattern = CuePattern(phrase for entry in entries for phrase in entry.phrases)
    return pattern, states


def _key(phrase: str) -> str:
    return "".join(re.split(r"[\s\-‐‑–]+", phrase.casefold()))


def state_cues(text: str, start: int = 0, end: int | None = None) -> Iterator[StateCue]:
    """The states that ``text[start:end]`` names, in order, false friends left out."""
    pattern, states = _states()
    for match in pattern.finditer(text, start, end):
        state = states.get(_key(match.group()))
        if state is not None:
            yield StateCue(state, match.start(), match.end())
