"""Layer 3: a numbered unit is that of the force before it."""

import pytest


def actor_named(layers, word):
    return next(actor for actor in layers.reading.actors if layers.reading.doc[actor.head].text == word)


@pytest.mark.parametrize(
    ("sentence", "head", "name"),
    [
        ("The Syrian Arab Army's 9th Armored Division entered Izra.", "Division", "Syrian Arab Army's 9th Armored Division"),
        ("The Syrian Arab Armys 9th Brigade of the 4th Tank Division entered Izra.", "Brigade",
         "Syrian Arab Armys 9th Brigade of the 4th Tank Division"),
        ("The Syrian Arab Army's 9th and 12th brigades entered Izra.", "brigades", "Syrian Arab Army's 9th and 12th brigades"),
    ],
)
def test_a_numbered_unit_has_the_name_and_side_of_its_force(layers_of, sentence, head, name):
    unit = actor_named(layers_of(sentence), head)
    assert (unit.name, unit.country, unit.sector) == (name, "SYR", "MIL")


def test_a_unit_beside_a_force_is_not_its(layers_of):
    unit = actor_named(layers_of("The Free Syrian Army (FSA) and the 5th Brigade entered Izra."), "Brigade")
    assert unit.name == "Brigade"


def test_arabic_names_of_groups_are_known_in_their_other_spellings(claim_of):
    claim = claim_of("Liwaa al-Quds shelled the village of Handarat on Monday.")
    assert [one.actor for one in claim.initiators] == ["group.liwa-quds"]
