"""Number words are worth what they say, and a wrong data file says where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.errors import KnowledgeError
from warledger.lexicons.calendar_lexicon import load_calendar
from warledger.lexicons.number_lexicon import NUMBER_FILE, load_numbers, read_number
from warledger.lexicons.unit_lexicon import load_units, singular


@pytest.mark.parametrize(("text", "value"), [("twenty-five", 25), ("three hundred thousand", 300_000), ("half a million", 500_000), ("two dozen", 24), ("1.2 million", 1_200_000), ("40k", 40_000)])
def test_a_number_in_words_is_worth_what_it_says(text: str, value: int) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["oneself", "", "many", "and"])
def test_other_words_are_no_number(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(0, 10**9))
def test_grouped_digits_are_the_same_number(value: int) -> None:
    assert read_number(f"{value:,}") == read_number(str(value)) == value


def test_a_wrong_value_is_told_with_file_and_line(tmp_path: Path) -> None:
    broken = tmp_path / "number_words.yaml"
    broken.write_text(NUMBER_FILE.read_text(encoding="utf-8").replace("  two: 2\n", "  two: pair\n", 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"number_words\.yaml:\d+: 'two' must be worth a whole number"):
        load_numbers(broken)


def test_nouns_of_people_have_their_class() -> None:
    units = load_units()
    assert (units.unit_of("soldiers"), units.class_of("soldiers")) == ("people", "military")
    assert units.unit_of("beekeepers") == "people"
    assert units.unit_of("helicopters") == "thing"
    assert singular("policemen") == "policeman"


def test_the_feasts_follow_the_table() -> None:
    (span,) = load_calendar().feasts["ramadan"].intervals(2016)
    assert span[0].isoformat() == "2016-06-06"
