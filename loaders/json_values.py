"""Values of a JSON record, brought to text; what has another type than the format says becomes an issue."""

from collections.abc import Iterator, Mapping
from typing import Any

from flowgraph.domain import Issue


class Record:
    """One JSON object, with the place it stands at and the issues met while it is read."""

    def __init__(self, values: Mapping[str, Any], file: str, line: int | None, place: str = "") -> None:
        """Read ``values``; ``place`` is the path to them inside the document, as in ``datasets[2]``."""
        self.values = values
        self.file = file
        self.line = line
        self.place = place
        self.issues: list[Issue] = []

    def text(self, key: str) -> str:
        """The text at ``key``; empty where the key is missing or null; a number as its digits, with no issue."""
        value = self.values.get(key)
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        self.wrong(key, "text")
        return ""

    def number(self, key: str) -> int | None:
        """The whole number at ``key``, or None."""
        value = self.values.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.wrong(key, "a whole number")
        return None

    def records(self, key: str) -> Iterator["Record"]:
        """The objects of the list at ``key``; they report to this record's issues."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, list):
            self.wrong(key, "a list")
        for number, entry in enumerate(value if isinstance(value, list) else ()):
            place = f"{self.place}{key}[{number}]"
            if isinstance(entry, dict):
                record = Record(entry, self.file, self.line, f"{place}.")
                record.issues = self.issues
                yield record
            else:
                self.wrong(f"{key}[{number}]", "an object")

    def names(self, key: str) -> tuple[str, ...] | None:
        """The texts of the list at ``key``; None where it is missing, or is one text that holds them all."""
        value = self.values.get(key)
        if value is None or isinstance(value, str):
            return None
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return tuple(name.strip() for name in value if name.strip())
        self.wrong(key, "a list of texts")
        return None

    def unknown(self, known: frozenset[str]) -> list[str]:
        """The keys that the format does not know, each of them an issue."""
        keys = [key for key in self.values if key not in known]
        for key in keys:
            self.issue("unknown-field", f'unknown field "{shorten(key)}"', key, shorten(self.values[key]))
        return keys

    def wrong(self, key: str, expected: str) -> None:
        """Report that the value at ``key`` is not what was ``expected``."""
        self.issue("unreadable-field", f'"{key}" is not {expected}', key, "unstated")

    def issue(self, code: str, message: str, key: str, kept: str) -> None:
        """Report an issue at ``key``."""
        place = f"{self.place}{shorten(key)}"
        self.issues.append(Issue(code=code, message=message, file=self.file, line=self.line, place=place, kept=kept))


def shorten(value: object) -> str:
    """A value of any type as a text of at most 200 characters; lists and objects are named, not shown."""
    text = value if isinstance(value, str) else repr(value) if isinstance(value, int | float) else "a list or object"
    return text if len(text) <= 200 else text[:199] + "…"
