"""Lists of data controllers, divided into names; names that hold commas stay whole.

The register divides controllers by ``;``, by a line end or by a plain comma, while many bodies have commas in their
names ("NHS LEICESTER, LEICESTERSHIRE AND RUTLAND ICB - 03W").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from flowgraph.domain import Controller
from flowgraph.lexicon import organisations
from flowgraph.lexicon.comma_names import begins_with, has_word_of_a_body
from flowgraph.lexicon.names import fold, split_code

_DIVIDERS = re.compile(r"[;\r\n]+")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_NHS = re.compile(r"nhs\s", re.IGNORECASE)
#: No name that is known has more commas than three.
_MOST_PARTS = 5


def read_controllers(names: Iterable[str]) -> tuple[Controller, ...]:
    """Controllers by their names as written, each once, with the ODS code that stands behind the name."""
    return tuple(_controller(name) for name in dict.fromkeys(names))


@lru_cache(maxsize=16384)
def _controller(name: str) -> Controller:
    return Controller(name=name, code=split_code(name)[1])


@lru_cache(maxsize=16384)
def split_controllers(text: str) -> tuple[str, ...]:
    """The names in a list of controllers, as written, without outer spaces.

    A comma belongs to a name where the lexicon knows the name with it, where what stands before it is no whole name
    but a place that goes on to "… and … CCG", or where what follows can begin no name ("Inc."). In doubt a comma
    divides, except before such a list of places.
    """
    names: list[str] = []
    for piece in _DIVIDERS.split(text):
        parts = [part.strip() for part in piece.split(",")]
        start = 0
        while start < len(parts):
            end = _end_of_name(parts, start)
            name = ", ".join(part for part in parts[start:end] if part)
            if name:
                names.append(name)
            start = end
    return tuple(names)


def _end_of_name(parts: Sequence[str], start: int) -> int:
    """The part behind the name that begins at ``start``."""
    if start + 1 == len(parts):
        return len(parts)
    limit = min(len(parts), start + _MOST_PARTS)
    for end in range(start + 1, limit):
        if split_code(parts[end - 1])[1] is not None:
            limit = end
            break
    known = [end for end in range(start + 2, limit + 1) if _is_known(", ".join(parts[start:end]))]
    end = known[-1] if known else _end_by_shape(parts, start, limit)
    while end < len(parts) and split_code(parts[end - 1])[1] is None and _goes_on(parts, start, end):
        end += 1
    return end


def _goes_on(parts: Sequence[str], start: int, end: int) -> bool:
    """Whether the part at ``end`` can only be the rest of the name before it."""
    if begins_with("college", parts[end]):
        return end == start + 1 and not has_word_of_a_body(parts[start]) and not _is_known(parts[start])
    return begins_with("tail", parts[end]) and not has_word_of_a_body(_without_tail(parts[end]))


def _without_tail(part: str) -> str:
    """What stands behind the first word of a tail; a body's word there begins a name: "The University of …"."""
    first, _, rest = part.partition(" ")
    return rest if first.lower() in ("the", "city", "county") else ""


def _end_by_shape(parts: Sequence[str], start: int, limit: int) -> int:
    first = parts[start]
    if not first or _is_known(first):
        return start + 1
    if begins_with("enumerating", first):
        return _end_of_enumeration(parts, start, limit)
    if has_word_of_a_body(first):
        return start + 1
    for end in range(start + 1, limit):
        part = parts[end]
        if not part or begins_with("opening", part) or begins_with("tail", part) or _is_known(part):
            break
        if has_word_of_a_body(part):
            return end + 1 if _AND.search(part) or _NHS.match(first) else start + 1
    return start + 1


def _end_of_enumeration(parts: Sequence[str], start: int, limit: int) -> int:
    """The end of "Ministry of A, B and C": up to the part with the "and", if no part is a name itself."""
    if _AND.search(parts[start]):
        return start + 1
    for end in range(start + 1, limit):
        part = parts[end]
        if not part or begins_with("opening", part) or begins_with("enumerating", part) or _is_known(part):
            break
        if _AND.search(part):
            return end + 1
        if has_word_of_a_body(part):
            break
    return start + 1


@cache
def _known_names() -> Mapping[str, object]:
    return organisations.load().folded()


@lru_cache(maxsize=16384)
def _is_known(name: str) -> bool:
    """Whether the lexicon has a body of that name; the code behind it is not asked, for a code alone names a body."""
    return bool(name) and fold(name) in _known_names()
