"""Layer 9: who is only asked for or only tells of an act did not do it; "their" beside a verb of help is who is helped."""

import pytest


def doers(claims, type_="ASSAULT"):
    return [who.name for claim in claims if claim.type == type_ for who in claim.initiators]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody knows which aircraft carried out the strike on Sanaa.",
        "He did not say which country's planes carried out the raid.",
        "It was unclear whose planes bombed the port.",
        "It was not immediately clear which militia had shelled the port.",
    ],
)
def test_who_is_asked_for_is_not_known(claims_of, sentence):
    assert doers(claims_of(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It was a campaign in which planes bombed the port.",
        "Villagers blamed Chad, whose planes bombed the port.",
    ],
)
def test_whoever_a_relative_clause_tells_of_did_it(claims_of, sentence):
    assert doers(claims_of(sentence)) == ["planes"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Mayor John Okello told AFP the car bomb went off by the market killing nine traders.", []),
        ("Gunmen shelled the market, killing 36 people.", ["Gunmen"]),
    ],
)
def test_who_tells_of_an_act_killed_nobody(claims_of, sentence, names):
    assert doers(claims_of(sentence)) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The jets took off to support the infantry troops in their operations near Mopti against the insurgents.", ["troops", "jets"]),
        ("Helicopters backed the rebels in their offensive on Goma.", ["rebels", "Helicopters"]),
        ("The rebels lost ten men in their offensive on Goma.", ["rebels"]),
    ],
)
def test_their_acts_are_those_of_whom_somebody_helps(claims_of, sentence, names):
    assert doers(claims_of(sentence)) == names


def test_those_who_speak_behind_with_are_no_side_of_a_fight(claims_of):
    assert doers(claims_of("The council met to address the fighting with Britain and Italy demanding that Ethiopia stop it.")) == []


def test_a_fight_among_militias_is_theirs_wherever_the_parse_hangs_them(claims_of):
    assert doers(claims_of("Fighting intensified among the militias across the country.")) == ["militias"]
    assert doers(claims_of("Shelling spread fear among the militias.")) == []


def test_what_planes_did_it_asks_for_them(claims_of):
    assert doers(claims_of("The monitor determines what planes carried out raids.")) == []
    assert doers(claims_of("The planes carried out raids.")) == ["planes"]
