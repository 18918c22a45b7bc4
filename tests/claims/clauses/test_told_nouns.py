"""Layer 4, verbs: the noun that a relative clause or a participle tells of."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


def test_lives_are_claimed_by_an_attack_not_by_what_it_hit(claim_of):
    claim = claim_of("The governor spoke following an attack on a Malian aid convoy that claimed nine lives.")
    assert (names(claim.initiators), names(claim.targets)) == ([], ["Malian aid convoy"])
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 9)]


def test_a_passive_gerund_tells_of_what_stands_before_it(claim_of):
    claim = claim_of("The monitor received reports of clinics and schools being bombed in Aden.")
    assert names(claim.targets) == ["clinics", "schools"]


def test_with_the_whole_a_part_of_it_flees(claims_of):
    claim = next(claim for claim in claims_of("Air raids killed 14 people including three children fleeing over the river Rusizi.")
                 if claim.type == "DISPLACEMENT")
    assert "people" in names(claim.initiators)


def test_of_whose_son_was_killed_nothing_is_told(claim_of):
    claim = claim_of("A woman whose son was killed in Goma wept.")
    assert names(claim.targets) == ["son"]


def test_those_who_hold_what_was_hit_killed_nobody(claims_of):
    claims = claims_of("A raid has struck a village controlled by the RUF rebels killing farmers including three children.")
    raid = next(claim for claim in claims if claim.type == "ASSAULT")
    assert (names(raid.initiators), names(raid.targets)) == ([], ["village", "farmers", "children"])
    assert [names(claim.initiators) for claim in claims if claim.type == "TERRITORY"] == [["RUF rebels"]]


def test_those_who_kill_are_told_of_where_nothing_hit_them(claims_of):
    claims = claims_of("He was buried in a town ruled by a militia killing its rivals.")
    assert all(claim.initiators for claim in claims if claim.type == "TERRITORY")


def test_jets_bombed_and_wounded(claims_of):
    raid = next(claim for claim in claims_of("Jets bombed towns held by the rebels wounding dozens.") if claim.type == "ASSAULT")
    assert names(raid.initiators) == ["Jets"]


def test_a_verb_in_the_singular_is_of_the_alliance_not_of_its_groups(claims_of):
    def doers(sentence, trigger):
        return [names(claim.initiators) for claim in claims_of(sentence) if claim.quote("trigger") == trigger]

    assert doers("The Army of Dawn is a coalition of Islamist groups that has captured Kidal.", "captured") == [["Army of Dawn"]]
    assert doers("Kidal is home to the Army of Dawn, an alliance of rebel groups that has captured Goma.", "captured") == [["Army of Dawn"]]
    assert doers("He leads an alliance of rebel groups that have captured Kidal.", "captured") == [["rebel groups"]]
    assert doers("A rebel alliance of Islamist groups that has captured Kidal collapsed.", "captured") == [["rebel alliance"]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "doers"),
    [
        ("In 2015 the Malian army launched an operation against rebels operating in the province who are answering by carrying out attacks on villages.",
         "attacks", ["rebels"]),
        ("The Somali army killed nine rebels in the village of Afgooye who had ambushed a convoy.", "ambushed", ["rebels"]),
        ("The president met activists in Accra, who demanded an end to the curfew.", "demanded", ["activists"]),
    ],
)
def test_who_is_told_of_people_and_not_of_the_place_behind_them(claims_of, sentence, trigger, doers):
    assert next(names(claim.initiators) for claim in claims_of(sentence) if claim.quote("trigger") == trigger) == doers


def test_what_is_told_of_whoever_stands_behind_by_is_told_of_him(claims_of):
    claims = claims_of("The order was given in Harare by Mugabe, who attacked the United States.")
    assert next(names(claim.initiators) for claim in claims if claim.quote("trigger") == "attacked") == ["Mugabe"]


def test_which_tells_of_where_people_were(claims_of):
    for text in ("Shelling killed 23 people in the port which has been encircled by the army since May.",
                 "Shelling killed 23 people in the port, which was besieged by the army in May."):
        assert [(tally.what, tally.low) for claim in claims_of(text) for tally in claim.tallies] == [("killed", 23)]


def test_which_tells_of_fighters_who_are_not_told_to_be_anywhere(claims_of):
    claim = next(claim for claim in claims_of("Militants which are fighting the army near Goma killed ten.") if claim.initiators)
    assert "Militants" in names(claim.initiators)
