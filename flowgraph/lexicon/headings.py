"""Which lines of a Processing text are headings, and what they head."""

import re
from functools import cache
from typing import Literal, NamedTuple

from flowgraph.domain.base import Frozen
from flowgraph.lexicon.entries import read_entries


class HeadingEntry(Frozen):
    """One heading of the lexicon file ``headings.toml``."""

    words: str
    kind: Literal["purpose", "condition"]
    example: str
    name: str | None = None
    strand: bool = False
    numbered: bool = False


class Heading(NamedTuple):
    """A recognised heading: the purpose it names (None under a condition), and what stands behind a dash."""

    kind: Literal["purpose", "condition"]
    purpose: str | None
    rest: str


_DASHES = "-–—:"
_STRAND = re.compile(r"pseudonym|identif|anonym|\b(?:sus|flows?|data|msds|iapt|dids|cyphs|mental)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|will|be|been|has|have|had|can|may|must|should|does|do|which|who|that|only|receives?|provides?"
    r"|supply|supplies|add|then|require[sd]?)\b",
    re.IGNORECASE,
)
LONGEST_HEADING = 130


@cache
def _entries() -> tuple[tuple[re.Pattern[str], HeadingEntry], ...]:
    entries = sorted(read_entries("headings.toml", "heading", HeadingEntry), key=lambda entry: -len(entry.words))
    return tuple((_pattern(entry), entry) for entry in entries)


def _pattern(entry: HeadingEntry) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in entry.words.split())
    if entry.numbered:
        words += r"\s+\d+[a-z]?"
    words = rf"(?:the\s+)?{words}(?:\s+(?:is|are|runs?|works?)\s+as\s+follows)?"
    return re.compile(rf"(?P<words>{words})\s*(?:[{_DASHES}]+\s*(?P<rest>.*)|(?P<bracket>\(.*))?$", re.IGNORECASE)


def reads_like_a_sentence(line: str) -> bool:
    """Whether ``line`` has a verb or an end that a heading has not."""
    return len(line) > LONGEST_HEADING or line.endswith((".", ";", ",")) or bool(_SENTENCE.search(line))


def read_heading(line: str) -> Heading | None:
    """The heading that ``line`` (without its list marker) is, by the lexicon; None for any other line."""
    line = line.strip()
    if len(line) > LONGEST_HEADING or line.endswith((".", ";", ",")):
        return None
    for pattern, entry in _entries():
        match = pattern.match(line)
        if match is None:
            continue
        rest = (match["rest"] or match["bracket"] or "").strip(" :-–—")
        if entry.kind == "condition":
            return Heading("condition", None, rest) if not rest or len(line) < 60 else None
        if rest and reads_like_a_sentence(rest):
            return None
        as_written = " ".join(line.split()).strip(" :-–—")
        if (entry.strand and rest) or entry.numbered or _STRAND.search(rest):
            return Heading("purpose", as_written, "")
        if entry.strand:
            return None
        return Heading("purpose", entry.name or entry.words, rest)
    return None
