"""Layer 5: words of acts that tell none."""

import pytest


@pytest.mark.parametrize(("sentence", "type_"), [
    ("The centre says it determines whose planes carry out raids by the sound of their engines.", "ASSAULT"),
    ("The centre says it determines which planes carried out raids by the sound of their engines.", "ASSAULT"),
    ("The centre says it determines whether raids were carried out by Sudanese jets by the sound of their engines.", "ASSAULT"),
    ("Operation Valley Shield spokesman Omar Haddad spoke in Taiz.", "ASSAULT"),
    ("Envoys spoke of new mechanisms to enforce the truce in Taiz.", "AGREE"),
    ("The council wants to punish violators of the truce.", "AGREE"),
    ("The Northern Front is not party to the agreement.", "AGREE"),
    ("The siege is meant to force the villagers to agree to the terms of the army.", "AGREE"),
    ("Taiz was the cradle of the uprising in 2011 when demonstrators took to the streets.", "ASSAULT"),
    ("Warplanes bombed rebel strongholds near Taiz on Monday.", "TERRITORY"),
    ("Observers tracking the violence met in Taiz.", "ASSAULT"),
    ("A lull in violence let the traders of Goma go home.", "ASSAULT"),
    ("A freeze on fighting brokered by Qatar expired on Monday.", "ASSAULT"),
    ("The envoy called for 48-hour pauses in the fighting.", "ASSAULT"),
    ("The plan has the aim of reducing violence in the valley.", "ASSAULT"),
    ("The toll was likely to climb as dozens of people lay under the rubble of Taiz.", "ASSAULT"),
    ("Rescue operations went on in Taiz for two hours.", "ASSAULT"),
    ("The envoy asked the junta to engage in serious negotiations.", "ASSAULT"),
    ("The bishops are offering no real prospect of an end to the war.", "AGREE"),
    ("The guards fought to prevent IS from reaching Taiz.", "COERCE"),
    ("A man sat on the rubble with his head in his hands.", "TERRITORY"),
    ("Rebels fired shells which fell near the square and the market in Taiz.", "TERRITORY"),
    ("A watchdog which tracks violence across the valley met the envoy in Taiz.", "ASSAULT"),
    ("A group that monitors the fighting in the valley met the envoy in Taiz.", "ASSAULT"),
    ("The head of the group's operations in the north met the envoy in Taiz.", "ASSAULT"),
    ("The Southern Command, which oversees military operations abroad, wrote to the envoy.", "ASSAULT"),
    ("The envoy said Taiz was outside their area of operations.", "ASSAULT"),
    ("It began as a peaceful uprising in the spring of 2011.", "ASSAULT"),
    ("He told of the Arab Spring uprisings in his speech.", "ASSAULT"),
    ("The statement made no mention of any raids in Taiz.", "ASSAULT"),
    ("Two men fighting for the Northern Front met the envoy in Taiz.", "ASSAULT"),
    ("Villagers use the road to enter and leave Taiz.", "DISPLACEMENT"),
    ("Troops seized weapons including rifles, bombs and RPG shells.", "ASSAULT"),
    ("Investigators found fragments from the barrel bombs in a school in Taiz.", "ASSAULT"),
    ("They met beside a fighting vehicle in Taiz.", "ASSAULT"),
    ("The envoy did not offer a number for those in the valley.", "AGREE"),
    ("The trip failed because safety could not be guaranteed.", "AGREE"),
    ("The guards are well-prepared for such weather, said the mayor.", "AGREE"),
    ("After a lull of several days jets bombed Taiz on Monday.", "AGREE"),
])
def test_a_word_that_only_names_an_act_tells_none(claims_of, sentence, type_):
    assert [claim for claim in claims_of(sentence) if claim.type == type_] == []


@pytest.mark.parametrize(("sentence", "type_"), [
    ("The army said on Monday that planes had carried out raids on Taiz.", "ASSAULT"),
    ("Operation Valley Shield began on Monday with strikes on Taiz.", "ASSAULT"),
    ("Both sides respected the truce in Taiz.", "AGREE"),
    ("The army and the rebels agreed to a truce in Taiz.", "AGREE"),
    ("Violence swept through Taiz on Monday.", "ASSAULT"),
    ("The toll is expected to rise from 15 killed.", "ASSAULT"),
    ("Military operations went on in Taiz for two hours.", "ASSAULT"),
    ("The army engaged the rebels in Taiz.", "ASSAULT"),
    ("State television made no mention of the strikes in Taiz.", "ASSAULT"),
    ("Two men fighting for Taiz met the envoy in Aden.", "ASSAULT"),
    ("Villagers fled to leave Taiz.", "DISPLACEMENT"),
    ("There were no injuries.", "ASSAULT"),
    ("There were no injuries in the raid.", "ASSAULT"),
    ("Troops used weapons including mortars and rockets against the rebels.", "ASSAULT"),
    ("Fragments of a mortar shell killed two boys in Taiz.", "ASSAULT"),
    ("The police prevented journalists from entering the court.", "COERCE"),
    ("The envoy asked the militias to disband in Taiz.", "RETREAT"),
    ("The base at Taiz was evacuated by the rebels on Monday.", "RETREAT"),
    ("The old town is in the hands of the rebels.", "TERRITORY"),
    ("Following violence in Taiz on Monday shops were closed.", "ASSAULT"),
    ("The operations of the army in Taiz went on for two hours.", "ASSAULT"),
    ("The armed uprising against the junta began in Taiz in May.", "ASSAULT"),
    ("The junta promised the rebels that help would come soon.", "AGREE"),
    ("The rebels are willing to accept the proposal of the junta.", "AGREE"),
])
def test_the_same_word_tells_an_act_where_it_happened(claims_of, sentence, type_):
    assert type_ in {claim.type for claim in claims_of(sentence)}


def test_accords_that_are_breached_are_agreed_on_long_before(claims_of):
    text = "The minister called the raid a breach of international accords on the care of prisoners."
    assert [claim.type for claim in claims_of(text)] == ["ASSAULT"]


def test_positions_for_fighting_tell_of_no_fight_however_they_are_tagged(claims_of):
    text = "Jets carried out nine strikes and destroyed four rebel fighting positions three vehicles and a bridge near Marib."
    assert "fighting" not in [claim.quote("trigger") for claim in claims_of(text)]


@pytest.mark.parametrize("sentence", [
    "The pause ended in fighting near Goma.",
    "Aid came in after a pause in the shelling of Kherson.",
])
def test_what_ends_a_pause_and_what_is_named_shelling_is_told(claims_of, sentence):
    assert "ASSAULT" in {claim.type for claim in claims_of(sentence)}


@pytest.mark.parametrize(("sentence", "told"), [
    ("The army and the tribes fought Houthis in surrounding Marib province.", False),
    ("Families came from surrounding villages in Ituri.", False),
    ("Rebels succeeded in surrounding Bunia.", True),
    ("Rebels are surrounding the province of Ituri.", True),
])
def test_what_lies_about_a_place_is_not_surrounded(claims_of, sentence, told):
    assert ("TERRITORY" in {claim.type for claim in claims_of(sentence)}) is told


@pytest.mark.parametrize(("sentence", "told"), [
    ("Malian soldiers seized the main road in May, leaving the valley cut off from food.", False),
    ("Malian soldiers left the town isolated from its markets.", False),
    ("Malian soldiers left the town on Monday.", True),
])
def test_whoever_leaves_a_place_so_does_not_go(claims_of, sentence, told):
    assert ("RETREAT" in {claim.type for claim in claims_of(sentence)}) is told
