"""Register text is not trusted: what it may do to a terminal, a spreadsheet or a line of JSON is taken from it here."""

import re
import unicodedata
from typing import Final

# Spreadsheets take a cell that begins so for a formula, the full-width forms and what stands behind spaces included.
_FORMULA: Final = re.compile(r"^[\s\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]")
_SPACES: Final = re.compile(r"\s+")
# Controls beyond ASCII, line separators, and marks that turn the direction of writing: JSON leaves them as they are.
_UNSEEN: Final = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def printable(text: str) -> str:
    """``text`` without anything that steers a terminal: a space for each odd space, nothing for what is unseen.

    Line breaks stay. Private-use characters, by which word processors mean bullets, become bullets.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(one if one.isprintable() or one == "\n" else _instead(one) for one in text)


def one_line(text: str) -> str:
    """``text`` on one line, printable, each run of white space a single space."""
    return _SPACES.sub(" ", printable(text)).strip()


def csv_cell(text: str) -> str:
    """``text`` as a cell that no spreadsheet takes for a formula: an apostrophe stands before what would be one."""
    shown = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{shown}" if _FORMULA.match(text) or _FORMULA.match(shown) else shown


def json_line(text: str) -> str:
    r"""A line of JSON in which unseen and steering characters are written as ``\uXXXX``; its values stay the same."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _instead(character: str) -> str:
    if character.isspace():
        return " "
    return "•" if unicodedata.category(character) == "Co" else ""
