"""Whose an attack was is told of the attack, not of its place."""

import pytest


@pytest.mark.parametrize(("text", "who"), [
    ("Seven people were killed in an attack on a mosque claimed by the Pakistani Taliban.", "Pakistani Taliban"),
    ("A bombing at a market in Baghdad claimed by Islamic State killed 30 people.", "Islamic State"),
    ("Two raids on the town carried out by government jets killed nine people.", "government jets"),
])
def test_who_claims_or_carries_out_did_it(claim_of, text, who):
    assert [party.name for party in claim_of(text).initiators] == [who]


def test_whose_a_place_is_did_nothing(claim_of):
    assert claim_of("A blast near a mine owned by the Congolese army killed nine people.").initiators == ()
