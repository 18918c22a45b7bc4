"""Sketches propose, exact comparison decides."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from warledger.reports.near_copies import overlap, proposed_pairs, shingles_of, sketch, words_of

words = st.lists(st.sampled_from("the army took a hill and lost it again on sunday near two towns".split()), min_size=5, max_size=60)


def test_words_are_compared_without_case_signs_and_apostrophes() -> None:
    assert words_of("Syria’s ARMY, it's said") == words_of("syrias army its said")


def test_fewer_than_five_words_have_no_shingles() -> None:
    assert shingles_of(["a", "b", "c", "d"]).size == 0
    assert shingles_of(["a", "b", "c", "d", "e"]).size == 1


@given(words, words)
def test_overlap_is_a_share_and_the_same_both_ways(one: list[str], other: list[str]) -> None:
    first, second = shingles_of(one), shingles_of(other)
    in_common, of_shorter = overlap(first, second)
    assert 0 <= in_common <= of_shorter <= 1
    assert overlap(second, first) == (in_common, of_shorter)
    assert overlap(first, first) == (1.0, 1.0)


def test_the_overlap_with_nothing_is_nothing() -> None:
    assert overlap(shingles_of([]), shingles_of([])) == (0.0, 0.0)


def test_pairs_that_share_much_are_proposed_once_and_others_are_not() -> None:
    text = [f"w{at}" for at in range(200)]
    sets = [shingles_of(text), shingles_of(text[:150]), shingles_of([f"x{at}" for at in range(200)])]
    pairs = list(proposed_pairs(sketch(sets), 3, lambda one, others: np.full(others.shape, 0.2)))
    assert pairs == [(0, 1)]


def test_known_texts_are_not_compared_among_themselves() -> None:
    text = [f"w{at}" for at in range(200)]
    sets = [shingles_of([f"x{at}" for at in range(200)]), shingles_of(text), shingles_of(text[:150])]
    assert list(proposed_pairs(sketch(sets), 1, lambda one, others: np.full(others.shape, 0.2))) == []
