"""List markers at the beginning of a line: numbers, letters, roman numerals and bullets.

The register's Processing texts number their steps ``1.``, ``1)``, ``(1)``, ``a.``, ``iv.``, or mark them with
``•``, ``o``, ``-``, ``~``, ``>`` and with private-use characters that a word processor left behind.
"""

import re
from enum import IntEnum
from typing import NamedTuple


class MarkerKind(IntEnum):
    """How deep a marker usually stands; a greater value is deeper."""

    NUMBER = 1
    LETTER = 2
    ROMAN = 3
    BULLET = 4


class Marker(NamedTuple):
    """A marker: its kind, its label (``"2"``, ``"a"``, empty for a bullet), and where the words behind it begin."""

    kind: MarkerKind
    label: str
    end: int


_BULLETS = "•●▪◦‣·∙*~>–\uf0a7\uf0b7\uf0d8\uf076\uf0a8"
# A step can carry two markers, the first left over from a lost list ("-	2. The DSCRO …").
_MARKER = re.compile(
    rf"""\s*(?:[{_BULLETS}-]\s+)?(?:
        \(?(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*)(?:[.)](?!\d)|\t)\s*(?=\S)
      | \(?(?P<roman>(?:ix|iv|v?i{{1,3}}|v|x))[.)]\s*(?=\S)
      | \(?(?P<letter>[a-zA-Z])[.)]\s*(?=[^\s.])(?![a-z]\.)
      | (?P<bullet>(?:[{_BULLETS}]|o(?=\s)|-(?=[\s"“A-Z]))(?:\s*[{_BULLETS}])*)\s*(?=\S)
    )""",
    re.VERBOSE,
)


def read_marker(line: str) -> Marker | None:
    """The list marker that ``line`` begins with, or None.

    ``i``, ``v`` and ``x`` read as roman numerals; a list of letters that has come to "i" is told apart by its
    neighbours, not here.
    """
    match = _MARKER.match(line)
    if match is None:
        return None
    group = match.lastgroup
    assert group is not None
    kind = MarkerKind[group.upper()]
    label = "" if kind is MarkerKind.BULLET else match.group(group)
    return Marker(kind, label, match.end())
