"""A page as numbered lines whose places in the text are kept."""

import re
from array import array
from typing import NamedTuple

_ITEM = re.compile(r"(\s*)(?:(\d{1,4})[.)]|([•·*\-–\uf0a7\uf0b7]))\s+(?=\S)")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Item(NamedTuple):
    """A line of a list: its indentation in characters, its bullet (``1`` for any number), its number, its text."""

    indent: int
    bullet: str
    number: int | None
    text: str


class Lines:
    """The lines of ``text``, counted from 0 here; :meth:`number` gives what users are shown.

    Lines end at ``\\n``, ``\\r\\n`` or ``\\r`` and nowhere else, as in editors.
    """

    def __init__(self, text: str) -> None:
        """Split ``text`` once, in linear time."""
        self.text = text
        self._starts = array("I")  # arrays, since a page may hold millions of lines
        self._ends = array("I")
        start = 0
        for match in _LINE_END.finditer(text):
            self._starts.append(start)
            self._ends.append(match.start())
            start = match.end()
        self._starts.append(start)
        self._ends.append(len(text))
        self._next_filled = self._find_filled()

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def __getitem__(self, index: int) -> str:
        """The line without its line end."""
        return self.text[self._starts[index] : self._ends[index]]

    def _find_filled(self) -> "array[int]":
        following = array("I", [len(self)]) * (len(self) + 1)
        for index in range(len(self) - 1, -1, -1):
            line = self[index]
            following[index] = index if line and not line.isspace() else following[index + 1]
        return following

    def number(self, index: int) -> int:
        """The line's number as users count, from 1."""
        return index + 1

    def start(self, index: int) -> int:
        """The position of the line's first character in the text; the text's length past the last line."""
        return self._starts[index] if index < len(self) else len(self.text)

    def filled(self, index: int) -> int:
        """The first line at or after ``index`` that holds more than spaces; the number of lines where none does."""
        return self._next_filled[min(index, len(self))]

    def blank_before(self, index: int) -> bool:
        """Whether the line above is blank, or there is none."""
        return index == 0 or self._next_filled[index - 1] == index

    def blank_after(self, index: int) -> bool:
        """Whether the line below is blank, or there is none."""
        return self._next_filled[index + 1] != index + 1 or index + 1 == len(self)


def read_item(line: str) -> Item | None:
    """The list item that ``line`` is: ``1.``, ``•``, ``-`` and the bullets of word processors; None for others."""
    match = _ITEM.match(line)
    if match is None:
        return None
    number = int(match[2]) if match[2] else None
    return Item(len(match[1]), "1" if match[2] else match[3], number, line[match.end() :].strip())
