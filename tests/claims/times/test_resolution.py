"""What a time means, against the publication date, the tense of its clause and the day the text last spoke of."""

from __future__ import annotations

import datetime

import pytest

from warledger.claims.text.parsing import load_language
from warledger.claims.times.finder import find_times
from warledger.claims.times.resolution import resolve
from warledger.model import TimeSpan

# A Wednesday.
PUBLISHED = datetime.date(2020, 2, 5)


def span(
    text: str, tense: str = "past", published: datetime.date | None = PUBLISHED, anchor: datetime.date | None = None
) -> TimeSpan | None:
    (mention,) = find_times(load_language()(text))
    found = resolve(mention, published, tense, anchor)
    assert found is None or found.wording == mention.text
    return found


def days(text: str, tense: str = "past", published: datetime.date | None = PUBLISHED, anchor: datetime.date | None = None) -> tuple[str | None, str | None]:
    found = span(text, tense, published, anchor)
    assert found is not None
    return found.start, found.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They came on Wednesday.", "2020-02-05", "2020-02-05"),
        ("They came on Thursday.", "2020-01-30", "2020-01-30"),
        ("They came last Monday.", "2020-02-03", "2020-02-03"),
        ("They came last Wednesday.", "2020-01-29", "2020-01-29"),
        ("They came yesterday.", "2020-02-04", "2020-02-04"),
        ("They came overnight.", "2020-02-04", "2020-02-05"),
        ("They came earlier this week.", "2020-02-03", "2020-02-05"),
        ("They came earlier this month.", "2020-02-01", "2020-02-04"),
        ("They came last week.", "2020-01-27", "2020-02-02"),
        ("They came last month.", "2020-01-01", "2020-01-31"),
        ("They came last summer.", "2019-06-01", "2019-08-31"),
        ("They came in March.", "2019-03-01", "2019-03-31"),
        ("They came in late March.", "2019-03-21", "2019-03-31"),
        ("They came in March 2012.", "2012-03-01", "2012-03-31"),
        ("They came on January 12.", "2020-01-12", "2020-01-12"),
        ("They came on 12 December.", "2019-12-12", "2019-12-12"),
        ("They came on February 6.", "2020-02-06", "2020-02-06"),
        ("They came two days ago.", "2020-02-03", "2020-02-03"),
        ("They came three years ago.", "2017-01-01", "2017-12-31"),
        ("They died in the past 24 hours.", "2020-02-04", "2020-02-05"),
        ("They died over the last 15 days.", "2020-01-21", "2020-02-05"),
        ("They have fled in recent months.", "2019-11-05", "2020-02-05"),
        ("They have been shelled for months.", "2019-11-05", "2020-02-05"),
        ("They have fought for more than two years.", "2018-02-05", "2020-02-05"),
        ("It fell after days of fighting.", "2020-01-29", "2020-02-05"),
        ("It has been closed since December.", "2019-12-01", "2020-02-05"),
        ("It has been closed since 2011.", "2011-01-01", "2020-02-05"),
        ("They came in early 2012.", "2012-01-01", "2012-03-31"),
        ("They came between March and June 2019.", "2019-03-01", "2019-06-30"),
        ("They came from November to January.", "2019-11-01", "2020-01-31"),
        ("They came on Monday and Tuesday.", "2020-02-03", "2020-02-04"),
        ("They came in the first quarter of 2019.", "2019-01-01", "2019-03-31"),
        ("They came during Ramadan.", "2019-05-06", "2019-06-03"),
        ("They came on New Year's Eve.", "2019-12-31", "2019-12-31"),
    ],
)
def test_what_has_happened_is_resolved_back_from_publication(text: str, start: str, end: str) -> None:
    assert days(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The council will meet on Thursday.", "2020-02-06", "2020-02-06"),
        ("They must withdraw by Friday.", "2020-02-05", "2020-02-07"),
        ("They must withdraw by the end of the month.", "2020-02-05", "2020-02-29"),
        ("It will begin on January 12.", "2021-01-12", "2021-01-12"),
        ("It will go on in the coming days.", "2020-02-05", "2020-02-12"),
        ("It will begin next Friday.", "2020-02-07", "2020-02-07"),
    ],
)
def test_what_is_to_come_is_resolved_forward(text: str, start: str, end: str) -> None:
    assert days(text, tense="future") == (start, end)


@pytest.mark.parametrize("text", ["They came on Wednesday.", "They came on January 12.", "They have been shelled for months.", "They came last week."])
def test_without_a_publication_date_a_relative_time_stays_open(text: str) -> None:
    found = span(text, published=None)
    assert found is not None
    assert (found.start, found.end, found.inferred) == (None, None, "no publication date")


@pytest.mark.parametrize(
    ("text", "day"), [("It fell on Nov. 3, 2019.", "2019-11-03"), ("It fell on 08.04.2017.", "2017-04-08"), ("Sat Nov 12 2016 It fell", "2016-11-12")]
)
def test_a_full_date_needs_no_publication_date(text: str, day: str) -> None:
    assert days(text, published=None) == (day, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [("It fell the same day.", "2020-01-20"), ("It fell a day after the raid.", "2020-01-21"), ("It fell the following day.", "2020-01-21"), ("It fell hours later.", "2020-01-20")],
)
def test_the_storys_own_clock_needs_a_day_told_before(text: str, day: str) -> None:
    assert days(text, anchor=datetime.date(2020, 1, 20)) == (day, day)
    found = span(text)
    assert found is not None
    assert (found.start, found.inferred) == (None, "no day told before it")


@pytest.mark.parametrize("text", ["It is a nearly nine-year war.", "Guns are heard every day.", "The talks lasted for two years."])
def test_a_length_or_a_habit_is_no_time(text: str) -> None:
    assert span(text) is None


def test_a_history_far_from_the_news_goes_by_its_own_year() -> None:
    assert days("The town fell in August.", published=datetime.date(2019, 1, 5), anchor=datetime.date(1982, 2, 2)) == ("1982-08-01", "1982-08-31")


def test_before_a_year_is_open_to_the_past() -> None:
    found = span("It was calm before 2011.")
    assert found is not None
    assert (found.start, found.end) == (None, "2010-12-31")
