"""The date that comes with a report, in the forms that files hold."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.reports.given_date import day_order, parse_given, parse_iso


@pytest.mark.parametrize(("written", "meant"), [
    ("2020-02-05", "2020-02-05"),
    (" 2020-02-05 ", "2020-02-05"),
    ("20200205", "2020-02-05"),
    ("2020/2/5", "2020-02-05"),
    ("2020-02-05T14:00:00Z", "2020-02-05T14:00:00Z"),
    ("2020-02-05T01:00:00.250+03:00", "2020-02-04T22:00:00Z"),
    ("Wed, 05 Feb 2020 14:00:00 GMT", "2020-02-05T14:00:00Z"),
    ("Wed, 5 Feb 2020 14:00:00 +0200", "2020-02-05T12:00:00Z"),
    ("February 5, 2020", "2020-02-05"),
    ("5 Feb. 2020", "2020-02-05"),
    ("Wednesday, February 5th, 2020 at 3 pm", "2020-02-05"),
    ("25/2/2020", "2020-02-25"),
    ("2/25/2020 10:00", "2020-02-25"),
    ("5.5.2020", "2020-05-05"),
    (1580911200, "2020-02-05T14:00:00Z"),
    (1580911200000, "2020-02-05T14:00:00Z"),
    ("1580911200", "2020-02-05T14:00:00Z"),
])
def test_a_date_means_one_day_or_instant(written: str | int, meant: str) -> None:
    assert parse_given(written) == (meant,)


def test_a_clock_time_without_a_zone_is_only_its_day() -> None:
    assert parse_given("2020-02-05 23:30:00") == ("2020-02-05",)


def test_day_and_month_that_cannot_be_told_apart_are_both_kept() -> None:
    assert parse_given("3/4/2016") == ("2016-03-04", "2016-04-03")


def test_the_order_of_the_column_tells_them_apart() -> None:
    assert parse_given("3/4/2016", "day") == ("2016-04-03",)
    assert parse_given("3/4/2016", "month") == ("2016-03-04",)


@pytest.mark.parametrize("written", ["", "yesterday", "2020", "12", 2020, 7, "2020-13-40", "31/31/2020", "5 Foo 2020", -1,
                                     float("nan"), float("inf"), 1e300, "0001-01-01T00:00:00+05:00", "9999-12-31"])
def test_what_is_no_date_is_none(written: str | float) -> None:
    assert parse_given(written) == ()


def test_one_clear_date_tells_the_order_of_a_column() -> None:
    assert day_order(["3/4/2016", "25/4/2016"]) == "day"
    assert day_order(["3/4/2016", "4/25/2016"]) == "month"
    assert day_order(["3/4/2016"]) is None


def test_a_column_that_contradicts_itself_tells_no_order() -> None:
    assert day_order(["25/4/2016", "4/25/2016"]) is None


@given(st.datetimes(datetime.datetime(1900, 1, 2), datetime.datetime(2100, 12, 30),
                    timezones=st.just(datetime.UTC)))
def test_an_instant_comes_back_as_the_same_instant(moment: datetime.datetime) -> None:
    written = parse_iso(moment.isoformat())
    assert written is not None
    assert datetime.datetime.fromisoformat(written) == moment.replace(microsecond=0)


@given(st.text(max_size=40) | st.integers() | st.floats())
def test_nothing_that_stands_in_a_date_field_breaks_it(value: str | float) -> None:
    for one in parse_given(value):
        datetime.date.fromisoformat(one[:10])


@pytest.mark.parametrize(
    ("written", "day"),
    [("5 février 2020", "2020-02-05"), ("5 de febrero de 2020", "2020-02-05"), ("5 Şubat 2020", "2020-02-05"),
     ("5 февраля 2020", "2020-02-05")],
)
def test_a_date_in_the_words_of_another_language_is_read(written: str, day: str) -> None:
    assert parse_given(written) == (day,)


@pytest.mark.parametrize("written", ["février 2020", "edition of 2020", "5 Blursday 2020", "yesterday, 2020 reasons"])
def test_words_that_are_no_full_date_are_none(written: str) -> None:
    assert parse_given(written) == ()
