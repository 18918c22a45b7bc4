"""Layer 5: the sense of a word is told by what fills the places of its clause and by what stands around it."""

import pytest


@pytest.mark.parametrize("sentence", [
    "The president fired his defence minister on Sunday.", "The club fired the coach after the defeat.",
    "The senator's attack on the president's speech drew applause.", "Opposition lawmakers launched an attack on the bill in parliament.",
    "The newspaper came under fire for its coverage of the talks.", "The company launched an offensive to win back customers.",
    "The striker fired a shot into the net.", "Kobani claimed a 2-1 victory in the cup final on Friday.", "The driver killed the engine and waited.",
    "Chefs shelled peas in the market square.", "The crew shot a documentary in Kyiv in March.",
])
def test_a_word_of_war_used_of_something_else_is_no_act(claims_of, sentence):
    assert [claim.type for claim in claims_of(sentence) if claim.type == "ASSAULT"] == []


@pytest.mark.parametrize("sentence", [
    "An earthquake killed 40 people in Van on Monday.", "The storm hit the coast of Yemen, killing 12 people.",
    "A heart attack killed the general at his home in Sanaa on Monday.", "Twelve people were killed in a road accident near Homs.",
    "A landslide buried a village, killing 30.", "Four people died of cholera in Hodeidah.", "The virus killed 14 people in Aden.",
    "The film star was killed in a car crash near Zagreb.",
])
def test_who_dies_by_nature_or_mishap_dies_by_no_act_of_war(claims_of, sentence):
    assert [claim.type for claim in claims_of(sentence) if claim.type == "ASSAULT"] == []


@pytest.mark.parametrize("sentence", [
    "The bomb squad defused a bomb in Mosul.", "Customs officers found rockets at the port of Mersin.", "Sappers found a cache of mines in Sirte.",
    "Police said they had seized a mortar and two rockets in Sirte.",
    "Customs officers stopped a lorry loaded with rockets in Sirte.", "The minister said that Ruritania equips the militia in Sirte with missiles.", "The army destroyed 14 mines in Raqqa.",
])
def test_a_weapon_that_is_found_or_defused_is_not_used(claims_of, sentence):
    assert [claim.type for claim in claims_of(sentence) if claim.type == "ASSAULT"] == []


def test_gunmen_may_kill_a_coach(claim_of):
    assert claim_of("Gunmen killed a football coach in Mogadishu.").initiators[0].name == "Gunmen"


@pytest.mark.parametrize(("sentence", "mode", "place"), [
    ("The Houthis now control most of Hodeidah.", "hold", "Hodeidah"),
    ("The army captured parts of Hodeidah on Monday.", "capture", "parts of Hodeidah"),
])
def test_a_part_of_a_town_is_ground_that_is_held_or_taken(claim_of, sentence, mode, place):
    claim = claim_of(sentence, "TERRITORY")
    assert (claim.mode, claim.place.name) == (mode, place)


def test_control_that_is_contested_between_two(claim_of):
    claim = claim_of("Control of El Fasher is contested between the army and the RSF.", "TERRITORY")
    assert (claim.mode, [p.name for p in claim.initiators]) == ("contest", ["army", "RSF"])


@pytest.mark.parametrize("sentence", [
    "Nine passengers were killed when their bus overturned near Mombasa.",
    "An army helicopter crashed near Kano, killing four soldiers.",
    "A jet crashed near Goma, leaving 12 people dead.",
    "The monitor said the plane crashed in the centre of Goma destroying several huts and killing at least 12 people.",
    "A warehouse was destroyed by fire in Lagos.",
    "The fire destroyed ten houses in Lagos.",
])
def test_a_wreck_or_a_fire_that_nobody_brought_about_is_no_attack(claims_of, sentence):
    assert [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"] == []


@pytest.mark.parametrize("sentence", [
    "A missile hit a helicopter and it crashed near Kano, killing four soldiers.",
    "A warehouse was destroyed by tank fire in Lagos.",
    "A warehouse was destroyed by fire from government tanks in Lagos.",
])
def test_a_wreck_or_a_fire_that_somebody_brought_about_is_one(claims_of, sentence):
    assert [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]


def test_weapons_that_are_destroyed_are_not_used(claims_of):
    text = "Jets destroyed four positions three vehicles and two truck bombs near Marib."
    assert "truck bombs" not in [claim.quote("trigger") for claim in claims_of(text)]
    text = "Three tanks, a mortar and two rocket launchers were destroyed in Sirte."
    assert "mortar" not in [claim.quote("trigger") for claim in claims_of(text)]


def test_a_bomb_that_explodes_while_it_is_made_safe_is_an_attack(claims_of):
    text = "Two policemen were killed as a roadside bomb that they were defusing near Mosul exploded."
    assert "ASSAULT" in [claim.type for claim in claims_of(text)]
