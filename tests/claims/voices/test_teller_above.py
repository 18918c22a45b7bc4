"""A second verb of saying that shares the subject of the first."""

import pytest


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The monitor said rebels had retreated from the town but confirmed new air strikes on the bridge.", "air strikes", ["monitor"]),
    ("State radio said the gunmen were surrounded but reported further shelling of the port.", "shelling", ["State radio"]),
    ("The Red Cross said the rebels had denied the raid but accepted a truce.", "raid", ["Red Cross", "rebels"]),
])
def test_who_said_so_reports_on(claims_of, text, word, speakers):
    claim = next(claim for claim in claims_of(text) if word in claim.quote("trigger"))
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The ministry did not say when the raid took place and said at least two rebel fighters were killed in Taiz.", "raid", ["ministry"]),
    ("The broadcaster did not say who fired the rockets and reported that five guards were hurt in Goma.", "fired", ["broadcaster"]),
])
def test_who_does_not_say_when_it_happened_says_what_follows(claims_of, text, word, speakers):
    claim = next(claim for claim in claims_of(text) if word in claim.quote("trigger"))
    assert [speaker.name for speaker in claim.speakers] == speakers
