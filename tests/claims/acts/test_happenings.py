"""Layers 5 to 9: an act and its outcome are one happening; two acts are two."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "trigger", "killed"),
    [
        ("Rebels attacked Taiz on Monday, killing six soldiers.", "attacked", 6),
        ("A raid by Israeli forces in Jenin killed two Palestinians.", "raid", 2),
        ("An ambush on a convoy near Timbuktu killed five peacekeepers.", "ambush", 5),
        ("Four people were killed in a suicide bombing in Mogadishu.", "suicide bombing", 4),
        ("A rocket hit the market in Taiz, killing six people.", "rocket", 6),
        ("The junta bombed a village in Sagaing, killing at least 30 villagers.", "bombed", 30),
        ("Resistance fighters ambushed a convoy near Myitkyina, killing 20 soldiers.", "ambushed", 20),
        ("A Russian missile hit an apartment building in Dnipro, killing 40 people.", "missile", 40),
        ("The RSF killed 100 people in an attack on the village of Wad al-Noura.", "attack", 100),
        ("12 people killed in shelling of Kherson.", "shelling", 12),
        ("The attack cost the lives of six medics in Nyala.", "attack", 6),
        ("All three people on board were killed when the helicopter was shot down over Mopti.", "shot down", 3),
        ("The group claimed responsibility for an attack that killed five people in Mopti.", "attack", 5),
        ("Al-Shabaab claimed responsibility for the attack on a hotel in Mogadishu that killed 5 people.", "attack", 5),
        ("The army killed 18 commanders and members of the group in air raids near Taiz.", "air raids", 18),
        ("Terrorists fired three shells which landed in Taiz causing the death of one civilian.", "fired", 1),
        ("Gunmen shelled a funeral with mortars and dozens of rockets in Taiz, killing three women.", "shelled", 3),
        ("Army units killed 12 militants in Taiz as they continued their operations against the group.", "operations", 12),
    ],
)
def test_an_act_and_its_outcome_are_one_claim_under_the_name_of_the_act(claim_of, sentence, trigger, killed):
    claim = claim_of(sentence)
    assert claim.quote("trigger") == trigger
    assert [(tally.what, tally.best) for tally in claim.tallies] == [("killed", killed)]


def test_killed_and_wounded_of_one_sentence_are_one_claim(claim_of):
    claim = claim_of("The blast killed 5 and injured 12 in Mogadishu.")
    assert [(tally.what, tally.best) for tally in claim.tallies] == [("killed", 5), ("wounded", 12)]


def test_a_passive_act_with_no_agent_is_kept(claim_of):
    claim = claim_of("Two soldiers were shot dead in Bamako.")
    assert claim.initiators == ()
    assert [p.name for p in claim.targets] == ["soldiers"]


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("Thousands of people fled as rebels advanced on Taiz.", ["fled", "advanced on"]),
        ("The fighting displaced 200,000 people in North Kivu.", ["fighting", "displaced"]),
        ("The army sent troops to recapture Loikaw.", ["sent", "recapture"]),
    ],
)
def test_acts_of_two_types_are_two_claims(claims_of, sentence, triggers):
    assert [claim.quote("trigger") for claim in claims_of(sentence)] == triggers


@pytest.mark.parametrize(
    "sentence",
    ["The army shelled a market in Taiz, leaving dozens of civilians dead.", "Air strikes on Taiz left six people dead."],
)
def test_who_leaves_dead_behind_does_not_retreat(claims_of, sentence):
    assert [claim.type for claim in claims_of(sentence)] == ["ASSAULT"]


def test_killing_told_before_an_attack_is_not_of_it(claims_of):
    text = "The group has killed hundreds of tribesmen and attacked a church in Taiz."
    assert [claim.quote("trigger") for claim in claims_of(text) if claim.type == "ASSAULT"] == ["killed", "attacked"]


def test_the_dead_of_another_side_are_not_of_the_act_of_the_sentence(claims_of):
    text = "The army bombed Taiz but rebels killed four soldiers near Aden."
    assert [claim.quote("trigger") for claim in claims_of(text)] == ["bombed", "killed"]


@pytest.mark.parametrize(("sentence", "figures"), [
    ("At least 40 dead in blast targeting aid convoy near Taiz", [("killed", 40)]),
    ("Residents said that at least 30 villagers have been killed and hundreds more injured in airstrikes and shell attacks by the army on Taiz over the past two days.",
     [("killed", 30), ("wounded", 200)]),
    ("Medics in rural Taiz said that three regime airstrikes hit a bakery in the town of Sabir on Tuesday killing nine people.", [("killed", 9)]),
])
def test_the_dead_are_told_with_the_act_that_killed_them(claims_of, sentence, figures):
    found = [[(tally.what, tally.low) for tally in claim.tallies] for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert found == [figures]


@pytest.mark.parametrize(("sentence", "mode"), [
    ("The jets used cluster bombs in the airstrikes on Taiz.", "aerial"),
    ("Cluster bombs were used in the airstrikes on Taiz.", "aerial"),
    ("The cluster bombs used in the airstrikes on Taiz were large.", "aerial"),
    ("Rebels carried out the attack using a car bomb.", "explosives"),
    ("An artillery and missile bombardment hit Taiz.", "heavy-weapons"),
])
def test_what_an_act_was_done_with_is_no_act_beside_it(claim_of, sentence, mode):
    assert claim_of(sentence).mode == mode


def test_bombs_set_off_in_two_places_are_two_acts(claims_of):
    claims = claims_of("A car bomb exploded in Taiz and jets launched airstrikes on Aden.")
    assert [claim.mode for claim in claims if claim.type == "ASSAULT"] == ["explosives", "aerial"]
