"""Legal bases by the wordings of ``legal_bases.toml``: which short codes a field or a sentence names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from flowgraph.domain.base import Frozen
from flowgraph.lexicon.entries import LexiconError, read_entries

_FILE = "legal_bases.toml"

# What every wording holds: texts without any of it are not looked at further.
_TRIGGER = re.compile(r"\d|consent|\bCAG\b|COPI|Confidentiality Advisory|Patient Information", re.IGNORECASE)
_PART = r"\(\s*(?:\d{1,2}|[a-z]|i{1,3}|iv|vi{0,3}|ix)\s*\)"
_PARTS = re.compile(rf"\s*((?:{_PART}|[a-z](?=\s*\())(?:\s*(?:{_PART}|[a-z](?=\s*\()))*)", re.IGNORECASE)
_NEXT = r"\s*(?:,|&|/|;|\band\b|\bor\b)+\s*"


class BasisEntry(Frozen):
    """One entry of ``legal_bases.toml``; see the file's own head for what its fields mean."""

    comment: str
    pattern: str
    example: str
    gives: tuple[str, ...]
    code: str | None = None
    subsections: Literal["none", "read"] = "none"


class LegalBasisMatch(NamedTuple):
    """Words that name a legal basis: ``text[start:end]``, and the codes they stand for, in their order."""

    start: int
    end: int
    codes: tuple[str, ...]


class _Wording(NamedTuple):
    pattern: re.Pattern[str]
    entry: BasisEntry
    following: re.Pattern[str] | None


@lru_cache(maxsize=16384)
def find_legal_bases(text: str) -> tuple[LegalBasisMatch, ...]:
    """Where ``text`` (a field's value or running text) names legal bases, in its order.

    Nothing is guessed: an Act without its section, and a basis that is said not to apply, give no match. Raises
    LexiconError where the lexicon file cannot be used.
    """
    return tuple(_matches(text, _wordings())) if _TRIGGER.search(text) else ()


def legal_basis_codes(text: str) -> tuple[str, ...]:
    """The short codes of the legal bases that ``text`` names, each once, in the order of the text.

    ``s261(1) and s261(2)(b)(ii)`` gives both; ``Health and Social Care Act 2012`` alone gives none.
    """
    return _codes(find_legal_bases(text))


def _codes(matches: Iterable[LegalBasisMatch]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for match in matches for code in match.codes))


@cache
def _wordings() -> tuple[_Wording, ...]:
    """The file's entries, compiled, each checked against its own example."""
    wordings = []
    entries = read_entries(_FILE, "basis", BasisEntry)
    for number, entry in enumerate(entries, 1):
        place = f"{number} of [[basis]] ({entry.comment[:60]})"
        try:
            pattern = re.compile(entry.pattern, re.IGNORECASE)
        except re.error as error:
            raise LexiconError(_FILE, place, f"pattern: {error}; mend the expression") from error
        if pattern.match(""):
            raise LexiconError(_FILE, place, "pattern: fits empty text; make it name something")
        wordings.append(_Wording(pattern, entry, _following(entry)))
    compiled = tuple(wordings)
    for number, entry in enumerate(entries, 1):
        given = _codes(_matches(entry.example, compiled))
        if given != entry.gives:
            place = f"{number} of [[basis]] ({entry.comment[:60]})"
            raise LexiconError(_FILE, place, f"example gives {list(given)}, not {list(entry.gives)}; mend one of them")
    return compiled


def _following(entry: BasisEntry) -> re.Pattern[str] | None:
    """What goes on with a list of subsections: ``and s261(7)``, ``and (2)(c)``."""
    if entry.subsections != "read" or entry.code is None:
        return None
    number = re.escape(entry.code.lstrip("s"))
    return re.compile(rf"{_NEXT}(?:(?:s\.?|sections?)?\s*{number})?(?={_PART})", re.IGNORECASE)


def _matches(text: str, wordings: tuple[_Wording, ...]) -> Iterator[LegalBasisMatch]:
    """The matches of all wordings, first come first served, the longer before the shorter."""
    found = [_match(text, match, wording) for wording in wordings for match in wording.pattern.finditer(text)]
    end = 0
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if match.start >= end:
            end = match.end
            if match.codes:
                yield match


def _match(text: str, match: re.Match[str], wording: _Wording) -> LegalBasisMatch:
    code = wording.entry.code
    if code is None:
        return LegalBasisMatch(match.start(), match.end(), ())
    if wording.following is None:
        return LegalBasisMatch(match.start(), match.end(), (code,))
    end, codes = match.end(), []
    parts = _PARTS.match(text, end)
    while parts is not None:
        codes.append(code + _plain(parts[1]))
        end = parts.end()
        following = wording.following.match(text, end)
        parts = _PARTS.match(text, following.end()) if following else None
    return LegalBasisMatch(match.start(), end, tuple(codes) or (code,))


def _plain(parts: str) -> str:
    """``( 2 ) b (ii)`` as ``(2)(b)(ii)``."""
    return "".join(f"({part.lower()})" for part in re.findall(r"\w+", parts))
