"""Verbs of saying by which nobody says anything."""

import pytest


def chains(claims):
    return [[speaker.name for speaker in claim.speakers] for claim in claims]


@pytest.mark.parametrize("text", [
    "In March elders and the army agreed a UN-backed truce that would see gunmen evacuated and the army take charge of Homs.",
    "The town has seen heavy fighting in the spring and a ceasefire broke down there.",
])
def test_a_thing_that_sees_something_happen_says_nothing(claims_of, text):
    assert all(chain == [] for chain in chains(claims_of(text)))


def test_those_who_are_to_blame_do_not_speak(claims_of):
    claims = claims_of("The army says that it strikes only bases and that gunmen are to blame for the deaths of farmers in Homs.")
    assert all("gunmen" not in chain for chain in chains(claims))


def test_who_blames_somebody_speaks(claims_of):
    claims = claims_of("The army blamed gunmen for the shelling of the port.")
    assert ["army"] in chains(claims)


def test_somebody_with_eyes_tells_what_he_saw(claims_of):
    claims = claims_of("A photographer at the scene saw guards evacuate wounded farmers from a burning school in Homs.")
    assert all(chain[-1:] == ["photographer"] for chain in chains(claims))


@pytest.mark.parametrize(("text", "speakers"), [
    ("The Amal news agency claimed 35 villagers, among them many pupils, were killed by Saudi warplanes in Marib on Sunday.", ["Amal news agency"]),
    ("The blast claimed 60 civilians and the market was destroyed in Marib.", []),
])
def test_of_how_many_somebody_claims_that_they_were_killed_is_said(claims_of, text, speakers):
    assert chains(claims_of(text))[0] == speakers
