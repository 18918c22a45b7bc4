"""Numbers are ranges with wording, and only people are counted as people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warledger.claims.mentions import QuantityMention
from warledger.claims.quantities.finder import find_quantities
from warledger.claims.quantities.numbers import find_numbers
from warledger.claims.text.parsing import load_language


def quantities(text: str) -> list[QuantityMention]:
    return find_quantities(load_language()(text))


def heads(text: str) -> list[tuple[str, str, str]]:
    doc = load_language()(text)
    return [(mention.text, mention.unit, doc[mention.head].text) for mention in find_quantities(doc)]


@pytest.mark.parametrize(
    ("wording", "low", "high", "best"),
    [
        ("13", 13, 13, 13),
        ("at least 13", 13, None, 13),
        ("up to 33", None, 33, 33),
        ("more than 50", 51, None, 50),
        ("over 60", 61, None, 60),
        ("fewer than 20", None, 19, 19),
        ("nearly one million", 900_000, 1_000_000, 1_000_000),
        ("nearly 75", 70, 75, 75),
        ("around 600", 550, 650, 600),
        ("some 452,700", 452_600, 452_800, 452_700),
        ("about 1,234", 1233, 1235, 1234),
        ("around 10 million", 9_500_000, 10_500_000, 10_000_000),
        ("some 200", 180, 220, 200),
        ("exactly 8", 8, 8, 8),
        ("2,300", 2300, 2300, 2300),
        ("2 300", 2300, 2300, 2300),
        ("470000", 470_000, 470_000, 470_000),
        ("1.5 million", 1_500_000, 1_500_000, 1_500_000),
        ("a quarter of a million", 250_000, 250_000, 250_000),
        ("more than a quarter of a million", 250_001, None, 250_000),
        ("two hundred and fifty", 250, 250, 250),
        ("a dozen", 12, 12, 12),
        ("dozens", 24, 99, None),
        ("scores", 40, 99, None),
        ("hundreds", 200, 999, None),
        ("thousands", 2000, 9999, None),
        ("tens of thousands", 20_000, 99_999, None),
        ("several", 3, 9, None),
        ("a few hundred", 300, 999, None),
        ("several thousand", 3000, 9999, None),
        ("a couple", 2, 2, 2),
        ("13-15", 13, 15, None),
        ("between 10 and 15", 10, 15, None),
        ("10 to 15", 10, 15, None),
        ("50 or more", 50, None, 50),
    ],
)
def test_a_wording_has_its_least_its_most_and_its_figure(wording: str, low: int | None, high: int | None, best: int | None) -> None:
    (number,) = find_numbers(f"Reports spoke of {wording} persons there.")
    assert (number.low, number.high, number.best) == (low, high, best)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At Least 10 Villagers Die in Raid", [("At Least 10", "people", "Villagers")]),
        ("3 Killed 9 Injured in Market Blast", [("3", "people", "3"), ("9", "people", "9")]),
        ("The raid killed 24 people and injured 13 others.", [("24", "people", "people"), ("13", "people", "others")]),
        ("17 pro-government Afghan fighters died.", [("17", "people", "fighters")]),
        ("20 army and 12 rebel fighters have been killed.", [("20", "people", "fighters"), ("12", "people", "fighters")]),
        ("Rockets kill 10 guards injure 16", [("10", "people", "guards"), ("16", "people", "16")]),
        ("It lies 15 km east of the city.", [("15", "distance", "15")]),
        ("Two tanks and 122mm rockets were seized.", [("Two", "thing", "tanks"), ("122", "calibre", "122")]),
        ("The damage is worth $3.5bn or 40 percent of the budget.", [("3.5bn", "money", "3.5bn"), ("40", "share", "40")]),
        ("A 7-year-old girl was hurt.", [("7", "age", "7")]),
        ("The six-year war goes on.", [("six", "time", "year")]),
        ("Dozens of people fled.", [("Dozens", "people", "people")]),
    ],
)
def test_a_number_knows_what_it_counts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert heads(text) == expected


def test_a_date_and_a_distance_are_no_people() -> None:
    found = quantities("On August 6 2016 the army took a hill 15 km from the town and 600 metres from the road.")
    assert "people" not in {mention.unit for mention in found}


def test_a_part_is_no_figure_of_its_own() -> None:
    found = quantities("Five villagers including three children and two women were killed.")
    assert [(mention.best, mention.part) for mention in found] == [(5, False), (3, True), (2, True)]


def test_three_of_them_are_a_part() -> None:
    assert [mention.part for mention in quantities("Nine men were shot, three of them guards.")] == [False, True]


def test_others_are_further() -> None:
    found = quantities("14 people died and 11 others were hurt; a further six are missing.")
    assert [(mention.best, mention.further) for mention in found] == [(14, False), (11, True), (6, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Two more died, bringing the toll to 53 people.",
        "The death toll from the blast rose to 53.",
        "Since the war began 53 people have been killed.",
        "The death toll rose from 40 to 53.",
    ],
)
def test_a_toll_is_a_running_total(text: str) -> None:
    total = quantities(text)[-1]
    assert (total.best, total.cumulative) == (53, True)


def test_of_a_toll_that_rose_only_the_new_figure_counts() -> None:
    assert [mention.best for mention in quantities("The death toll rose from 40 to 47.")] == [47]


def test_a_new_figure_is_no_running_total() -> None:
    assert not quantities("The strike killed 12 people on Monday.")[0].cumulative


def test_no_casualties_is_a_figure_of_none() -> None:
    assert [(mention.best, mention.unit) for mention in quantities("No casualties were reported.")] == [(0, "people")]
    assert [mention.best for mention in quantities("It fell without any casualties.")] == [0]


def test_one_is_a_number_only_before_what_it_counts() -> None:
    assert quantities("One may ask what one does.") == []
    assert [mention.best for mention in quantities("One man was killed.")] == [1]


PIECES = ("at least", "13", "2,300", "people", "killed", "dozens", "of", "between 10 and 15", "nearly", "one million", "km", "others", "no", "\n", "-", "$", "2016", "rose from 40 to 47", "half")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_every_mention_is_exactly_its_text_and_its_digits_stand_there(text: str) -> None:
    for mention in quantities(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.low is None or mention.high is None or mention.low <= mention.high
        if mention.text.isdigit():
            assert mention.best == int(mention.text)
        for digits in re.findall(r"\d+", mention.text):
            assert digits in text


def test_a_number_between_dashes_counts_those_right_before_it():
    assert [(item.low, item.unit) for item in quantities("Most of the victims - 14 - died in Goma.")] == [(14, "people")]


def test_another_name_in_brackets_stands_within_what_is_counted(claim_of):
    claim = claim_of("At least 17 ISIS (Daesh) militants were killed by artillery fire near Mosul.")
    assert [(tally.low, tally.what) for tally in claim.tallies] == [(17, "killed")]


@pytest.mark.parametrize(("bound", "low", "high"), [("no fewer than 13", 13, None), ("No more than 13", None, 13)])
def test_the_no_of_a_bound_is_no_number_of_its_own(bound, low, high):
    assert [(number.low, number.high) for number in find_numbers(f"Fires killed {bound} people.")] == [(low, high)]


def test_besieged_towns_are_no_people():
    assert [one.unit for one in quantities("Families were taken from two besieged towns.")] == ["thing"]


def test_a_name_in_brackets_may_stand_before_those_counted():
    assert [one.unit for one in quantities("The jets killed some twenty Islamic State (ISIL or Daesh) operatives.")] == ["people"]


def test_trucks_that_carry_villagers_are_counted_as_trucks():
    assert [one.unit for one in quantities("Dozens of trucks carrying villagers were waiting at the gate.")] == ["thing"]


def test_a_second_dash_closes_what_some_are_part_of():
    text = "Shelling left 20 villagers - including four children - and seven soldiers dead."
    assert [(one.low, one.part) for one in quantities(text)] == [(20, False), (4, True), (7, False)]


def test_at_least_may_stand_before_the_at_of_a_figure():
    assert [(one.low, one.high) for one in quantities("The agency put the toll at least at 40.")] == [(40, None)]


@pytest.mark.parametrize(("text", "counted"), [
    ("At least 60 bodies of people executed by the rebels were discovered in mass graves.", "people"),
    ("The army found 60 bodies of people in the ditch.", "bodies"),
])
def test_so_many_bodies_of_those_killed_are_so_many_of_them(text, counted):
    assert [head for _, unit, head in heads(text) if unit == "people"] == [counted]


@pytest.mark.parametrize(("text", "low"), [("The toll surpasses 80 traders.", 81), ("Deaths in Goma exceed 300.", 301), ("The number of dead tops 45.", 46)])
def test_what_a_toll_surpasses_is_less_than_it(text, low):
    assert [(one.low, one.high) for one in find_numbers(text)] == [(low, None)]


@pytest.mark.parametrize(("text", "counts"), [
    ("In May 2016,three guards died.", [3]),  # the parser's comma takes the place of the blank
    ("In 2014,12 guards died and 1,300 fled.", [12, 1300]),
    ("Of 1,300,000 nobody died.", [1_300_000]),
])
def test_a_comma_put_behind_a_year_ends_it(text, counts):
    assert [one.low for one in find_numbers(text) if one.low != 2016 and one.form == "exact"] == counts
