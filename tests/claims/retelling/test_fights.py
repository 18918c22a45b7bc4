"""Layer 9: the sides of a fight that an attack of its sentence led to."""

import pytest


def fight_in(claims):
    return next(claim for claim in claims if claim.mode == "clash")


@pytest.mark.parametrize(
    "sentence",
    [
        "Jubaland rebels opened the day by storming the Somali army's trenches; this resulted in a series of clashes near Dhobley.",
        "Jubaland rebels stormed the farms near Dhobley; this led to a fierce battle with the Somali army.",
    ],
)
def test_an_attack_that_led_to_a_fight_tells_its_sides(claims_of, sentence):
    sides = {side.name for side in fight_in(claims_of(sentence)).initiators}
    assert sides == {"Jubaland rebels", "Somali army"}


def test_a_fight_that_no_attack_led_to_keeps_its_one_side(claims_of):
    claims = claims_of("Jubaland rebels fought on in Kismayo after Kenyan jets raided the airport.")
    assert [side.name for side in fight_in(claims).initiators] == ["Jubaland rebels"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Houthi fighters launched an attack on military posts near Taiz triggering intense clashes.", {"Houthi fighters"}),
        ("Shabaab fighters stormed a warehouse in the area, triggering clashes.", {"Shabaab fighters"}),
        ("The ministry accused Uganda of sending gunmen to the area triggering clashes.", set()),
    ],
)
def test_who_attacks_is_a_side_of_the_clashes_that_come_of_it(claims_of, text, sides):
    claim = next(claim for claim in claims_of(text) if claim.mode == "clash")
    assert {party.name for party in claim.initiators} == sides
