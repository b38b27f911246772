"""Days and months in every spelling met, and the periods of the field ``When:``."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowgraph.agreements import read_date, split_when
from flowgraph.agreements.periods import is_reversed, read_period
from loaders.months import read_month

DAYS = st.dates(date(1990, 1, 1), date(2079, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-01-02", date(2019, 1, 2), date(2019, 1, 2)),
        ("2019-01-02 00:00:00", date(2019, 1, 2), date(2019, 1, 2)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018.06", date(2018, 6, 1), date(2018, 6, 30)),
        ("2016/12", date(2016, 12, 1), date(2016, 12, 31)),
        ("11/2016", date(2016, 11, 1), date(2016, 11, 30)),
        ("03/04/2019", date(2019, 4, 3), date(2019, 4, 3)),
        ("3 April 2019", date(2019, 4, 3), date(2019, 4, 3)),
        ("3rd Apr 2019", date(2019, 4, 3), date(2019, 4, 3)),
        ("Jul-19", date(2019, 7, 1), date(2019, 7, 31)),
        ("2016/04 (or before)", date(2016, 4, 1), date(2016, 4, 30)),
        ("43556", date(2019, 4, 1), date(2019, 4, 1)),
        ("43556.0", date(2019, 4, 1), date(2019, 4, 1)),
    ],
)
def test_dates_that_are_read(text: str, first: date, last: date) -> None:
    assert (read_date(text), read_date(text, last=True)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "unknown", "No", "soon", "2019-13", "2019-02-30", "31/02/2019", "99", "12345", "Foo 2019"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d/%m/%Y", "%d %B %Y", "%d-%b-%Y"]))
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    assert read_date(day.strftime(form)) == day


@given(DAYS, st.sampled_from(["%Y-%m", "%Y/%m", "%Y.%m", "%m/%Y", "%B %Y", "%b-%Y"]))
def test_a_month_runs_from_its_first_to_its_last_day(day: date, form: str) -> None:
    first, last = read_date(day.strftime(form)), read_date(day.strftime(form), last=True)
    assert first == day.replace(day=1)
    assert last is not None
    assert last >= day
    assert (last + timedelta(days=1)).day == 1


@given(DAYS, st.sampled_from(["%b-%y", "%B %Y", "%Y-%m", "%Y-%m-%d", "%m/%Y", "%d/%m/%Y"]))
def test_months_of_release(day: date, form: str) -> None:
    year = day.year if form != "%b-%y" or day.year >= 2000 else day.year + 100
    assert read_month(day.strftime(form)) == f"{year:04}-{day.month:02}"


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    assert isinstance(read_date(text), date | None)
    assert isinstance(read_month(text), str | None)
    when = split_when(text)
    read_period(when.agreement)
    read_period(when.release)


@pytest.mark.parametrize(
    ("text", "agreement", "release", "rest"),
    [
        ("DSA runs 2019-01-02 — 2020-01-01 2019.02 — 2024.03.", ("2019-01-02", "2020-01-01"), ("2019.02", "2024.03"),
         ""),
        ("DSA runs 2020-04 – 2023-03", ("2020-04", "2023-03"), None, ""),
        ("DSA runs 2017-01-05 — No", ("2017-01-05", None), None, ""),
        ("DSA runs 2017-01-05 — No 2018.01 — 2018.02.", ("2017-01-05", None), ("2018.01", "2018.02"), ""),
        ("DSA runs 2019-01-02  2020-01-01 2019.02  2024.03.", ("2019-01-02", "2020-01-01"), ("2019.02", "2024.03"), ""),
        ("2016/12 — 2017/08.", None, ("2016/12", "2017/08"), ""),
        ("2016/04 (or before) — 2016/11.", None, ("2016/04 (or before)", "2016/11"), ""),
        ("unknown — 11/2016", None, ("unknown", "11/2016"), ""),
        ("DSA runs 2024-01-15 — 2025-01-14 They erred; — see the audit.", ("2024-01-15", "2025-01-14"), None,
         "They erred; — see the audit."),
        ("never — at all", None, None, "never — at all"),
        ("", None, None, ""),
    ],
)  # fmt: skip
def test_when(
    text: str, agreement: tuple[str | None, str | None] | None, release: tuple[str | None, str | None] | None, rest: str
) -> None:
    when = split_when(text)
    assert (when.agreement and (when.agreement.start, when.agreement.end)) == agreement
    assert (when.release and (when.release.start, when.release.end)) == release
    assert when.rest == rest


def test_periods_keep_their_wording_and_open_ends() -> None:
    when = split_when("DSA runs 2017-01-05 — No unknown — 11/2016.")
    agreement, release = read_period(when.agreement), read_period(when.release)
    assert (agreement.start, agreement.end, agreement.text) == (date(2017, 1, 5), None, "2017-01-05 — No")
    assert (release.start, release.end, release.text) == (None, date(2016, 11, 30), "unknown — 11/2016")


@given(DAYS, DAYS)
def test_reversed_periods_are_seen(start: date, end: date) -> None:
    period = read_period(split_when(f"DSA runs {start} — {end}").agreement)
    assert is_reversed(period) == (end < start)
    assert (period.start, period.end) == (start, end)
