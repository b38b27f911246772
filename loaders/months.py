"""Months as the release sheet writes them."""

import re
from functools import lru_cache

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(r"([A-Za-z]{3,9})\.?[\s\-/'’]*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./]\d{1,2})?(?:[T ][\d:.]+)?")
_MONTH_FIRST = re.compile(r"(?:\d{1,2}/)?(\d{1,2})[/.-](\d{4})")


@lru_cache(maxsize=4096)
def read_month(text: str) -> str | None:
    """The month as ``YYYY-MM``, or None where ``text`` is none.

    Reads ``Jul-19``, ``July 2019``, ``2019-07``, a whole date of that month, ``07/2019``; two-digit years are of this
    century, which is as old as the register.
    """
    text = text.strip()
    named = _NAMED.fullmatch(text)
    if named is not None:
        name = named[1][:3].lower()
        year = int(named[2]) if len(named[2]) == 4 else 2000 + int(named[2])
        return _written(year, _NAMES.index(name) + 1 if name in _NAMES else 0)
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first is not None:
        return _written(int(year_first[1]), int(year_first[2]))
    month_first = _MONTH_FIRST.fullmatch(text)
    return _written(int(month_first[2]), int(month_first[1])) if month_first is not None else None


def _written(year: int, month: int) -> str | None:
    return f"{year:04}-{month:02}" if 1 <= month <= 12 and 1900 <= year <= 2100 else None
