"""Weeks run from Monday to Sunday; months and years are cut as writers cut them."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from warledger.claims.times import calendar as cal

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


def test_a_month_back_from_the_31st_is_the_last_day_of_the_shorter_month() -> None:
    assert cal.plus_months(datetime.date(2020, 3, 31), -1) == datetime.date(2020, 2, 29)


def test_a_winter_runs_over_the_new_year() -> None:
    assert cal.months_of(2013, 12, 2) == (datetime.date(2013, 12, 1), datetime.date(2014, 2, 28))


def test_late_in_a_month_is_its_last_third() -> None:
    assert cal.narrow(cal.month_of(2020, 2), "late") == (datetime.date(2020, 2, 21), datetime.date(2020, 2, 29))


def test_hours_reach_into_the_day_before() -> None:
    assert cal.plus(datetime.date(2020, 2, 5), -24, "hour") == datetime.date(2020, 2, 4)
    assert cal.plus(datetime.date(2020, 2, 5), -2, "hour") == datetime.date(2020, 2, 5)


@given(DAYS)
def test_a_day_lies_in_its_week_month_year_decade_and_century(day: datetime.date) -> None:
    for unit in ("week", "month", "year", "decade", "century"):
        first, last = cal.unit_of(day, unit)
        assert first <= day <= last


@given(DAYS, st.sampled_from(["month", "year", "decade"]), st.sampled_from(["early", "mid", "late", "start", "end"]))
def test_a_part_lies_inside_the_whole(day: datetime.date, unit: str, position: str) -> None:
    whole = cal.unit_of(day, unit)
    first, last = cal.narrow(whole, position)
    assert whole[0] <= first <= last <= whole[1]
