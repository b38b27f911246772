"""The agreement's period and its period of releases, from whichever fields the document gives them in."""

from datetime import date

from flowgraph.agreements.dates import read_date
from flowgraph.agreements.issues import Reporter, shorten
from flowgraph.agreements.periods import Sides, is_reversed, read_period, split_when
from flowgraph.domain import Period, Release
from loaders import FieldName, RawAgreement, RawText

_UNKNOWN = "unknown"


def read_periods(raw: RawAgreement, reporter: Reporter) -> tuple[Period, Period]:
    """The two periods that an agreement's fields give; what cannot be read is reported, and its wording kept."""
    when = raw.fields.get(FieldName.WHEN)
    return _from_when(when, reporter) if when is not None else (_from_days(raw, reporter), Period())


def period_of_releases(releases: tuple[Release, ...]) -> Period:
    """From the first month in which a file was released to the last."""
    first = min((release.first_month for release in releases if release.first_month), default=None)
    last = max((release.last_month for release in releases if release.last_month), default=None)
    if first is None and last is None:
        return Period()
    return Period(
        start=read_date(first) if first else None,
        end=read_date(last, last=True) if last else None,
        text=f"{first or ''} — {last or ''}".strip(),
    )


def _from_when(field: RawText, reporter: Reporter) -> tuple[Period, Period]:
    when = split_when(field.text)
    if when.rest and when.agreement is None:
        message = f'"{shorten(when.rest)}" is no period that can be read'
        reporter.warn("unreadable-date", message, "the wording", field)
        return Period(text=when.rest), Period()
    if when.rest:
        message = "a remark stands where the period of releases would"
        reporter.note("remark", message, shorten(when.rest), field)
    return _checked(when.agreement, field, reporter), _checked(when.release, field, reporter)


def _checked(sides: Sides | None, field: RawText, reporter: Reporter) -> Period:
    period = read_period(sides)
    if sides is None:
        return period
    for written, read in ((sides.start, period.start), (sides.end, period.end)):
        if written and read is None and written.lower() != _UNKNOWN:
            reporter.warn("unreadable-date", f'"{written}" is no date that can be read', "the wording", field)
    if is_reversed(period):
        reporter.note("reversed-period", f'"{sides.text}" ends before it begins', "both dates as written", field)
    return period


def _from_days(raw: RawAgreement, reporter: Reporter) -> Period:
    start, end = raw.fields.get(FieldName.START), raw.fields.get(FieldName.END)
    days = [_day(field, reporter) for field in (start, end)]
    text = " — ".join(field.text if field else "" for field in (start, end))
    period = Period(start=days[0], end=days[1], text=text if text.strip(" —") else "")
    if is_reversed(period):
        reporter.note("reversed-period", f'"{shorten(text)}" ends before it begins', "both dates as written", start)
    return period


def _day(field: RawText | None, reporter: Reporter) -> date | None:
    if field is None or not field.text:
        return None
    day = read_date(field.text) if len(field.text) < 100 else None
    if day is None:
        message = f'"{shorten(field.text)}" is no date that can be read'
        reporter.warn("unreadable-date", message, "the wording", field)
    return day
