"""Layer 3: a date line, a headline or the phrase before runs into a name where its comma was lost, and is no part of it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Tartus Army units destroyed three vehicles on Monday.", "Army units"),
        ("Tartus Units of the army destroyed three vehicles on Monday.", "Units of the army"),
        ("In the northern city of Kirkuk Hezbollah suicide bombers attacked a police station.", "Hezbollah suicide bombers"),
        ("On Monday near Benghazi government forces shelled the port.", "government forces"),
        ("Tartus Suspected Turkish warplanes bombed the port.", "Turkish warplanes"),
    ],
)
def test_the_town_before_a_name_is_no_part_of_it(claims_of, sentence, name):
    assert [who.name for who in claims_of(sentence)[0].initiators] == [name]


def test_a_group_before_a_states_army_is_a_party_of_its_own(layers_of):
    names = [actor.name for actor in layers_of("Hezbollah Egyptian troops clash near the border.").reading.actors]
    assert names == ["Hezbollah", "Egyptian troops"]


def test_a_brigade_keeps_the_town_that_it_is_called_by(claims_of):
    assert [who.name for who in claims_of("Misrata Brigades attacked the airport on Monday.")[0].initiators] == ["Misrata Brigades"]
