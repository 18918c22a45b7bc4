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


@pytest.mark.parametrize(
    ("sentence", "struck"),
    [
        ("The bomb was placed under a bus that carries miners near Kandahar.", "bus"),
        ("Militants planted a bomb under the pulpit of the mosque in Mosul and detonated it.", "mosque"),
        ("A bomb that had been hidden in a church went off in Jos.", "church"),
        ("An explosive device laid by insurgents went off in a car near Kunduz.", "car"),
        ("Two bombers blew themselves up in front of and inside the police post in Kano.", "police post"),
        ("A mortar shell fell inside a classroom in Taiz.", "classroom"),
    ],
)
def test_where_a_charge_was_put_or_went_off_was_hit(claims_of, sentence, struck):
    assert struck in targets(claims_of, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb hidden in a truck went off near a river in Kabul.",  # it came in the truck
        "A suicide bomber blew himself up in a car in Kabul.",
        "The bombs were placed in tunnels under Goma.",
        "Rescuers surveyed the damage at the site of the blast in Beirut.",
    ],
)
def test_what_carried_a_charge_and_the_ground_it_lay_in_were_not_hit(claims_of, sentence):
    assert targets(claims_of, sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "struck"),
    [
        ("The explosion caused extensive damage inside the mosque.", {"mosque"}),
        ("Damage was caused to a school by the shelling of Donetsk.", {"school"}),
        ("Residents inspected the damage at a hospital after the strike on Saada.", {"hospital"}),
        ("The windows of a hotel in Kabul had been shattered by the blast.", {"hotel"}),
        ("The blast damaged the roof of a church in Jos.", {"church"}),
        ("The explosions blew out the windows of a library in Nairobi.", {"library"}),
    ],
)
def test_what_an_act_damaged_was_hit_as_a_whole(claims_of, sentence, struck):
    assert targets(claims_of, sentence) == struck


@pytest.mark.parametrize("sentence", ["Rioters shattered the windows of a bank in Jakarta.", "The killing shattered the calm in Beirut."])
def test_windows_that_no_act_of_war_broke_and_a_calm_are_no_targets(claims_of, sentence):
    assert targets(claims_of, sentence) == set()


@pytest.mark.parametrize("sentence", ["A hospital received nine casualties after the raid in Taiz.", "A doctor receiving the casualties of the raid wept."])
def test_who_receives_casualties_is_none_of_them(claims_of, sentence):
    assert targets(claims_of, sentence) == set()


def test_who_suffers_casualties_has_them(claims_of):
    assert targets(claims_of, "The army suffered heavy casualties in Goma.") == {"army"}
