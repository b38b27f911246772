"""The numbers and bullets that HTML leaves to the browser."""

from collections.abc import Mapping, Sequence

_BULLET = "•"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST_INDENT = 10


class ListMarkers:
    """Keeps the open lists and gives each item its marker, set in by two spaces a level."""

    def __init__(self) -> None:
        """Begin outside any list."""
        self._open: list[tuple[str, int]] = []

    @property
    def inside(self) -> bool:
        """Whether a list is open."""
        return bool(self._open)

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A ``ul`` or ``ol`` begins; ``type`` and ``start`` are heeded."""
        style = attributes.get("type", "1") if tag == "ol" else _BULLET
        self._open.append((style, _number(attributes.get("start"), 1)))

    def close(self) -> None:
        """The innermost list ends."""
        if self._open:
            self._open.pop()

    def next_marker(self, attributes: Mapping[str, str]) -> str:
        """The marker of the next item, with its indentation; an item outside any list has a bullet."""
        if not self._open:
            return f"  {_BULLET} "
        style, number = self._open[-1]
        number = _number(attributes.get("value"), number)
        self._open[-1] = (style, number + 1)
        indent = "  " * min(len(self._open), _DEEPEST_INDENT)
        return f"{indent}{_BULLET} " if style == _BULLET else f"{indent}{_numeral(style, number)}. "

    def is_bare_marker(self, line: Sequence[str]) -> bool:
        """Whether ``line`` holds an item's marker and nothing behind it yet."""
        return len(line) == 1 and self.inside and line[0].endswith((f"{_BULLET} ", ". ")) and line[0].startswith("  ")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _numeral(style: str, number: int) -> str:
    if style in ("a", "A") and 1 <= number <= 26:
        return chr(ord(style) + number - 1)
    if style in ("i", "I") and 1 <= number < 40:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman if style == "i" else roman.upper()
    return str(number)
