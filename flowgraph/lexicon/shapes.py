"""Name shapes: the words by which a run of capitalised words is known for the name of a body."""

import re
from functools import cache
from typing import Literal, NamedTuple

from flowgraph.domain.base import Frozen
from flowgraph.domain.words import PartyKind
from flowgraph.lexicon.entries import read_entries


class ShapeEntry(Frozen):
    """One entry of ``shapes.toml``."""

    words: tuple[str, ...]
    at: Literal["start", "end", "either"]
    kind: PartyKind
    example: str


class Shape(NamedTuple):
    """A head phrase as a tuple of words, where in a name it stands, and the kind of body it makes."""

    words: tuple[str, ...]
    at: Literal["start", "end", "either"]
    kind: PartyKind


@cache
def shapes() -> dict[str, tuple[Shape, ...]]:
    """Head phrases by their first word, the longest first."""
    by_first: dict[str, list[Shape]] = {}
    for entry in read_entries("shapes.toml", "shape", ShapeEntry):
        for phrase in entry.words:
            words = tuple(phrase.split())
            by_first.setdefault(words[0], []).append(Shape(words, entry.at, entry.kind))
    return {first: tuple(sorted(group, key=lambda shape: -len(shape.words))) for first, group in by_first.items()}


@cache
def _name_line() -> re.Pattern[str]:
    ends = sorted(
        (re.escape(" ".join(shape.words)) for group in shapes().values() for shape in group if shape.at != "start"),
        key=len,
        reverse=True,
    )
    starts = [re.escape(" ".join(shape.words)) for group in shapes().values() for shape in group if shape.at != "end"]
    name = r"[A-Z][\w&'’.,()/ -]*"
    heads = "|".join(ends)
    return re.compile(rf"(?:{name}?(?:{heads})(?:\s*\([^)]*\))?|(?:The )?(?:{'|'.join(starts)}) (?:of|for) {name})$")


def is_name_line(line: str) -> bool:
    """Whether a whole line is the name of a body and nothing else, so that it can head a block."""
    return len(line) <= 110 and len(line.split()) > 1 and bool(_name_line().match(line)) and " the " not in line
