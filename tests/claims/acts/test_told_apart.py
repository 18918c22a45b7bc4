"""Layer 5 to 9: acts that the sentence only sets beside each other in time."""

import pytest


def acts(claims):
    return {claim.quote("trigger"): [who.name for who in claim.initiators] for claim in claims if claim.type == "ASSAULT"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The airstrikes coincided with the launch of a major operation by Kenyan troops.", {"airstrikes": [], "operation": ["Kenyan troops"]}),
        ("Violence in Tripoli follows the launch of an offensive by Haftar's forces.", {"Violence": [], "offensive": ["Haftar's forces"]}),
        ("The airstrike was followed by clashes between police and protesters.", {"airstrike": [], "clashes": ["police", "protesters"]}),
    ],
)
def test_an_act_that_only_tells_when_another_was_has_its_own_doers(claims_of, sentence, found):
    assert acts(claims_of(sentence)) == found


def test_an_act_that_is_part_of_another_has_its_doers(claims_of):
    assert acts(claims_of("The raid was part of an offensive by Kenyan troops."))["raid"] == ["Kenyan troops"]


def test_what_is_reported_besides_is_another_act(claims_of):
    found = acts(claims_of("Shelling in northern Misrata left nine people dead with reports of clashes between army and rebel forces in several districts."))
    assert found["Shelling"] == []
    assert len(found["clashes"]) == 2


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("The jets destroyed the bridge of Mariupol last Monday, only a few hours after demolishing the dam.", [["bridge"], ["dam"]]),
        ("Army jets hit two bridges over the Niger on Friday, three days after destroying two depots in similar airstrikes near the border.", [["bridges"], ["depots"]]),
        ("The officer died of his wounds hours after being shot by rebels in Gao.", [["officer"]]),
    ],
)
def test_what_was_done_hours_before_is_another_act(claims_of, sentence, hit):
    assert [[target.name for target in claim.targets] for claim in claims_of(sentence) if claim.type == "ASSAULT"] == hit
