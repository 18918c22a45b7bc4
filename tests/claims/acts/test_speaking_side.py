"""Whoever says "we" speaks for a side: it did what "we" did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.model import Claim

ClaimOf = Callable[..., Claim]


def test_what_we_did_is_told_of_the_side_of_who_speaks(claim_of: ClaimOf) -> None:
    claim = claim_of('"We destroyed three ammunition depots near Raqqa," the Iraqi army spokesman said.')
    (party,) = claim.initiators
    assert (party.name, party.country, party.sector) == ("Iraqi army", "IRQ", "MIL")
    assert any(passage.field == "initiator" and passage.quote == "We" for passage in claim.passages)


def test_we_without_a_speaker_is_nobody(claim_of: ClaimOf) -> None:
    assert claim_of("We destroyed three ammunition depots near Raqqa.").initiators == ()


def test_a_named_party_is_not_overruled_by_we(claim_of: ClaimOf) -> None:
    claim = claim_of('"The rebels and we know that the army shelled the market of Raqqa," the Iraqi foreign minister said.')
    assert "we" not in {party.name.lower() for party in claim.initiators}


@pytest.mark.parametrize(("sentence", "side"), [
    ('"We shelled the base," the RSF said in a statement.', "RSF"),
    ('"We shelled the airport on Monday," said a spokesman for M23.', "M23"),
    ('"We attacked the town on Monday," said Willy Ngoma, a spokesman for the M23 rebels.', "M23 rebels"),
    ('"Nothing will stop us from fighting Al-Shabaab," Somali Defence Minister Omar Hassan said.', "Somalia"),
    ('"We will keep hitting the militia in its camps," a Malian military source told Reuters.', "Malian military"),
])
def test_we_is_the_side_that_the_speaker_is_or_speaks_for(claim_of: ClaimOf, sentence: str, side: str) -> None:
    assert [party.name for party in claim_of(sentence).initiators] == [side]


@pytest.mark.parametrize("sentence", [
    '"The rebels shelled us all night," said Omar Diallo, a resident of Bamako.',
    '"The Houthis bombed us," a doctor from Yemen said.',
])
def test_we_of_a_private_person_is_no_state_and_no_town(claim_of: ClaimOf, sentence: str) -> None:
    assert [party.name for party in claim_of(sentence).targets] == ["us"]


def test_we_of_who_does_not_hold_an_office_yet_is_no_state(claims_of: Callable[..., list[Claim]]) -> None:
    text = '"We shelled the airport on Monday," Ahmed al-Sharaa said.'
    sides = [[party.name for claim in claims_of(text, day) for party in claim.initiators] for day in ("2014-05-05", "2025-05-05")]
    assert sides == [["We"], ["Syria"]]
