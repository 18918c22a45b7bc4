"""Layer 9: the sides of a fight by who fell in it."""

import pytest


def sides(claims):
    return [person.name for claim in claims if claim.mode == "clash" for person in claim.initiators]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine M23 rebels were killed in the clashes, while the army lost four men.", ["M23 rebels", "army"]),
        ("At least nine soldiers were killed in the clashes while three rebels were wounded.", ["soldiers", "rebels"]),
        ("Nine soldiers were killed during the clashes before rebels seized the airport of Goma.", ["soldiers", "rebels"]),
    ],
)
def test_those_who_lost_men_or_took_ground_in_a_fight_are_its_sides(claims_of, sentence, expected):
    assert sides(claims_of(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine soldiers were killed in the clashes.",
        "Nine M23 rebels were killed in the clashes, before the militants left Goma.",
        "At least 300 soldiers and 400 rebels were killed and nine policemen wounded in the war.",
    ],
)
def test_one_side_alone_the_same_side_again_or_a_whole_war_tells_no_sides(claims_of, sentence):
    assert sides(claims_of(sentence)) == []


def test_whoever_takes_a_town_in_a_battle_fought_it_though_he_is_one_man(claims_of):
    claims = claims_of("Rebel leader Hussein Aidid captured the town of Baidoa in a battle that left 18 people dead.")
    assert sides(claims) == ["Hussein Aidid"]


def test_the_agent_of_a_capture_in_a_battle_fought_it(claims_of):
    assert sides(claims_of("Goma was captured by M23 rebels on Friday in a battle.")) == ["M23 rebels"]
