"""Patterns tried only near their anchors find what they find anywhere."""

from __future__ import annotations

import re

import pytest

from warledger.lexicons.anchors import NUMBER, Anchored, first_words

WEEKS = re.compile(r"\b(?:(?:at\s+least|about)\s+)?(?:\d+|two|three)\s+weeks?\b")


def spans(text: str, pattern: re.Pattern[str], *anchors: str) -> list[str]:
    return [match.group() for match in Anchored(text).matches(pattern, anchors)]


def test_a_match_may_begin_before_its_anchor() -> None:
    assert spans("It held for at least two weeks.", WEEKS, "week", "weeks") == ["at least two weeks"]


def test_the_matches_come_in_order_and_do_not_overlap() -> None:
    assert spans("three weeks, 12 weeks and about two weeks", WEEKS, "weeks") == ["three weeks", "12 weeks", "about two weeks"]


def test_nothing_is_tried_where_no_anchor_stands() -> None:
    assert spans("It held for at least two weeks.", WEEKS, "month") == []


def test_capitals_make_no_other_anchor() -> None:
    assert spans("IN JUNE", re.compile(r"\bjune\b", re.IGNORECASE), "june") == ["JUNE"]


@pytest.mark.parametrize("text", ["5pm", "at 17:30", "Sep172015"])
def test_any_number_is_an_anchor_even_where_letters_touch_it(text: str) -> None:
    assert spans(text, re.compile(r"\d+"), NUMBER)


def test_the_anchors_of_names_are_their_first_words() -> None:
    assert first_words(["Eid al-Fitr", "new year's eve", "9 May"]) == {"eid", "new", NUMBER}
