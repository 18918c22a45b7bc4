"""Layer 9: whom an alliance, groups or "those" who act are told to include acts; what an army by its name includes is itself."""

import pytest


@pytest.mark.parametrize(("sentence", "doers"), [
    ("Mekelle is controlled by an alliance of rebel groups that includes the Oromo Liberation Army.", ["alliance of rebel groups", "Oromo Liberation Army"]),
    ("The town is held by a rebel coalition which includes M23 and the FDLR.", ["rebel coalition", "M23", "FDLR"]),
    ("Those waging the assault include Tigrayan rebels, Oromo fighters and Eritrean deserters.", ["Tigrayan rebels", "Oromo fighters", "Eritrean deserters"]),
    ("Groups taking part in the assault include the Wagner Group, Chechen units and Russian marines.", ["Wagner Group", "Chechen units", "Russian marines"]),
    ("Those who attacked the camp included Janjaweed militiamen and army soldiers.", ["Janjaweed militiamen", "army soldiers"]),
])
def test_whom_an_alliance_or_those_who_act_include_acts(claims_of, sentence, doers):
    assert [who.name for who in claims_of(sentence)[0].initiators] == doers


@pytest.mark.parametrize(("sentence", "doers"), [
    ("The army, which includes many conscripts, shelled the town.", ["army"]),
    ("Al-Shabaab, which includes foreign fighters, attacked the base.", ["Al-Shabaab"]),
    ("Rebel groups hit targets that include army bases and Russian troops.", ["Rebel groups"]),
])
def test_what_an_army_or_a_target_includes_does_nothing_of_its_own(claims_of, sentence, doers):
    assert [who.name for who in claims_of(sentence)[0].initiators] == doers
