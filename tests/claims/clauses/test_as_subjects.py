"""Subjects that the parse hangs on "as", or ends behind "however"."""

import pytest


def speakers_of(claims, word):
    return next([speaker.name for speaker in claim.speakers] for claim in claims if word in claim.quote("trigger"))


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("SUNA said army planes struck depots in the town's west as an AFP reporter in Khartoum said heavy gunfire could be heard.", "gunfire", ["AFP reporter"]),
    ("SUNA said army planes struck depots in the town's west as an AFP reporter in Khartoum said heavy gunfire could be heard.", "struck", ["SUNA"]),
    ("The ministry said the rebels shelled the port as a Reuters correspondent in Aden reported loud explosions near the airport.", "explosions", ["Reuters correspondent"]),
    ("The army said it had taken the bridge as residents in the town said shelling was still going on.", "shelling", ["residents"]),
    ("The dead man had worked as a driver said a medic who saw the shelling.", "shelling", ["medic"]),
])
def test_who_tells_behind_as_is_a_subject(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The source did not specify whether there were farmers among the victims, however noted that a commander had been killed.", "killed", ["source"]),
    ("The ministry gave no names of the victims, however said that nine soldiers were killed in the raid.", "raid", ["ministry"]),
])
def test_however_leaves_two_verbs_one_subject(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers
