""""However" between two verbs leaves them one subject."""

import pytest


def speakers_of(claims, word):
    return next([speaker.name for speaker in claim.speakers] for claim in claims if word in claim.quote("trigger"))


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The source did not say how many farmers were among the victims, however noted that a colonel had been killed.", "killed", ["source"]),
    ("The ministry gave no names of the victims, however said that nine soldiers were killed in the raid.", "raid", ["ministry"]),
])
def test_however_leaves_two_verbs_one_subject(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers
