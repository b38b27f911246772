"""What a frame says is moved: data sets by name, "the data", or no data at all."""

import re
from typing import NamedTuple

from flowgraph.domain import Identifiability
from flowgraph.flows.grammar import ARTICLES, BE, MODALS, PREPOSITIONS, Unit
from flowgraph.lexicon import datasets
from flowgraph.lexicon.cues import StateCue, cue, state_cues

_BEFORE_PHRASE = ARTICLES | MODALS | {"only", "also", ","}
_PHRASE_ENDS = (
    BE
    | MODALS
    | PREPOSITIONS
    | frozenset({",", "(", ";", ":", ".", "that", "which", "who", "and", "or", "where", "only"})
)


class Thing(NamedTuple):
    """What is moved: names of data sets in their order, and whether a noun for data stands there at all.

    ``is_other`` says that nothing of data stands there, ``is_named_other`` that a noun which is none heads it.
    """

    datasets: tuple[str, ...]
    is_data: bool
    is_other: bool
    is_named_other: bool = False


def read_thing(text: str, units: list[Unit], start: int, end: int) -> Thing:
    """The thing that ``units[start:end]`` name, units being those of the sentence ``text``."""
    if start >= end:
        return Thing((), False, False)
    stretch = text[units[start].start : units[end - 1].end]
    named = tuple(dict.fromkeys(_without_covered(units, start, end)))
    is_data = bool(named) or cue("data").search(stretch) is not None
    other = _is_headed_by_other(text, units, start, end)
    return Thing(named, is_data, other or not is_data, other)


def _without_covered(units: list[Unit], start: int, end: int) -> list[str]:
    """The data sets named in a stretch; a group right before a bracket that lists its members gives way to them."""
    names = []
    for index in range(start, end):
        unit = units[index]
        if unit.kind != "data" or not isinstance(unit.value, str):
            continue
        if index + 2 < end and units[index + 1].low == "(" and units[index + 2].kind == "data":
            inner = units[index + 2].value
            if isinstance(inner, str) and (datasets.load().contains(unit.value, inner) or inner == unit.value):
                continue
        names.append(unit.value)
    return names


def _is_headed_by_other(text: str, units: list[Unit], start: int, end: int) -> bool:
    """Whether the first noun phrase of a stretch ends in a noun that is no data ("a data destruction certificate")."""
    while start < end and units[start].kind == "word" and units[start].low in _BEFORE_PHRASE:
        start += 1
    stop = start
    while stop < end and not (units[stop].kind == "word" and units[stop].low in _PHRASE_ENDS):
        stop += 1
    if stop == start or units[stop - 1].kind == "data":
        return False
    phrase = text[units[start].start : units[stop - 1].end]
    return any(match.end() == len(phrase) for match in cue("no data").finditer(phrase))


_POINTS_BACK = re.compile(
    r"\b(?:this|these|the said|such|the above|both)(?: \w+){0,2}"
    r" (?:data|datasets?|data sets?|files?|extracts?|tables|records|fields)\b",
    re.IGNORECASE,
)


def points_back(text: str) -> bool:
    """Whether a sentence speaks of data named just before ("These data are sent …")."""
    return _POINTS_BACK.search(text) is not None


IDENTIFIERS = "Patient identifiers"
_IDENTIFIER = re.compile(
    r"nhs number|\bnames\b|dates? of birth|post ?code|surname|forename|full name|first name|address|gender"
)
_IDENTIFIERS_SAID = re.compile(
    r"(?<!study )(?<!unique )(?<!pseudonymised )\bidentifiers\b"
    r"|\bidentifiable (?:data )?fields\b|\bidentifying (?:details|information)\b"
)


def identifiers_in(text: str, units: list[Unit], start: int, end: int) -> tuple[str, ...]:
    """The data set of identifiers, where a stretch lists them ("NHS number and postcode") or speaks of them."""
    if start >= end:
        return ()
    low = text[units[start].start : units[end - 1].end].casefold()
    listed = len(set(_IDENTIFIER.findall(low))) >= 2
    return (IDENTIFIERS,) if listed or _IDENTIFIERS_SAID.search(low) else ()


def states_in(text: str, start: int, end: int) -> list[StateCue]:
    """The states named in ``text[start:end]``, one cue each, in the order they are met."""
    seen: dict[Identifiability, StateCue] = {}
    for found in state_cues(text, start, end):
        seen.setdefault(found.state, found)
    return list(seen.values())
