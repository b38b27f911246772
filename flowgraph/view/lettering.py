"""Text made fit for a picture: shown as what it is, broken into lines, never wider than its card."""

import unicodedata

_LETTERS = {
    letter: units / 1000
    for units, letters in (
        (222, "ijl'|"),
        (278, " !,./:;I[]\\ft"),
        (333, '()-`r"'),
        (500, "*^Jcksvxyz"),
        (556, "#$?0123456789L_abdeghnopqu"),
        (611, "+<=>~FTZ"),
        (667, "&ABEKPSVXY"),
        (722, "CDHNRUw"),
        (778, "GOQ"),
        (833, "Mm"),
        (944, "%W"),
        (1015, "@"),
    )
    for letter in letters
}
"""Widths of letters in Helvetica, as its metrics give them, in parts of the letter size."""

_BOLD = 1.1

ELLIPSIS = "…"


def visible(text: str) -> str:
    """``text`` with characters that would steer the writing made visible.

    Control characters, and the marks that turn the direction of writing (Unicode categories Cc and Cf), become their
    code point in brackets, so that a name cannot show as another one; line breaks and tabs become spaces.
    """
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs"):
        return f"[U+{ord(character):04X}]"
    return character


def width(text: str, size: float) -> float:
    """About how wide ``text`` is in pixels at a letter ``size`` in pixels, in bold.

    The picture is laid out where no font is at hand; the metrics of Helvetica hold for the faces that stand in for
    it. Letters it does not have count as wide ones, East Asian ones as full squares.
    """
    return sum(_advance(character) for character in text) * size * _BOLD


def _advance(character: str) -> float:
    if character in _LETTERS:
        return _LETTERS[character]
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.62


def shorten(text: str, room: float, size: float) -> str:
    """``text`` cut to ``room`` pixels, with an ellipsis where something was cut."""
    head = text[: int(room / (size * 0.3)) + 1]
    if head == text and width(text, size) <= room:
        return text
    while head and width(head, size) + size > room:
        head = head[:-1]
    return head.rstrip() + ELLIPSIS


def lines(text: str, room: float, size: float, most: int = 3) -> list[str]:
    """``text`` broken into at most ``most`` lines of ``room`` pixels; what does not fit is cut with an ellipsis."""
    words = visible(text[: most * 400]).split()
    rows: list[str] = []
    for position, word in enumerate(words):
        joined = f"{rows[-1]} {word}" if rows else word
        if rows and width(joined, size) <= room:
            rows[-1] = joined
        elif len(rows) == most:
            rows[-1] = shorten(f"{rows[-1]} {' '.join(words[position:])}", room, size)
            break
        else:
            rows.append(word)
    return [shorten(row, room, size) for row in rows] or ["(no name)"]
