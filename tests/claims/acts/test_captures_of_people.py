"""People who are taken: suspects, and those taken captive."""

import pytest


@pytest.mark.parametrize(("sentence", "what", "figure"), [
    ("Security forces arrested 14 suspects in raids in Izmir, police said.", "detained", 14),
    ("Two nurses were killed and six others were taken captive by militiamen in Taiz.", "detained", 6),
])
def test_suspects_and_captives_are_counted_as_detained(claim_of, sentence, what, figure):
    assert (what, figure) in [(tally.what, tally.low) for tally in claim_of(sentence, "COERCE").tallies]


def test_a_cache_of_arms_that_is_seized_is_no_ground(claims_of):
    assert [claim.type for claim in claims_of("The army seized a cache of weapons near Goma.")] == ["COERCE"]
