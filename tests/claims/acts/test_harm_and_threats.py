"""Layer 5, harm and threats by the words that newsrooms and armies use for them."""

import pytest


@pytest.mark.parametrize("sentence", [
    "Troops eliminated 40 militants near Goma.",
    "Five people died in rebel fire on the government quarter of Goma.",
    "The council discussed the use of chemical weapons in Ghouta.",
    "Doctors reported damage to a hospital in Goma.",
    "Rebels faced off with the army near Goma.",
    "Fighters resisted the army in Goma.",
])
def test_these_words_tell_an_attack(claims_of, sentence):
    assert "ASSAULT" in [claim.type for claim in claims_of(sentence)]


@pytest.mark.parametrize("sentence", [
    "The resolution bans the use of chemical weapons.",
    "The court discussed the use of heavy weapons.",
    "The company eliminated forty products.",
])
def test_what_is_forbidden_or_no_person_is_not_attacked(claims_of, sentence):
    assert "ASSAULT" not in [claim.type for claim in claims_of(sentence)]


@pytest.mark.parametrize("sentence", [
    "The army warned of a strong response.",
    "The president called the use of gas a red line.",
])
def test_an_answer_announced_is_a_threat(claims_of, sentence):
    assert ("THREATEN", "threatened") in [(claim.type, claim.stance) for claim in claims_of(sentence)]


def test_tens_of_fighters_are_fighters(claim_of):
    claim = claim_of("The group executed tens of its fighters in Raqqa.")
    assert [p.name for p in claim.targets] == ["fighters"]


def test_losses_inflicted_upon_somebody_were_theirs(claim_of):
    claim = claim_of("Heavy losses were inflicted upon the militants.")
    assert [p.name for p in claim.targets] == ["militants"]


def test_prisoners_held_are_detained(claim_of):
    assert claim_of("The militia holds 40 hostages in Goma.", "COERCE").mode == "arrest"


def test_more_than_two_hundred_lives_claimed_are_killed(claim_of):
    assert [(t.what, t.low) for t in claim_of("The shelling has claimed more than 200 lives.").tallies] == [("killed", 201)]


def test_the_fight_of_an_army_against_a_group_is_fighting(claims_of):
    assert "ASSAULT" in [claim.type for claim in claims_of("Volunteers joined the army in its fight against the militants.")]


def test_an_area_that_falls_within_a_zone_does_not_fall(claims_of):
    assert claims_of("The town of Bara falls within the zone.") == []


def test_fighters_who_were_destroyed_were_killed_and_their_post_was_not(claim_of):
    claim = claim_of("Jets destroyed two command posts and 30 militants near Goma.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 30)]


def test_a_gas_that_is_dropped_is_a_chemical_attack(claim_of):
    assert claim_of("The regime dropped chlorine gas on Saraqib.").mode == "unconventional"


def test_a_number_abducted_without_its_noun(claims_of):
    claims = claims_of("Daesh kidnapped 900 executed 18 people in Mosul.")
    assert [[(tally.what, tally.low) for tally in claim.tallies] for claim in claims] == [[("abducted", 900)], [("killed", 18)]]


def test_who_vows_in_a_speech_to_retake_ground_threatens(claims_of):
    text = "President Assad vowed in a speech last week to recapture \"every inch\" of Syria."
    assert [claim.type for claim in claims_of(text)] == ["THREATEN"]


def test_a_vow_that_a_wrong_will_be_answered_is_a_threat(claims_of):
    claims = claims_of("The minister pledged that the attack on Taiz will not go unpunished.")
    assert "THREATEN" in [claim.type for claim in claims]
    assert "AGREE" not in [claim.type for claim in claims]


def test_a_vow_of_help_is_none(claims_of):
    assert "THREATEN" not in [claim.type for claim in claims_of("The minister pledged that Taiz will get help.")]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("A mortar shell fired by militants left a woman dead and a child injured in Goma.", ["woman", "child"]),
        ("Rebel attacks leave child and woman dead in Goma.", ["child", "woman"]),
        ("The raid left a guard dead and three others wounded in Goma.", ["guard", "three others"]),
        ("The shelling left a policeman dead in Goma.", ["policeman"]),
    ],
)
def test_one_who_is_left_dead_is_somebody(claims_of, sentence, targets):
    assert [one.name for one in next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT").targets] == targets


def test_the_wounded_behind_an_article_are_somebody_still(layers_of):
    assert "wounded" in [actor.name for actor in layers_of("Doctors treated the wounded in Goma.").reading.actors]
