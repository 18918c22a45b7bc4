"""Layer 7: how firmly a thing is held where no speaker tells, and what nobody could verify."""

import pytest


@pytest.mark.parametrize(("sentence", "type_", "attribution"), [
    ("A suspected US drone strike killed four militants in Marib.", "ASSAULT", "suspected"),
    ("An apparent Israeli air strike hit a depot in Basra on Sunday.", "ASSAULT", "suspected"),
    ("Government forces reportedly shelled Douma on Tuesday.", "ASSAULT", "claimed"),
    ("Militants allegedly abducted 20 girls in Yobe.", "ASSAULT", "claimed"),
    ("The SDF is believed to have captured the village of Baghouz.", "TERRITORY", "suspected"),
    ("Russia is suspected of carrying out the air strike on the hospital in Kafr Nabl.", "ASSAULT", "suspected"),
    ("The military has been blamed for the massacre of 40 villagers in Kayah.", "ASSAULT", "claimed"),
    ("According to unconfirmed reports, rebels shot down a helicopter near Aleppo.", "ASSAULT", "claimed"),
    ("Rebels shelled Taiz on Monday.", "ASSAULT", "fact"),
    ("The army was ordered to attack Goma.", "ASSAULT", "fact"),
])
def test_hedges_and_passives_without_agent_weaken_what_is_told(claim_of, sentence, type_, attribution):
    assert claim_of(sentence, type_).attribution == attribution


@pytest.mark.parametrize("doubt", [
    "The claim could not be independently verified.", "Reuters could not immediately verify the report.",
    "There was no independent confirmation of the claim.", "It was not immediately possible to verify that account.",
])
def test_what_could_not_be_verified_is_claimed_by_who_said_it(claim_of, doubt):
    text = f"The army said its troops had killed 30 rebels in Tigray. {doubt}"
    assert claim_of(text).attribution == "claimed"


def test_a_claim_in_apposition_that_could_not_be_verified(claim_of):
    assert claim_of("The army said it killed 40 militants in Borno, a claim that could not be independently verified.").attribution == "claimed"


@pytest.mark.parametrize("sentence", [
    "The ministry confirmed the report.", "The UN verified the figure.", "The army did not name the place.",
])
def test_a_check_that_was_made_doubts_nothing(claim_of, sentence):
    assert claim_of(f"The army said its troops had killed 30 rebels in Tigray. {sentence}").attribution == "fact"
