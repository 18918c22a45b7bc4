"""The net on top of the transformer: what it says of one act does not hang on the acts beside it."""

from __future__ import annotations

import numpy as np
import pytest

from warledger.claims.second_reading.candidates import Act, acts_of
from warledger.claims.second_reading.role_net import Seen, shares

WIDTH = 384


def _seen(pieces: int, parties: list[tuple[int, int]], seed: int) -> Seen:
    vectors = np.random.default_rng(seed).normal(size=(pieces, WIDTH)).astype(np.float32)
    return Seen(vectors, (1, 3), parties, [[k + n for n in range(13)] for k, _ in enumerate(parties)], list(range(7)))


def test_an_act_beside_one_with_more_parties_gets_what_it_gets_alone() -> None:
    few, many = _seen(9, [(4, 5), (5, 8)], 1), _seen(20, [(3, 4), (5, 9), (4, 6), (10, 18), (18, 19)], 2)
    together = shares([few, many])
    assert [one.shape for one in together] == [(2, 3), (5, 3)]
    for act, found in zip((few, many), together, strict=True):
        assert found == pytest.approx(shares([act])[0], abs=1e-5)
        assert found.sum(1) == pytest.approx(1, abs=1e-5)


def test_all_sums_stay_in_single_precision() -> None:
    assert shares([_seen(9, [(4, 5)], 1)])[0].dtype == np.float32


def test_without_acts_nothing_is_said() -> None:
    assert shares([]) == []


def test_whoever_has_a_part_in_another_claim_of_the_report_is_told_so(layers_of) -> None:
    coded = layers_of("Rebels shelled the barracks on Monday and abducted two teachers.")
    acts: list[Act] = acts_of(coded.reading, coded.claims)
    assert len(acts) > 1
    rebels = [one for act in acts for one in act.candidates if one.text == "Rebels"]
    assert len(rebels) == len(acts)
    assert all("initiator" in one.elsewhere for one in rebels)
