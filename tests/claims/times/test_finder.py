"""Which words of a report tell a time, and which only look like it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warledger.claims.mentions import TimeMention
from warledger.claims.text.parsing import load_language
from warledger.claims.times.finder import find_times


def times(text: str) -> list[TimeMention]:
    return find_times(load_language()(text))


def texts(text: str) -> list[str]:
    return [mention.text for mention in times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The brigade entered Tell Nimr on Tuesday.", ["Tuesday"]),
        ("Shells fell early on Friday and late Sunday night.", ["early on Friday", "late Sunday night"]),
        ("Markaba province Syria August 6 2016 five houses burned", ["August 6 2016"]),
        ("Tuesday 4 Feb 2014 At least 15 people fled", ["Tuesday 4 Feb 2014"]),
        ("QALA, Syria, Mar. 5 (Reuters) - Guns fell silent.", ["Mar. 5"]),
        ("Last updated at Sep 172015 the town was quiet", ["Sep 172015"]),
        ("The road has been closed since December.", ["since December"]),
        ("They met between March and June 2019.", ["between March and June 2019"]),
        ("Raids took place on Monday and Tuesday.", ["Monday and Tuesday"]),
        ("Clinics closed from 3 to 5 February.", ["from 3 to 5 February"]),
        ("The siege lifted in early 2012, by mid-June and in March last year.", ["early 2012", "by mid-June", "March last year"]),
        ("The site of Saturdays blast was cordoned off.", ["Saturdays"]),
        ("They must leave by the end of the month.", ["by the end of the month"]),
        ("A raid at 5 a.m. on Friday woke the town.", ["5 a.m. on Friday"]),
        ("The truce began during Ramadan.", ["Ramadan"]),
        ("It was quiet in the 1990s.", ["1990s"]),
        ("Guards were killed in the past 24 hours.", ["the past 24 hours"]),
    ],
)
def test_a_time_is_found_with_the_words_that_belong_to_it(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rebels may march on the capital.",
        "Men sat in the sun near a spring.",
        "The fall of the town was expected.",
        "A 7-year-old boy and a woman aged 45 were hurt.",
        "Ramadan al-Khalil led the brigade.",
        "About 2000 people fled.",
        "The allies have flown nearly 2000 air raids.",
        "Almost 1990 sorties were flown.",
        "He was second in command.",
        "Resolution 2015 was adopted.",
    ],
)
def test_an_ordinary_word_or_an_age_is_no_time(text: str) -> None:
    assert texts(text) == []


def test_a_date_that_describes_a_noun_is_not_bounded_by_the_preposition_of_the_noun() -> None:
    assert texts("Fighting resumed after the July 9 truce.") == ["July 9"]
    assert texts("Fighting resumed after July 9.") == ["after July 9"]


def test_the_length_of_a_war_is_a_duration() -> None:
    (mention,) = times("They back opposite sides in a nearly nine-year war.")
    assert mention.kind == "duration"
    assert mention.text == "nearly nine-year"


def test_the_head_is_the_noun_and_not_the_preposition() -> None:
    doc = load_language()("Guns have been heard since December and for months.")
    assert [doc[mention.head].text for mention in find_times(doc)] == ["December", "months"]


def test_the_outlets_country_settles_which_number_is_the_month() -> None:
    doc = load_language()("The bridge was hit on 04/05/2016.")
    assert dict(find_times(doc)[0].parts)["month"] == "5"
    assert dict(find_times(doc, day_first=False)[0].parts)["month"] == "4"


PIECES = ("on Monday", "in May", "may", "12", "January", "2016", "last", "for", "two weeks", "ago", "since", ",", "\n", "the", "’s", "early", "2,300")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_every_mention_is_exactly_its_text_and_none_overlap(text: str) -> None:
    mentions = times(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(first.end <= second.start for first, second in itertools.pairwise(mentions))
