"""Lists of legal bases, divided into single ones with their codes.

A page lists the bases of all its rows in one text, where the same basis recurs with other dashes, spaces and stops,
and a comma may belong to the wording ("receipt, processing and release"); a row has its own, divided by ``;``.
"""

import re
from functools import lru_cache

from flowgraph.domain import LegalBasis
from flowgraph.lexicon.legal_bases import legal_basis_codes

_BEGINS_A_BASIS = re.compile(r"[A-Z\d]|s\.?\s*\d|section\b|regulation\b|reg\b", re.ASCII)
_KNOWN_BEGINNING = re.compile(
    r"Health (?:and|&) Social Care|Health Service|National Health Service|NHS Act|Section \d|Informed|Statistics and|"
    r"Approved|Other\s*-|CV19|Regulation \d|Consent|s\.?\s*\d"
)
_NOTHING_TOLD_APART = re.compile(r"[\s\W_]+")
_OUTER = " \t\r\n,;"


@lru_cache(maxsize=16384)
def read_legal_bases(text: str) -> tuple[LegalBasis, ...]:
    """The legal bases in a field, each once, as worded there for the first time and with its codes.

    Wordings that differ in dashes, spaces, quotes, stops or case only are one basis.
    """
    bases: dict[str, LegalBasis] = {}
    for wording in split_legal_bases(text):
        key = _NOTHING_TOLD_APART.sub(" ", _brackets_kept(wording)).strip().lower()
        if key and key not in bases:
            bases[key] = LegalBasis(text=wording, codes=legal_basis_codes(wording))
    return tuple(bases.values())


def split_legal_bases(text: str) -> tuple[str, ...]:
    """The single wordings in ``text``, in order, repeats included, without the commas and spaces around them.

    Divides at ``;`` and line ends, and at commas before what can begin a basis, but not inside brackets. A bracket
    that never closes holds nothing together beyond the next beginning that is known.
    """
    parts: list[str] = []
    start = depth = opened = 0
    closes = _closing_brackets(text)
    for match in re.finditer(r"[(),;\n]", text):
        mark = match[0]
        if mark == "(":
            depth += 1
            opened += match.start() not in closes
        elif mark == ")":
            depth = max(0, depth - 1)
        elif _divides(text, match.end(), mark, depth - opened, opened):
            parts.append(text[start : match.start()])
            start = match.end()
            depth = opened = 0
    parts.append(text[start:])
    return tuple(stripped for part in parts if (stripped := part.strip(_OUTER)).strip(". "))


def _divides(text: str, position: int, mark: str, depth: int, opened: int) -> bool:
    """Whether a mark before ``position`` divides, inside ``depth`` brackets and ``opened`` more that never close."""
    if depth > 0:
        return False
    rest = text[position : position + 40].lstrip()
    if opened:
        return bool(_KNOWN_BEGINNING.match(rest))
    return mark != "," or rest == "" or rest[0] in ",;" or bool(_BEGINS_A_BASIS.match(rest))


def _closing_brackets(text: str) -> set[int]:
    """The positions of the opening brackets that are closed somewhere."""
    waiting: list[int] = []
    closed: set[int] = set()
    for match in re.finditer(r"[()]", text):
        if match[0] == "(":
            waiting.append(match.start())
        elif waiting:
            closed.add(waiting.pop())
    return closed


def _brackets_kept(wording: str) -> str:
    """The wording with its brackets as words, since ``s261(2)(a)`` and ``s261(2a)`` differ by them alone."""
    return wording.replace("(", " b ").replace(")", " d ")
