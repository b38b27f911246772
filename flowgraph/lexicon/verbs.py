"""Verbs of movement and access with their forms and the direction in which they move data."""

from functools import cache
from typing import Literal, NamedTuple

from flowgraph.domain.base import Frozen
from flowgraph.lexicon.entries import read_entries

Direction = Literal["away", "here", "between", "open"]
Form = Literal["base", "s", "past", "participle", "ing", "noun"]


class VerbEntry(Frozen):
    """One verb of ``verbs.toml``; see the head of that file for the meaning of the fields."""

    verb: str
    moves: Direction
    example: str
    s: str | None = None
    past: str | None = None
    participle: str | None = None
    ing: str | None = None
    noun: str | None = None
    with_object: bool = False
    weak: bool = False
    re_identifies: bool = False
    of_systems: bool = False


class VerbForm(NamedTuple):
    """A verb and the forms that one spelling of it can be."""

    entry: VerbEntry
    forms: frozenset[Form]


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every spelling of every verb of the lexicon, in lower case."""
    spellings: dict[str, tuple[VerbEntry, set[Form]]] = {}
    for entry in read_entries("verbs.toml", "verb", VerbEntry):
        for form, spelling in _spellings(entry):
            spellings.setdefault(spelling, (entry, set()))[1].add(form)
    return {spelling: VerbForm(entry, frozenset(forms)) for spelling, (entry, forms) in spellings.items()}


def _spellings(entry: VerbEntry) -> list[tuple[Form, str]]:
    verb = entry.verb
    stem = verb.removesuffix("e")
    past = entry.past or stem + "ed"
    spellings: list[tuple[Form, str]] = [
        ("base", verb),
        ("s", entry.s or (verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s")),
        ("past", past),
        ("participle", entry.participle or past),
        ("ing", entry.ing or stem + "ing"),
    ]
    if entry.noun:
        spellings += [("noun", entry.noun), ("noun", entry.noun + "s")]
    return spellings
