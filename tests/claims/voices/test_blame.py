"""Idioms of blame."""

import pytest


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("A UN-led inquiry pointed the finger at the junta for at least three massacres.", "massacres", ["UN-led inquiry"]),
    ("Rights groups have pointed the finger at the army over the killing of farmers.", "killing", ["Rights groups"]),
    ("The rebels hold the army responsible for the massacre.", "massacre", ["rebels"]),
    ("Gunmen pointed their rifles at farmers in the raid.", "raid", []),
])
def test_who_points_the_finger_blames(claims_of, text, word, speakers):
    claim = next(claim for claim in claims_of(text) if word in claim.quote("trigger") and claim.type == "ASSAULT")
    assert [speaker.name for speaker in claim.speakers] == speakers


def test_both_sides_lay_the_blame(claims_of):
    claims = claims_of("Both sides in Tripoli laid the blame for the shelling of the port on each other.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [["sides"]]
