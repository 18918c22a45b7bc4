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
