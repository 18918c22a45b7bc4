"""Layer 9: sides of a fight by words that are on no list."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Police clashed with about 60 squatters in the old port on Sunday.", ["Police", "squatters"]),
        ("Masked loyalists often clash with police in the docklands.", ["Masked loyalists", "police"]),
        ("Hooligans fought police on the ring road with bottles.", ["Hooligans", "police"]),
    ],
)
def test_whoever_is_fought_is_a_side_by_whatever_noun(claims_of, sentence, sides):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [side.name for side in claim.initiators] == sides


def test_what_one_fights_with_is_no_side(claims_of):
    claim = next(claim for claim in claims_of("Hooligans fought police on the ring road with bottles.") if claim.type == "ASSAULT")
    assert "bottles" not in [side.name for side in claim.initiators]


def test_a_time_behind_with_is_no_side(claims_of):
    claim = next(claim for claim in claims_of("Fighting went on with hours of darkness left, police said.") if claim.type == "ASSAULT")
    assert claim.initiators == ()


def test_the_verb_of_a_fight_is_no_side_of_it(claims_of):
    names = [who.name for claim in claims_of("Water ran out in Khartoum as fighting intensifies") for who in claim.initiators]
    assert "intensifies" not in names
