"""Who is a party to a truce or a deal: capitals beside the other side, who gives it up or carries it out; not who speaks of keeping or weighs it."""

import pytest


def parties(claims, type_="AGREE"):
    return [[who.name for who in claim.initiators] for claim in claims if claim.type == type_]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The evacuation is part of the deal reached by Khartoum and opposition forces in March.", ["Khartoum", "opposition forces"]),
        ("A truce between Khartoum and rebel forces took effect.", ["Khartoum", "rebel forces"]),
        ("The junta and its Malian allies abandoned a ceasefire to begin their assault.", ["junta", "Malian allies"]),
        ("Last week Kenya implemented a three-day truce in Goma.", ["Kenya"]),
        ("The two leaders emphasised the importance of maintaining the ceasefire.", []),
    ],
)
def test_who_made_a_truce(claims_of, sentence, names):
    assert parties(claims_of(sentence)) == [names]


def test_who_weighs_a_deal_of_others_is_no_party_to_it(claims_of):
    assert "rebels" not in str(parties(claims_of("The rebels continued to mull over a deal between Kenya and Uganda.")))


def test_a_capital_before_another_town_is_one(claims_of):
    assert "Khartoum" not in str([claim.initiators for claim in claims_of("Khartoum and Omdurman residents fled.")])


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The army announced the end of the freeze on fighting begun on Monday.", []),
        ("A moratorium on air strikes remained in place in Goma.", []),
    ],
)
def test_fighting_that_rests_is_one_claim(claims_of, sentence, doers):
    assert [(claim.type, [who.name for who in claim.initiators]) for claim in claims_of(sentence) if claim.type != "STATEMENT"] == [("RETREAT", doers)]


@pytest.mark.parametrize("sentence", ["The talks broke off after a pause in negotiations.", "The flood forced a halt to production."])
def test_what_else_rests_is_none(claims_of, sentence):
    assert "RETREAT" not in [claim.type for claim in claims_of(sentence)]


def test_who_is_armed_is_told(claims_of):
    claim = next(claim for claim in claims_of("The minister accused Uganda and Kenya of arming militant groups in Ituri.") if claim.type == "MOBILIZE")
    assert ([who.name for who in claim.initiators], [who.name for who in claim.targets]) == (["Uganda", "Kenya"], ["militant groups"])


def test_people_set_for_evacuation_are_counted(claims_of):
    claim = next(claim for claim in claims_of("More than 30,000 villagers are set for evacuation under the deal.") if claim.type == "DISPLACEMENT")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("evacuated", 30001)]


def test_who_comes_to_terms_with_another_makes_a_deal_with_him(claim_of):
    claim = claim_of("The separatists came to terms with the government of Senegal on Monday.", "AGREE")
    assert "separatists" in [party.name for party in claim.initiators]
