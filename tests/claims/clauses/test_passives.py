"""Layer 4: whether a verb tells what was done to its subject."""

from __future__ import annotations

from collections.abc import Callable

from warledger.model import Claim


def test_those_taken_hostage_took_nobody(claim_of: Callable[[str], Claim]) -> None:
    claim = claim_of("250 Sudanese troops taken hostage at an airbase in Darfur")
    assert claim.initiators == ()
    assert [person.name for person in claim.targets] == ["Sudanese troops"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("abducted", 250)]


def test_who_took_somebody_hostage_did_it(claim_of: Callable[[str], Claim]) -> None:
    claim = claim_of("The rebels had taken six nurses hostage in Goma.")
    assert [person.name for person in claim.initiators] == ["rebels"]
