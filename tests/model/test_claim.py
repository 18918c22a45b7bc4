"""A claim knows which of its people go by a name."""

from __future__ import annotations

import pytest

from warledger.model import Claim, Participant, Passage


def claim(sentence: str) -> Claim:
    return Claim("c_1", "r_1", "ASSAULT", passages=(Passage("sentence", 0, len(sentence), sentence),))


@pytest.mark.parametrize(
    ("sentence", "participant", "named"),
    [
        ("The baker James Okello was killed in the raid.", Participant("James Okello"), True),
        ("James Okello Killed in Raid", Participant("James Okello"), False),
        ("The teen was shot.", Participant("Teen", sector="CVL"), False),
        ("The soldier was shot by rebels.", Participant("Soldier", country="UGA", sector="MIL"), False),
    ],
)
def test_a_person_goes_by_a_name_in_capitals_outside_of_headlines(sentence: str, participant: Participant, named: bool) -> None:
    assert claim(sentence).names_person(participant) is named
