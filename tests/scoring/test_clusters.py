"""Clusterings compared."""

from __future__ import annotations

import pytest

from warledger.scoring.clusters import b_cubed_f1, pairwise_f1

TRUE = {"a": "x", "b": "x", "c": "y", "d": "y"}


def test_the_names_of_clusters_do_not_matter() -> None:
    found = {"a": 1, "b": 1, "c": 2, "d": 2}
    assert pairwise_f1(found, TRUE) == b_cubed_f1(found, TRUE) == 1.0


def test_joining_nothing_finds_no_pair_but_keeps_the_single_items_apart() -> None:
    found = {name: name for name in TRUE}
    assert pairwise_f1(found, TRUE) == 0.0
    assert b_cubed_f1(found, TRUE) == pytest.approx(0.667)


def test_joining_all_has_every_pair_and_too_many() -> None:
    found = dict.fromkeys(TRUE, 1)
    assert pairwise_f1(found, TRUE) == 0.5
    assert b_cubed_f1(found, TRUE) == pytest.approx(0.667)


def test_nothing_has_no_measure() -> None:
    assert pairwise_f1({}, {}) is None
    assert b_cubed_f1({}, {}) is None
