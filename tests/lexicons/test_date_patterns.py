"""Dates written out are found as written; the year is never made up."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.lexicons.date_patterns import find_written_dates


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("12 January", None, 1, 12),
        ("12th of May 1941", 1941, 5, 12),
        ("Nov. 3, 2019", 2019, 11, 3),
        ("3/4/17", 2017, 4, 3),
        ("February 29", None, 2, 29),
    ],
)
def test_a_date_is_read_as_written(text: str, year: int | None, month: int, day: int) -> None:
    (date,) = find_written_dates(text)
    assert (date.year, date.month, date.day) == (year, month, day)


@pytest.mark.parametrize("text", ["he may 5 times", "February 30", "32 January", "2-1", "10.0.0.1", "no date"])
def test_what_the_calendar_does_not_have_is_no_date(text: str) -> None:
    assert find_written_dates(text) == []


def test_a_count_behind_a_date_is_not_drawn_into_it() -> None:
    text = "On October 9 140 people fled; on December 7 300 were killed."
    assert [text[date.start : date.end] for date in find_written_dates(text)] == ["October 9", "December 7"]


def test_two_days_joined_by_and_are_one_stretch_only_where_they_touch() -> None:
    assert len(find_written_dates("on May 2 and 3")) == 1
    assert len(find_written_dates("on May 2 and July 3")) == 2


def test_a_range_may_run_over_the_new_year() -> None:
    (date,) = find_written_dates("December 28 to January 3")
    assert (date.first(2019), date.last(2019)) == (datetime.date(2019, 12, 28), datetime.date(2020, 1, 3))


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2068, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%a %b %d %Y"]))
def test_every_day_is_read_back_from_every_form(day: datetime.date, form: str) -> None:
    (date,) = find_written_dates(f"Posted {day.strftime(form)} by staff")
    assert date.first(1) == day
