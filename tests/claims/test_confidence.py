"""Layer 10: a claim whose fields are its own is trusted more than one that is inferred."""

import pytest

from warledger.claims.confidence import confidence
from warledger.model import Claim, Participant, Passage, Place, Tally, TimeSpan

BARE = Claim("c_1", "r_1", "ASSAULT")
OWN_PLACE, OTHER_PLACE = Place("Taiz"), Place("Taiz", inferred="the place told before")
DAY = TimeSpan("2020-02-03", "2020-02-03", "day", "Monday")
GUESSED_DAY = TimeSpan("2020-02-05", "2020-02-05", "day", "", "the day of publication")


@pytest.mark.parametrize(
    ("fields", "figure"),
    [
        ({}, 0.44),
        ({"place": OWN_PLACE}, 0.54),
        ({"place": OTHER_PLACE}, 0.44),
        ({"when": DAY}, 0.44),
        ({"when": GUESSED_DAY}, 0.44),
        ({"initiators": (Participant("army"),)}, 0.59),
        ({"initiators": (Participant("army", inferred="the act as told before"),)}, 0.31),
        ({"passages": (Passage("sentence", 0, 81, " ".join("x" * 41)),)}, 0.28),
        ({"initiators": (Participant("army"),), "targets": (Participant("rebels"),), "place": OWN_PLACE, "when": DAY,
          "tallies": (Tally("killed", 4, 4, 4),)}, 0.79),
    ],
)
def test_each_field_of_its_own_adds_to_the_confidence(fields, figure):
    assert confidence(Claim.from_dict({**BARE.to_dict(), **Claim("c_1", "r_1", "ASSAULT", **fields).to_dict()})) == figure


def test_a_full_claim_is_trusted_more_than_a_bare_one(claim_of):
    full = claim_of("Rebels attacked a convoy in Taiz on Monday, killing six soldiers.")
    bare = claim_of("Gunmen killed a soldier.")
    assert full.confidence > bare.confidence
