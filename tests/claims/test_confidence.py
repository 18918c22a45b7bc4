"""Layer 10: how far a claim is to be trusted is told by what its sentence shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.claims.coder import Coded
from warledger.claims.confidence import LEAST, MOST, with_confidence, with_neighbours
from warledger.claims.confidence_signs import confidence_signs
from warledger.model import Claim, Passage


def signs(coded: Coded, trigger: str) -> set[str]:
    claim, beside = next(pair for pair in with_neighbours(coded.claims) if pair[0].quote("trigger") == trigger)
    return set(confidence_signs(coded.reading, claim, beside))


def test_a_short_plain_sentence_is_trusted_more_than_a_long_one_whose_doer_is_left_out(claim_of: Callable[[str], Claim]) -> None:
    plain = claim_of("Rebels attacked a convoy in Taiz on Monday, killing six soldiers.")
    tangled = claim_of("The convoy that the rebels of the valley and the army of the coast had both said they would let pass was shelled, as the government, "
                       "the coalition and a militia that none of them will name went on blaming each other for it in Taiz.")
    assert not tangled.initiators
    assert plain.confidence > tangled.confidence


@pytest.mark.parametrize("text", ["Rebels attacked a convoy in Taiz on Monday, killing six soldiers.", "Violence went on.", "Shelling, shelling, shelling."])
def test_no_claim_is_certain_and_none_is_nothing(layers_of: Callable[[str], Coded], text: str) -> None:
    assert all(LEAST <= claim.confidence <= MOST for claim in layers_of(text).claims)


def test_an_armed_party_that_no_role_holds_is_a_sign(layers_of: Callable[[str], Coded]) -> None:
    held = layers_of("Rebels shelled the village on Monday.")
    assert "free armed 0 True ASSAULT" in signs(held, "shelled")
    left = layers_of("The village was shelled on Monday, hours after rebels had left the army's land.")
    assert "free armed 2 False ASSAULT" in signs(left, "shelled")


def test_a_doer_that_only_the_claim_beside_has_is_a_sign(layers_of: Callable[[str], Coded]) -> None:
    claim = Claim("c_1", "r_1", "ASSAULT", passages=(Passage("trigger", 8, 15, "shelled"), Passage("sentence", 0, 37, "")))
    other = next(one for one in layers_of("Rebels shelled the village on Monday.").claims if one.initiators)
    coded = layers_of("Rebels shelled the village on Monday.")
    assert "doer beside True" in set(confidence_signs(coded.reading, claim, [other]))
    assert "doer beside False" in set(confidence_signs(coded.reading, claim, []))


def test_claims_are_beside_each_other_in_one_sentence_only() -> None:
    first, second, third = (Claim(f"c_{n}", "r_1", "ASSAULT", passages=(Passage("sentence", start, start + 20, ""),)) for n, start in ((1, 0), (2, 0), (3, 30)))
    assert with_neighbours([first, second, third]) == [(first, [second]), (second, [first]), (third, [])]


def test_the_claims_keep_their_order_and_everything_else(layers_of: Callable[[str], Coded]) -> None:
    coded = layers_of("Rebels shelled the village on Monday. The army said that it had arrested two men in Hama.")
    assert with_confidence(coded.reading, coded.claims) == coded.claims
