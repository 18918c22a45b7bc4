"""Layer 4, whom fire was sent at, behind those who sent it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("A rocket fired by rebels on a school in Donetsk wounded four pupils.", {"school", "pupils"}),
        ("Mortar shells fired by militants on a residential area in Tripoli killed two nurses.", {"residential area", "nurses"}),
        ("Airstrikes carried out by jets of the coalition on a market killed ten traders.", {"market", "traders"}),
    ],
)
def test_whom_it_was_fired_at_may_hang_on_those_who_fired(claims_of, sentence, targets):
    assert {target.name for claim in claims_of(sentence) if claim.type == "ASSAULT" for target in claim.targets} == targets


@pytest.mark.parametrize("sentence", [
    "An attack carried out by gunmen on motorcycles killed two traders in Gao.",
    "An attack carried out by gunmen on Friday killed two traders in Gao.",
])
def test_what_the_doers_sit_on_and_a_day_were_not_hit(claims_of, sentence):
    assert {target.name for claim in claims_of(sentence) if claim.type == "ASSAULT" for target in claim.targets} == {"traders"}


def test_whoever_fighters_surrender_to_is_the_target(claim_of):
    assert [one.name for one in claim_of("Rebels surrendered to government forces near Goma.", "RETREAT").targets] == ["government forces"]
