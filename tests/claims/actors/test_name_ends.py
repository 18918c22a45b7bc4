"""Where the name of a body ends."""

from __future__ import annotations


def test_the_day_behind_a_body_is_no_part_of_its_name(claim_of) -> None:
    claim = claim_of("The army shelled the Homs Governorate on Friday.", "ASSAULT")
    assert claim.place is not None
    assert claim.place.name == "Homs Governorate"


def test_an_adjective_that_a_noun_follows_ends_no_name(claims_of):
    claim = claims_of("Units of the Iraqi army and armed forces shelled a mortar base.")[0]
    assert [who.name for who in claim.initiators] == ["Units of the Iraqi army", "armed forces"]
