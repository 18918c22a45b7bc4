"""Layer 4: whether a verb tells what was done to its subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.model import Claim


def test_those_taken_hostage_took_nobody(claim_of: Callable[[str], Claim]) -> None:
    claim = claim_of("250 Sudanese troops taken hostage at an airbase in Darfur")
    assert claim.initiators == ()
    assert [person.name for person in claim.targets] == ["Sudanese troops"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("abducted", 250)]


def test_who_took_somebody_hostage_did_it(claim_of: Callable[[str], Claim]) -> None:
    claim = claim_of("The rebels had taken six nurses hostage in Goma.")
    assert [person.name for person in claim.initiators] == ["rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations said the prisoners were tortured and their relatives beaten.",
        "Two monks were beheaded and their relatives hung on lampposts in Mopti.",
        "A mayor was shot and his relatives kidnapped near Goma.",
    ],
)
def test_the_second_of_two_fates_befell_those_before_it(claims_of, text):
    claims = claims_of(text)
    assert any("relatives" in party.name for claim in claims for party in claim.targets)
    assert not any(claim.initiators for claim in claims)


def test_who_has_an_object_behind_a_fate_does_it(claims_of):
    claims = claims_of("The chief was arrested and his soldiers burned the police post.")
    assert [[party.name for party in claim.initiators] for claim in claims if claim.type == "ASSAULT"] == [["soldiers"]]
