"""Layer 9: doers that stand in the sentence where the parse does not look for them."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "type_", "doers"),
    [
        ("The rebels stormed the hamlet of Bunagana laying siege to the town.", "TERRITORY", ["rebels"]),
        ("The rebels said they had encircled a base of the soldiers in Goma cutting off a vital supply route.", "TERRITORY", ["rebels"]),
        ("Meanwhile Congolese army accused of bombing town of Goma hours after civilians there received a shipment of food.", "ASSAULT", ["Congolese army"]),
        ("Kenya accused the rebels of treachery over the bombings in Goma.", "ASSAULT", ["rebels"]),
        ("Kenya accused the rebels of being behind it and fired missiles at a depot in Goma.", "ASSAULT", ["Kenya"]),
        ("The Kurds have built a council in the north and are attacking the rebels.", "ASSAULT", ["Kurds"]),
        ("Congolese army and Ugandan airstrikes pounded villages near Goma.", "ASSAULT", ["Congolese army", "Ugandan"]),
    ],
)
def test_who_did_it_is_found_where_the_parse_hides_them(claims_of, sentence, type_, doers):
    claim = next(claim for claim in reversed(claims_of(sentence)) if claim.type == type_)
    assert names(claim.initiators) == doers


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("The army is pushing ahead in its offensive in North Kivu against members of the rebel group.", ["members of the rebel group"]),
        ("The rebels were under attack from the army near Goma.", ["rebels"]),
        ("The rebels were the target of several air strikes near Goma.", ["rebels"]),
    ],
)
def test_whom_it_was_aimed_at_is_found_where_the_parse_hides_them(claim_of, sentence, hit):
    assert names(claim_of(sentence, "ASSAULT").targets) == hit


def test_a_participle_behind_somebody_is_theirs(claims_of):
    claim = next(claim for claim in claims_of("The army watched the rebels cutting off a road to Goma.") if claim.type == "TERRITORY")
    assert names(claim.initiators) == ["rebels"]


def test_whom_a_pronoun_behind_the_act_stands_for_did_not_do_it(claim_of):
    claim = claim_of("The Congolese army also acted against the militant groups along the lake inflicting heavy losses upon them.")
    assert ([p.name for p in claim.initiators], [p.name for p in claim.targets]) == (["Congolese army"], ["militant groups"])


def test_who_acts_in_the_first_of_two_participles_acts_in_the_second(claims_of):
    claims = claims_of("The army units went on with operations in Goma and the areas around it in North Kivu destroying tunnels and "
                       "establishing control over several blocks.")
    assert [p.name for claim in claims if claim.type == "TERRITORY" for p in claim.initiators] == ["army units"]


def test_a_stronghold_cuts_off_no_road(claims_of):
    claims = claims_of("The rebels said they had encircled a stronghold of army troops in Sake eastern Congo cutting off a major route.")
    assert [p.name for claim in claims if claim.passage("trigger").quote == "cutting off" for p in claim.initiators] == ["rebels"]


def test_whoever_catches_those_of_whom_a_relative_clause_tells_harms_them(claims_of):
    text = "The army encircled the rebels who had slipped into some sheds of a quarry inflicting heavy losses on them."
    claim = next(claim for claim in claims_of(text) if claim.type == "ASSAULT")
    assert names(claim.initiators) == ["army"]
    assert names(claim.targets) == ["rebels"]
