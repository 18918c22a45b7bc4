"""Layer 4: who did an act that a noun names, by what stands before it, behind it and in its participles."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("A first round of raids which were carried out by Ugandan jets targeted the village of Sake.", ["Ugandan jets"]),
        ("The missiles fired from a Ugandan warplane also wounded 25 villagers in Goma.", ["Ugandan warplane"]),
        ("The Opposition said that the Assad regimes continued atrocities drove villagers from Homs.", ["Assad regimes"]),
        ("The army said the coalition fighting ISIS had carried out air strikes near Mosul on Sunday.", ["coalition", "ISIS"]),
    ],
)
def test_whose_act_it_is_may_be_told_by_what_it_came_from_or_who_carried_it_out(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert names(claim.initiators) == doers


def test_whoever_condemns_an_attack_did_not_carry_it_out(claims_of):
    claim = next(claim for claim in claims_of("An attack condemned by the African Union killed 12 villagers in Goma.") if claim.type == "ASSAULT")
    assert claim.initiators == ()


def test_raids_amid_clashes_are_not_those_of_both_sides_of_the_clashes(claims_of):
    raids, clashes = claims_of("The raids on the town of Goma came amid clashes between government forces and rebels.")
    assert raids.initiators == ()
    assert names(clashes.initiators) == ["government forces", "rebels"]


def test_whom_a_coalition_fights_does_not_fly_its_air_strikes(claims_of):
    strikes = claims_of("The army said the coalition fighting ISIS had carried out air strikes near Mosul on Sunday.")[-1]
    assert names(strikes.initiators) == ["coalition"]


def test_ground_is_liberated_from_whoever_lost_it(claim_of):
    claim = claim_of("The army completed the liberation of the villages near Goma from the rebels.", "TERRITORY")
    assert (names(claim.initiators), names(claim.targets)) == (["army"], ["rebels"])


def test_what_is_told_of_the_first_of_an_incursion_is_told_of_those_who_fell(claim_of):
    claim = claim_of("The fatalities were the first of Uganda's incursion into Congo to be blamed on M23.", "TERRITORY")
    assert names(claim.initiators) == ["Uganda"]


@pytest.mark.parametrize(
    "sentence",
    ["The conflict pits President Kabila's government helped by Angola against a dozen rebel groups.",
     "The war pits Museveni backed by Kenya against several rebel groups."],
)
def test_a_war_pits_both_sides_whoever_backs_the_first(claims_of, sentence):
    war = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert len(war.initiators) == 2
    assert war.initiators[1].name == "rebel groups"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [("The Russian-US brokered truce collapsed on Monday.", ["Russian", "US"]), ("A US-Chinese agreement was signed on Monday.", ["US", "Chinese"])],
)
def test_a_deal_is_of_both_states_that_a_hyphen_joins(claims_of, sentence, names):
    deal = next(claim for claim in claims_of(sentence) if claim.type == "AGREE")
    assert [who.name for who in deal.initiators] == names


def test_who_claims_responsibility_for_an_attack_in_the_clause_behind_it_did_it(claims_of):
    (claim,) = claims_of("A car bomb, for which the Somali group Al Shabaab claimed responsibility, killed 12 worshippers in Mogadishu.")
    assert "Shabaab" in claim.initiators[0].name


def test_who_claims_no_responsibility_did_not_do_it(claims_of):
    (claim,) = claims_of("A car bomb, for which no group claimed responsibility, killed 12 worshippers in Mogadishu.")
    assert claim.initiators == ()


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The militia backed by air strikes from a French-led coalition began an offensive to regain Taiz.", ["French-led coalition"]),
        ("The Kamajors have been a close ally of Nigeria in the campaign against the rebels in Sierra Leone.", ["Kamajors", "Nigeria"]),
        ("The army and the rebels have blamed each other for that attack in Goma.", ["army", "rebels"]),
        ("Rebel fire and government aerial bombardment have increased in Goma.", ["government"]),
    ],
)
def test_who_acts_is_told_beside_the_act(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT" and claim.passage("trigger").quote not in ("offensive", "fire"))
    assert names(claim.initiators) == doers


def test_who_only_helps_stands_beside_those_who_act(claims_of):
    claims = claims_of("The villages lie in an area captured by government forces in a broad offensive assisted by Hezbollah and Iranian militias.")
    claim = next(claim for claim in claims if claim.type == "ASSAULT")
    assert names(claim.initiators) == ["government forces", "Hezbollah", "Iranian militias"]


def test_who_backs_an_act_does_not_do_it_where_its_doers_are_told(claims_of):
    claims = claims_of("The army was able to push rebels out of the town with a Rwandan-backed offensive.")
    assert [names(claim.initiators) for claim in claims if claim.type == "ASSAULT"] == [["army"]]


def test_whose_offensive_is_assisted_does_it_with_the_helpers(claims_of):
    claim = next(claim for claim in claims_of("The army's offensive assisted by the Kamajors began on Monday.") if claim.type == "ASSAULT")
    assert set(names(claim.initiators)) == {"army", "Kamajors"}


def test_a_sponsor_does_not_agree(claims_of):
    claims = claims_of("Local leaders and the government reached a UN-sponsored deal under which fighters would leave.")
    assert [names(claim.initiators) for claim in claims if claim.type == "AGREE"] == [["Local leaders", "government"]]


def test_whose_an_act_is_held_to_be_did_it(claims_of):
    claim = next(claim for claim in claims_of("The raids, thought to be Kenyan, killed nine farmers near Barawe.") if claim.type == "ASSAULT")
    assert names(claim.initiators) == ["Kenyan"]


def test_an_act_that_is_enforced_or_launched_by_somebody_is_theirs(claims_of):
    claim, = claims_of("Residents of Taiz face a regime-enforced siege.")
    assert [person.name for person in claim.initiators] == ["regime"]
