"""Layer 4, verbs: whose object does what hangs on them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "doer"),
    [
        ("Police in Harare arrested a soldier for allegedly murdering a nurse.", "ASSAULT", "soldier"),
        ("The army has been given leave by its general staff to enter the town of Sake.", "TERRITORY", "army"),
    ],
)
def test_the_object_of_the_verb_above_does_it(claims_of, sentence, type_, doer):
    claim = next(claim for claim in claims_of(sentence) if claim.type == type_)
    assert [one.name for one in claim.initiators] == [doer]


def test_by_what_somebody_is_warned_is_the_warners(claims_of):
    claim = next(claim for claim in claims_of("The army warned the rebels by shelling the market of Sake.") if claim.mode == "heavy-weapons")
    assert [one.name for one in claim.initiators] == ["army"]


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Officials accused Uganda and its allies of bombing the port.", ["Uganda", "allies"]),
        ("The opposition accused the army and its militias of an attack on the village.", ["army", "militias"]),
    ],
)
def test_all_of_those_accused_are_told_to_have_done_it(claims_of, sentence, doers):
    act = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [who.name for who in act.initiators] == doers


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Congolese soldiers backed by Ugandan troops to retake the town of Bunagana from the rebels were seen on Monday.",
         ["Congolese soldiers", "Ugandan troops"]),
        ("It was the start of an operation by Kenyan soldiers backed by American jets to retake the town of Jilib.",
         ["Kenyan soldiers", "American jets"]),
    ],
)
def test_the_aim_of_those_who_are_backed_is_theirs(claims_of, sentence, doers):
    act = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert [who.name for who in act.initiators] == doers


def test_who_supports_anothers_operation_does_not_share_its_aim(claims_of):
    claim = next(claim for claim in claims_of("Uganda intensified its air strikes in support of an army offensive to recapture the town of Goma.") if claim.type == "TERRITORY")
    assert [participant.name for participant in claim.initiators] == ["army"]


def test_of_two_who_accuse_each_other_of_an_act_each_did_it(claims_of):
    claim = next(claim for claim in claims_of("The army and the rebels accused each other of shelling the clinic in Goma.") if claim.type == "ASSAULT")
    assert [one.name for one in claim.initiators] == ["army", "rebels"]


def test_a_bid_is_not_theirs_who_only_held_the_ground_before(claims_of):
    claims = claims_of("Ugandan troops have taken ground formerly held by al-Shabab in a bid to capture the port of Barawe.")
    claim = next(claim for claim in claims if claim.passage("trigger").quote == "capture")
    assert [one.name for one in claim.initiators] == ["Ugandan troops"]


def test_a_bid_is_theirs_by_whom_the_hill_was_taken(claims_of):
    claims = claims_of("The hill was seized by al-Shabab in a bid to capture the port of Barawe.")
    claim = next(claim for claim in claims if claim.passage("trigger").quote == "capture")
    assert [one.name for one in claim.initiators] == ["al-Shabab"]


def test_a_plan_is_its_nations(claims_of):
    claims = claims_of("Farmers stayed in the valley on Friday despite a Kenyan plan to bomb the port at nightfall.")
    assert [one.name for claim in claims if claim.type == "ASSAULT" for one in claim.initiators] == ["Kenyan"]


def test_a_gerund_that_the_parse_hangs_on_the_verb_above_is_not_its_subjects(claims_of):
    claims = claims_of("The minister spoke of reports of aerial bombardment and shelling on farms in Taiz.")
    assert all(claim.initiators == () for claim in claims if claim.type == "ASSAULT")


def test_who_is_somewhere_and_firing_fires(claims_of):
    claims = claims_of("By Friday the army soldiers were within 300 meters of the ridge and firing on any car that used it.")
    assert [[one.name for one in claim.initiators] for claim in claims if claim.type == "ASSAULT"] == [["army soldiers"]]


def test_who_votes_against_an_act_does_not_do_it(claims_of):
    claims = claims_of("Denmark voted against bombing the port of Hodeidah.")
    assert all(claim.initiators == () for claim in claims if claim.type == "ASSAULT")


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("The army foiled rebel attempts to capture the base.", "capture", "rebel"),
        ("Rebels repelled an army attempt to storm Aleppo.", "storm", "army"),
        ("The army launched an attempt to storm Aleppo.", "storm", "army"),
    ],
)
def test_an_attempt_is_theirs_by_whose_word_it_goes(claims_of, sentence, trigger, doer):
    claim = next(claim for claim in claims_of(sentence) if claim.passage("trigger").quote == trigger)
    assert [one.name for one in claim.initiators] == [doer]


def test_a_country_that_war_has_befallen_does_not_fight_in_it(claims_of):
    text = "Yemen has been mired in civil war since 2014 with government forces loyal to the president, fighting numerous opposition factions."
    claim = next(claim for claim in claims_of(text) if claim.quote("trigger") == "fighting")
    assert [one.name for one in claim.initiators] == ["government forces", "opposition factions"]


@pytest.mark.parametrize("sentence", ["Gunmen shot six soldiers after surrendering.", "Gunmen beheaded six soldiers despite surrendering."])
def test_those_who_are_killed_had_given_up(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "RETREAT")
    assert [one.name for one in claim.initiators] == ["soldiers"]


def test_who_kills_before_surrendering_surrenders_himself(claims_of):
    claims = claims_of("The rebels shot two guards before surrendering.")
    assert all(one.name == "rebels" for claim in claims if claim.type == "RETREAT" for one in claim.initiators)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Wagner fighters have been assisting Malian army forces in repelling several jihadist attacks.", {"Wagner fighters", "Malian army forces"}),
        ("Ethiopian troops helped the Somali army in recapturing the town from al-Shabaab.", {"Ethiopian troops", "Somali army"}),
        ("The rebels were helped in taking the hill.", {"rebels"}),
    ],
)
def test_who_is_helped_in_a_deed_does_it_beside_who_helps(claims_of, text, doers):
    assert [{party.name for party in claim.initiators} for claim in claims_of(text) if claim.type in ("ASSAULT", "TERRITORY")] == [doers]
