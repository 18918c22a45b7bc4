"""The comma that a text lost before the speaker at a sentence's end, or between two outcomes."""

import pytest


def test_the_office_of_a_trailing_speaker_is_his_and_not_the_victims(claim_of):
    claim = claim_of("Planes hit a well in the north of the city killing at least 18 civilians observatory director Ahmed Hassan said.")
    assert [who.name for who in claim.targets] == ["well", "civilians"]


@pytest.mark.parametrize("verb", ["mentioned", "specified", "explained", "clarified", "affirmed", "revealed"])
def test_what_an_agency_mentioned_at_the_end_is_its_word(claim_of, verb):
    claim = claim_of(f"Militia shells destroyed two houses and burned their gardens near Taiz the Saba news agency {verb}.")
    assert [speaker.name for speaker in claim.speakers] == ["Saba news agency"]
