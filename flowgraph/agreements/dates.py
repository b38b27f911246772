"""Days and months as the register writes them."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-./](\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})")
_OR_BEFORE = re.compile(r"\s*\(or before\)\s*\Z", re.IGNORECASE)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
#: Day 0 of the workbook's serial numbers, and the serial numbers of 1990 and 2079, between which agreements lie.
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(32874, 65745)


@lru_cache(maxsize=65536)
def read_date(text: str, last: bool = False) -> date | None:
    """The day that ``text`` gives, or None where it gives none that can be read.

    Of a month alone the first day is meant, or with ``last`` its last day. British order is read where the day stands
    first (``03/04/2019`` is in April). ``2016/04 (or before)`` gives its month; a cell without date format gives the
    workbook's serial number of the day.
    """
    text = _OR_BEFORE.sub("", text.strip())
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        return _day(match[1], match[2], match[3], last)
    match = _MONTH_FIRST.fullmatch(text)
    if match is not None:
        return _day(match[2], match[1], None, last)
    match = _DAY_FIRST.fullmatch(text)
    if match is not None:
        return _day(match[3], match[2], match[1], last)
    match = _NAMED.fullmatch(text)
    if match is not None:
        name = match[2][:3].lower()
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        return _day(year, str(_MONTHS.index(name) + 1), match[1], last) if name in _MONTHS else None
    if _SERIAL.fullmatch(text) and int(float(text)) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(float(text)))
    return None


def _day(year: str, month: str, day: str | None, last: bool) -> date | None:
    try:
        if day is not None:
            return date(int(year), int(month), int(day))
        return date(int(year), int(month), calendar.monthrange(int(year), int(month))[1] if last else 1)
    except ValueError:
        return None
