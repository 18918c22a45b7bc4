"""Layer 9: a nationality before a thing that was struck is the thing's, and not of whoever struck it."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 40 porters were killed in a Libyan arms depot blast.",
        "A Kenyan market bombing killed 20 people.",
        "The Egyptian checkpoint attack killed four soldiers.",
    ],
)
def test_whose_the_thing_is_that_was_struck_did_not_strike_it(claims_of, sentence):
    assert all(claim.initiators == () for claim in claims_of(sentence) if claim.type == "ASSAULT")


def test_whose_the_means_are_did_it(claims_of):
    assert [who.name for who in claims_of("A Libyan artillery attack killed four soldiers.")[0].initiators] == ["Libyan"]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The Kenyan-Ugandan ceasefire collapsed.", ["Kenyan", "Ugandan"]),
        ("A U.S.-Kenyan truce began on Monday.", ["U.S.", "Kenyan"]),
        ("The Kenyan ceasefire collapsed.", []),
    ],
)
def test_two_states_that_a_hyphen_joins_before_a_truce_are_its_parties(claims_of, sentence, parties):
    assert [one.name for claim in claims_of(sentence) if claim.type == "AGREE" for one in claim.initiators] == parties


def test_a_country_between_a_body_and_the_thing_struck_is_where_it_was(claims_of):
    text = "Three dead in Qatar Red Crescent Libya clinic bombing. The Libyan government and the Libyan army condemned it."
    assert [claim.initiators for claim in claims_of(text) if claim.quote("trigger") == "bombing"] == [()]


def test_sides_on_which_there_is_violence_are_those_who_wage_it(claims_of):
    assert all(claim.targets == () for claim in claims_of("Atrocities on both sides have been documented in Sudan."))


def test_the_country_before_the_thing_that_was_hit_is_where_that_is(claims_of):
    targets = [one.name for claim in claims_of("Airstrike on Yemen school kills 10") for one in claim.targets]
    assert targets == ["school"]


@pytest.mark.parametrize(("sentence", "keepers"), [
    ("Berlin said that Russia's unilateral cease-fire was not enough.", ["Russia"]),
    ("Ethiopia's unilateral ceasefire has held in Mekelle.", ["Ethiopia"]),
    ("Shelling resumed in Kharkiv hours after Moscow's pledge of a 36-hour ceasefire.", ["Moscow"]),
    ("Sudan's fragile ceasefire was broken on Monday.", []),
])
def test_a_truce_of_one_side_is_theirs_who_keep_it(claims_of, sentence, keepers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "AGREE" and claim.mode == "ceasefire")
    assert [who.name for who in claim.initiators] == keepers


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Taiz, the port of Yemen and the hardest prize of its nine-year civil war, has been divided.", []),
        ("Ethiopia has pressed its war against the rebels in Tigray.", ["Ethiopia"]),
    ],
)
def test_nobody_wages_a_civil_war_alone(claims_of, sentence, doers):
    assert [one.name for claim in claims_of(sentence) for one in claim.initiators if one.name != "rebels"] == doers


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("In a third deal, scores of rebels and their families evacuated the village of Walikale.", ["rebels"]),
        ("The deal involving the evacuees was reached on Friday.", []),
        ("The rebels signed a deal with village elders.", ["rebels", "elders"]),
    ],
)
def test_families_and_the_evacuated_are_no_party_to_the_deal_by_which_they_leave(claims_of, sentence, parties):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "AGREE")
    assert [who.name for who in claim.initiators] == parties
