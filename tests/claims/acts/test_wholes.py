"""Layer 9: acts that are part of others have their doers; who uses the weapon that a claim is about."""

import pytest


def doers_by_trigger(claims):
    return {claim.quote("trigger"): [one.name for one in claim.initiators] for claim in claims}


def test_a_raid_that_is_part_of_an_offensive_is_of_those_who_attack(claims_of):
    found = doers_by_trigger(claims_of("The raid on Sake was part of a wider offensive by the M23 rebels."))
    assert found == {"raid": ["M23 rebels"], "offensive": ["M23 rebels"]}


def test_an_offensive_is_of_those_whose_raid_is_told_as_part_of_it(claims_of):
    found = doers_by_trigger(claims_of("The Ugandan army unit's air raid was conducted as part of the offensive against the M23 rebels."))
    assert found["offensive"] == ["Ugandan army unit"]


def test_a_campaign_is_of_those_whose_attempt_it_is(claims_of):
    found = doers_by_trigger(claims_of("The bombing campaign is an attempt by the Ugandan army to drive villagers from the hills."))
    assert found["bombing campaign"] == ["Ugandan army"]


def test_an_attack_that_is_the_work_of_a_group_is_the_groups(claims_of):
    assert doers_by_trigger(claims_of("The attack was the work of the M23 group.")) == {"attack": ["M23 group"]}
    assert doers_by_trigger(claims_of("The attack seemed to be the work of the M23 group.")) == {"attack": ["M23 group"]}


def test_an_act_that_answers_another_is_no_part_of_it(claims_of):
    found = doers_by_trigger(claims_of("The raid on Sake was an answer to an offensive by the M23 rebels."))
    assert found["raid"] == []


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Monitors said that Uganda may be using cluster bombs.", ["Uganda"]),
        ("Monitors said that cluster bombs were used.", []),
    ],
)
def test_whoever_uses_a_weapon_does_what_it_does(claims_of, sentence, doer):
    assert doers_by_trigger(claims_of(sentence)).get("bombs", doers_by_trigger(claims_of(sentence)).get("cluster bombs")) == doer


def test_who_is_moved_as_part_of_a_deal_did_not_make_it(claims_of):
    found = doers_by_trigger(claims_of("Under the deal several hundred people including rebels will be transported out of the town."))
    assert found["deal"] == []
