"""A page that was stored without its commas reads as if it had them, and offsets stay true."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.claims.text.lost_commas import lost_its_commas, odds, with_lost_commas
from warledger.model import Claim

STRIPPED = ("The governor of the province Adel Nasser said on Tuesday that four villagers had been wounded including two nurses when shells hit the market killing "
            "a shopkeeper according to the civil defence. However the ministry which runs the hospitals gave no figure.")


def test_a_text_without_any_comma_lost_them() -> None:
    assert lost_its_commas(STRIPPED)
    assert not lost_its_commas(STRIPPED.replace("However", "However,"))
    assert not lost_its_commas("Shells hit the market.")


@pytest.mark.parametrize("words", ["wounded,including two nurses", "shopkeeper,according to", "However,the ministry"])
def test_a_comma_comes_back_where_a_clause_is_set_off(words: str) -> None:
    assert words in with_lost_commas(STRIPPED)


def test_a_figure_before_a_restored_comma_is_still_a_number(claims_of: Callable[..., list[Claim]]) -> None:
    claims = claims_of("Shells killed 12 soldiers and wounded 55 according to the health ministry which gave no other figure on Tuesday "
                       "though it runs all of the hospitals of the province.")
    assert {("killed", 12), ("wounded", 55)} <= {(tally.what, tally.low) for claim in claims for tally in claim.tallies}
    assert {speaker.name for claim in claims if claim.tallies for speaker in claim.speakers} == {"health ministry"}


def test_the_text_keeps_its_length_and_changes_only_blanks() -> None:
    restored = with_lost_commas(STRIPPED)
    assert len(restored) == len(STRIPPED)
    assert {(one, other) for one, other in zip(STRIPPED, restored, strict=True) if one != other} == {(" ", ",")}


def test_no_comma_parts_the_numbers_of_a_date() -> None:
    assert "3 2016" in with_lost_commas("Published June 3 2016 by the news desk of the northern provinces after a long night of shelling there")


@pytest.mark.parametrize("opening", ["In December 2016 three guards of the ministry", "In September 2014 most of its leaders"])
def test_no_comma_parts_a_month_from_its_year(opening: str) -> None:
    told = f"{opening} were wounded when a woman walked into the station of the quarter wearing a vest that was set off from afar and nobody took the blame."
    month, year = opening.split()[1:3]
    assert f"{month} {year}" in with_lost_commas(told)


@given(st.lists(st.sampled_from(["the", "army", "said", "Homs", "12", "killed.", '"We', 'left"', "(SANA)", "\n", "2016"]), min_size=1, max_size=60))
def test_any_text_keeps_its_length(words: list[str]) -> None:
    text = " ".join(words)
    restored = with_lost_commas(text)
    assert len(restored) == len(text)
    assert restored.replace(",", " ") == text


def test_each_word_has_odds_that_do_not_depend_on_other_sentences() -> None:
    one, other = "Shells hit the market killing two men .".split(), "The army left .".split()
    ends = [False] * (len(one) - 1) + [True]
    together = odds(one + other, [*ends, False, False, False, True])
    assert np.allclose(odds(one, ends), together[: len(one)])


@pytest.mark.parametrize("counted", ["On Sunday 31 villagers", "The monitor said 41 people were hurt and 17 were wounded", "another 24 were killed"])
def test_no_comma_parts_a_number_from_those_whom_it_counts(counted: str) -> None:
    told = f"{counted} and the governor of the province said that more might die since the hospitals of the town which lies near the front have neither light nor water."
    assert not any(f"{number}," in with_lost_commas(told) for number in ("31", "17", "24"))
