"""Who stands between "with" and a participle of recording."""

import pytest


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("Clinics have been hit all over Ukraine, with the UN recording 31 attacks on ambulances and doctors since spring.", "attacks", ["UN"]),
    ("Schools are no longer safe, with Human Rights Watch documenting 12 bombings of classrooms since March.", "bombings", ["Human Rights Watch"]),
    ("He met with the UN recording team after the attack.", "attack", []),
])
def test_who_records_acts_says_them(claims_of, text, word, speakers):
    claim = next(claim for claim in claims_of(text) if word in claim.quote("trigger"))
    assert [speaker.name for speaker in claim.speakers] == speakers
