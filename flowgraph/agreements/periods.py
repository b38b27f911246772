"""The field ``When:`` of a register page: the agreement's period and the period of releases."""

import re
from typing import NamedTuple

from flowgraph.agreements.dates import read_date
from flowgraph.domain import Period

_DATE = (
    r"(?:\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|unknown|no|none)"
    r"(?:\s*\(or before\))?"
)
_RANGE = rf"(?P<start>{_DATE})?(?:\s+[—–-]+\s+|\s*[—–]\s*|\s{{2,}}|\s+to\s+)(?P<end>{_DATE})?(?![\w/])"
_AGREEMENT = re.compile(rf"\s*DSA runs\s+{_RANGE}", re.IGNORECASE)
_RELEASE = re.compile(rf"\s*{_RANGE}\s*\.?\s*\Z", re.IGNORECASE)
_RUNS = re.compile(r"\s*DSA runs\s+", re.IGNORECASE)
_NO_DATE = frozenset({"no", "none"})
#: Where periods stand, if they stand in the field at all: longer values are remarks.
_LONGEST_PERIODS = 300


class Sides(NamedTuple):
    """A period as written: what stands on either side of its dash (None: gives no date), and the whole."""

    start: str | None
    end: str | None
    text: str


class When(NamedTuple):
    """The two periods as written, and what stands behind them.

    A period that the field does not give is None. ``rest`` is an audit remark, or whatever else is no period.
    """

    agreement: Sides | None
    release: Sides | None
    rest: str


def split_when(text: str) -> When:
    """The parts of ``text``: ``DSA runs A — B C — D.``, either half alone, or a half and a remark."""
    agreement = _AGREEMENT.match(text[:_LONGEST_PERIODS])
    rest = text[agreement.end() :].strip() if agreement else text.strip()
    release = _RELEASE.match(rest) if len(rest) <= _LONGEST_PERIODS else None
    if release is not None and not (release["start"] or release["end"]):
        release = None
    return When(_sides(agreement), _sides(release), "" if release else rest)


def read_period(sides: Sides | None) -> Period:
    """The period between two sides as written: from the first day of the one to the last day of the other.

    An end that is ``unknown`` or no date is open. ``text`` keeps the wording.
    """
    if sides is None:
        return Period()
    return Period(
        start=read_date(sides.start) if sides.start else None,
        end=read_date(sides.end, last=True) if sides.end else None,
        text=sides.text,
    )


def is_reversed(period: Period) -> bool:
    """Whether a period ends before it begins."""
    return period.start is not None and period.end is not None and period.end < period.start


def _sides(match: re.Match[str] | None) -> Sides | None:
    if match is None:
        return None
    text = _RUNS.sub("", match[0]).strip().removesuffix(".")
    return Sides(_side(match["start"]), _side(match["end"]), text)


def _side(text: str | None) -> str | None:
    return None if text is None or text.lower() in _NO_DATE else text
