"""Counts and the best alignment."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.scoring.measures import Counts, best_pairs, share


def test_f1_is_of_right_answers_among_those_given_and_those_wanted() -> None:
    counts = Counts(2, 4, 2) + Counts(1, 0, 4)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)


def test_nothing_to_measure_is_no_zero() -> None:
    assert Counts().f1 is None
    assert Counts(0, 0, 3).precision is None
    assert share(0, 0) is None
    assert Counts(0, 0, 3).f1 == 0.0


def test_a_greedy_choice_is_not_the_best_one() -> None:
    assert best_pairs([[3, 2], [2, 0]]) == [(0, 1), (1, 0)]


def test_what_has_nothing_in_common_is_not_paired() -> None:
    assert best_pairs([[0, 0], [0, 1]]) == [(1, 1)]
    assert best_pairs([]) == best_pairs([[]]) == []


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(st.integers(0, 5), min_size=n, max_size=n), min_size=1, max_size=4)))
def test_no_other_alignment_scores_more(scores: list[list[int]]) -> None:
    rows, columns = len(scores), len(scores[0])
    padded = [*range(columns), *[None] * rows]
    most = max(sum(scores[i][j] for i, j in enumerate(choice) if j is not None) for choice in permutations(padded, rows))
    pairs = best_pairs(scores)
    assert sum(scores[i][j] for i, j in pairs) == most
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@pytest.mark.parametrize(("part", "whole", "expected"), [(1, 3, 0.333), (2, 2, 1.0)])
def test_shares_have_three_digits(part: int, whole: int, expected: float) -> None:
    assert share(part, whole) == expected
