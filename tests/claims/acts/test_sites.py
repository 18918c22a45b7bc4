"""Layer 9, where an act of fire or of explosives hit."""

import pytest


def targets(claims_of, sentence):
    return {target.name for claim in claims_of(sentence) if claim.type == "ASSAULT" for target in claim.targets}


@pytest.mark.parametrize(
    ("sentence", "struck"),
    [
        ("Nine shoppers died in a car bomb blast at a police checkpoint in Kandahar.", "police checkpoint"),
        ("Six traders died in an air raid in the market of Taiz.", "market"),
        ("A suicide bombing in a mosque killed twelve in Peshawar.", "mosque"),
        ("A bomb went off in a cafe, killing three in Baghdad.", "cafe"),
        ("The shelling killed a nurse in the general hospital in Goma.", "general hospital"),
        ("Rebels set off a bomb beneath a checkpoint, killing ten soldiers near Goma.", "checkpoint"),
        ("Explosions in an arms depot killed nine in Sebha.", "arms depot"),
    ],
)
def test_a_building_in_which_it_went_off_was_hit(claims_of, sentence, struck):
    assert struck in targets(claims_of, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A blast in a refugee camp killed six in Goma.",
        "Six were killed in an air strike in a village near Taiz.",
        "An explosion in the centre of Kabul killed six.",
        "The army set off a bomb in a tunnel near Goma.",
        "Two were shot dead in a hotel in Goma.",  # nobody fired at the hotel
    ],
)
def test_ground_and_what_was_only_where_it_was_were_not_hit(claims_of, sentence):
    assert targets(claims_of, sentence) <= {"six", "Two"}


def test_who_dies_of_his_wounds_in_hospital_was_not_hit_there(claims_of):
    assert targets(claims_of, "Six people died in a hospital after a blast in Goma.") == {"people"}


@pytest.mark.parametrize("sentence", [
    "A bomb on the road between Gao and Ansongo killed two soldiers.",
    "An explosive device went off on one of the farm roads near Gao, killing two soldiers.",
])
def test_a_road_on_which_a_charge_waited_is_where_it_was(claims_of, sentence):
    assert targets(claims_of, sentence) == {"soldiers"}


def test_a_road_that_fire_from_afar_hits_is_hit(claims_of):
    assert targets(claims_of, "Jets bombed a supply road near Gao.") == {"supply road"}


@pytest.mark.parametrize("sentence", [
    "The governor was wounded in an ambush by gunmen on the road to Serwah.",
    "Rebels ambushed the governor on the road to Kidal.",
])
def test_a_road_on_which_somebody_lay_in_wait_is_where_it_was(claims_of, sentence):
    assert targets(claims_of, sentence) == {"governor"}
