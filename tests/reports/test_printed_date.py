"""The date line of a report is its publication date; the date of a told event is not."""

from __future__ import annotations

import datetime

import pytest

from warledger.reports.printed_date import printed_date

GIVEN = datetime.date(2016, 9, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sat Nov 12 2016 Two Killed in Market Shelling. Two people died.", "2016-11-12"),
        ("Wed 05 Apr 2017 Market Hit. A market was hit.", "2017-04-05"),
        ("Blast kills three NGO AFP Tuesday 4 Feb 2014 At least three people were killed.", "2014-02-04"),
        ("08.04.2017(updated 0910 08.04.2017) A market was hit.", "2017-04-08"),
        ("Date of publication 30 June 2016 A market was hit on Monday.", "2016-06-30"),
        ("2016/08/15 A market was hit.", "2016-08-15"),
        # the last word of a headline does not reach over the end of its line
        ("Army Enters Two Towns 30 Rebels Killed\n\nMon Jun 20 2016 The army entered two towns.", "2016-06-20"),
        ("Three Officials Injured \n3-08-2016 Three Officials Injured. A car blew up.", "2016-08-03"),
        ("06-01-2016 Market Hit. A market was hit.", "2016-01-06"),
        ("Last updated at Sep 172015 QALA A market was hit.", "2015-09-17"),
        ("A market was hit and three people died. Tags: war. Date of publication: 3 May 2016", "2016-05-03"),
    ],
)
def test_a_date_line_is_the_publication_date(text: str, day: str) -> None:
    found = printed_date(text, GIVEN)
    assert found is not None
    assert found.day == day
    assert str(int(day[8:])) in text[found.start : found.end]


def test_a_dateline_without_a_year_takes_that_of_the_given_date() -> None:
    found = printed_date("QALA, Syria, Feb 5 (Reuters) - A market was hit.", datetime.date(2020, 2, 6))
    assert found is not None
    assert (found.day, found.inferred_year) == ("2020-02-05", True)


def test_a_dateline_without_a_year_goes_to_the_nearest_year() -> None:
    found = printed_date("QALA, Syria, Dec 31 (Reuters) - A market was hit.", datetime.date(2020, 1, 2))
    assert found is not None
    assert found.day == "2019-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "Three men were killed on August 6 2016 in a raid on Qala.",
        "The August 6, 2016 attack on the market was the work of a gang.",
        "Fighting has gone on since 3 March 2012 in the hills.",
        "A market was hit and three people died.",
        "",
    ],
)
def test_the_date_of_a_told_event_is_none(text: str) -> None:
    assert printed_date(text, GIVEN) is None


def test_without_a_given_date_a_dateline_without_a_year_stays_open() -> None:
    assert printed_date("QALA, Syria, Feb 5 (Reuters) - A market was hit.", None) is None
