"""Layer 10: the model's odds are odds, and of one act only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from warledger.claims.coder import Coded
from warledger.claims.second_reading import role_model
from warledger.claims.second_reading.candidates import acts_of
from warledger.claims.second_reading.role_model import odds
from warledger.learned import encoder

TEXT = "Hours after jets of the coalition had taken off, rebels said, a school in Taiz was hit, and eleven pupils and a teacher died."


@pytest.fixture
def no_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(role_model, "DOUBTFUL", -1.0)


@pytest.mark.usefixtures("no_gate")
def test_the_odds_of_each_party_sum_to_one(layers_of: Callable[[str], Coded]) -> None:
    coded = layers_of(TEXT)
    found = odds(acts_of(coded.reading, coded.claims), coded.reading.report.text)
    assert sum(len(one) for one in found) > 2
    assert all(sum(shares) == pytest.approx(1, abs=1e-5) for one in found for shares in one.values())


@pytest.mark.usefixtures("no_gate")
def test_an_act_has_the_same_odds_alone_and_beside_others(layers_of: Callable[[str], Coded]) -> None:
    coded = layers_of(f"{TEXT} Soldiers shelled the hill on Monday, killing two herders.")
    acts = acts_of(coded.reading, coded.claims)
    assert len(acts) > 1
    together = odds(acts, coded.reading.report.text)
    for act, shares in zip(acts, together, strict=True):
        (alone,) = odds([act], coded.reading.report.text)
        assert alone.keys() == shares.keys()
        for k, one in shares.items():
            assert one == pytest.approx(alone[k], abs=1e-4)


def test_an_act_without_doubt_is_not_read_again(layers_of: Callable[[str], Coded], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(role_model, "DOUBTFUL", 1.0)
    monkeypatch.setattr(encoder, "vectors", lambda name, numbers: pytest.fail("a sentence was read"))
    coded = layers_of(TEXT)
    assert not any(odds(acts_of(coded.reading, coded.claims), coded.reading.report.text))


def test_a_sentence_gives_the_same_vectors_each_time() -> None:
    numbers = [101, 2000, 3000, 102]
    first, again = encoder.vectors("roles", numbers), encoder.vectors("roles", numbers)
    assert first.shape[0] == len(numbers)
    assert np.array_equal(first, again)
