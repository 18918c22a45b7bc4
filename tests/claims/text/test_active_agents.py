"""Whose an act is that somebody has done away with: "by" behind the object of a perfect is no passive's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "The army has destroyed the depots of M23 and foiled any attempts by rebels to resume the sale of gold.",
        "The army has thwarted any attempts by rebels to reach the dam.",
    ],
)
def test_whoever_has_foiled_attempts_is_not_whoever_made_them(claims_of, sentence):
    claim = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"][-1]
    assert ([who.name for who in claim.initiators], [who.name for who in claim.targets]) == (["army"], ["rebels"])


def test_the_agent_of_a_passive_stays_its_own(claim_of):
    assert [who.name for who in claim_of("Villagers have been killed by rebels.", "ASSAULT").initiators] == ["rebels"]
