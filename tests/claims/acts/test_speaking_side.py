"""Whoever says "we" speaks for a side: it did what "we" did."""

from __future__ import annotations

from collections.abc import Callable

from warledger.model import Claim

ClaimOf = Callable[..., Claim]


def test_what_we_did_is_told_of_the_side_of_who_speaks(claim_of: ClaimOf) -> None:
    claim = claim_of('"We destroyed three ammunition depots near Raqqa," the Iraqi army spokesman said.')
    (party,) = claim.initiators
    assert (party.name, party.country, party.sector) == ("We", "IRQ", "MIL")
    assert any(passage.field == "initiator" and passage.quote == "We" for passage in claim.passages)


def test_we_without_a_speaker_is_nobody(claim_of: ClaimOf) -> None:
    assert claim_of("We destroyed three ammunition depots near Raqqa.").initiators == ()


def test_a_named_party_is_not_overruled_by_we(claim_of: ClaimOf) -> None:
    claim = claim_of('"The rebels and we know that the army shelled the market of Raqqa," the Iraqi foreign minister said.')
    assert "we" not in {party.name.lower() for party in claim.initiators}
