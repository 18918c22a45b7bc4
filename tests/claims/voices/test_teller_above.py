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
