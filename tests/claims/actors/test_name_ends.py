"""Where the name of a body ends."""

from __future__ import annotations


def test_the_day_behind_a_body_is_no_part_of_its_name(claim_of) -> None:
    claim = claim_of("The army shelled the Homs Governorate on Friday.", "ASSAULT")
    assert claim.place is not None
    assert claim.place.name == "Homs Governorate"


def test_an_adjective_that_a_noun_follows_ends_no_name(claims_of):
    claim = claims_of("Units of the Iraqi army and armed forces shelled a mortar base.")[0]
    assert [who.name for who in claim.initiators] == ["Units of the Iraqi army", "armed forces"]


def test_whom_an_attack_was_on_is_no_part_of_the_name_of_a_group(claim_of):
    assert [one.name for one in claim_of("A suicide attack by the terror Group on Peshmerga lines killed two soldiers.").initiators] == ["terror Group"]


def test_what_a_committee_is_on_is_part_of_its_name(claim_of):
    claim = claim_of("The Committee on Human Rights said shelling killed two civilians.")
    assert [one.name for one in claim.speakers] == ["Committee on Human Rights"]
