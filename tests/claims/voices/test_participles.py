"""Who speaks in a participle."""

import pytest


def speakers_of(claims, word):
    return next([speaker.name for speaker in claim.speakers] for claim in claims if word in claim.quote("trigger"))


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("Government fire on Taiz went on for a week with the Red Crescent saying the shelling hit a school in Aden.", "shelling", ["Red Crescent"]),
    ("News of the raid came on Monday with the opposition accusing the Yemeni army of shelling villages in Taiz.", "shelling", ["opposition"]),
])
def test_who_stands_between_with_and_a_participle_says_it(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("A nurse from Aden bore out that account saying she heard blasts for an hour.", "blasts", ["nurse"]),
    ("The army identified one of the dead as Tariq Noor adding that he was killed in the town of Taiz.", "killed", ["army"]),
    ("The mayor said that rebels were threatening to shell two villages near Taiz.", "threatening", ["mayor"]),
])
def test_whoever_bore_something_out_or_gave_a_name_goes_on_in_a_participle(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word)[:1] == speakers


@pytest.mark.parametrize(("sentence", "kind", "speakers"), [
    ("Kyiv vetoed a draft resolution calling for a ceasefire in the region.", "AGREE", ["draft resolution"]),
    ("Russia blocked a resolution demanding a truce in Darfur.", "AGREE", ["resolution"]),
    ("The junta opposed a motion urging an end to the shelling.", "ASSAULT", ["motion"]),
    ("Russia vetoed a resolution condemning the attack.", "ASSAULT", ["resolution"]),
    ("France drafted a resolution calling for a ceasefire in Yemen.", "AGREE", ["France"]),
])
def test_a_draft_that_somebody_turns_down_demands_by_itself(claims_of, sentence, kind, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == kind)
    assert [party.name for party in claim.speakers] == speakers
