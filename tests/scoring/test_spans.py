"""Spans share words, or they do not."""

from __future__ import annotations

from warledger.scoring.spans import pairs_by_touch, shared, touch, word_starts, words_in

TEXT = "The mayor of Oldbridge said that two wells were shut"


def words_of(*parts: str) -> frozenset[int]:
    spans = [(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts]
    return words_in(word_starts(TEXT), spans)


def test_half_of_the_words_are_enough() -> None:
    assert shared(words_of("The mayor"), words_of("The mayor of Oldbridge")) == 0.5


def test_less_than_half_of_the_longer_span_is_nothing() -> None:
    assert shared(words_of("mayor"), words_of("The mayor of Oldbridge")) == 0.0
    assert shared(frozenset(), words_of("mayor")) == 0.0


def test_a_span_may_have_a_gap() -> None:
    assert len(words_of("two wells", "shut")) == 3


def test_spans_that_only_meet_do_not_touch() -> None:
    assert not touch((0, 3), (3, 5))
    assert touch((0, 4), (3, 5))


def test_each_span_has_one_partner() -> None:
    assert pairs_by_touch([(0, 10), (20, 24)], [(0, 4), (5, 10), (22, 30)]) == [(0, 1), (1, 2)]
