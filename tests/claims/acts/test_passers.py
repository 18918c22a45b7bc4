"""Layer 9: a bomb was meant for those under arms beside whom, or at whose passing, it went off."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("A roadside bomb exploded near an army patrol in Gao on Monday.", "army patrol"),
        ("The bomb went off as a police convoy was passing in Gao.", "police convoy"),
        ("The militants detonated the mine when an army convoy was crossing the bridge.", "army convoy"),
        ("The soldiers were returning from duty in Gao when the bomb exploded.", "soldiers"),
        ("The device was detonated while twelve soldiers were on their way to Gao.", "soldiers"),
    ],
)
def test_whom_a_bomb_was_meant_for(claims_of, sentence, target):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "explosives")
    assert [who.name for who in claim.targets] == [target]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bomb exploded near a market in Gao.",
        "The bomb exploded as ministers were meeting in Gao.",
        "The bomb exploded hours before the army entered Gao.",
    ],
)
def test_what_went_on_elsewhere_or_unarmed_was_not_meant(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "explosives")
    assert claim.targets == ()
