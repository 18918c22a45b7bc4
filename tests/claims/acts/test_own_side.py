"""Nobody is the target of his own act by reading alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warledger.claims.acts.own_side import without_own_side
from warledger.model import Participant


def test_whom_reading_adds_against_himself_goes_and_what_the_clause_tells_stays(claims_of):
    claim = claims_of("M23 rebels captured the town of Sake.")[0]
    doer = claim.initiators[0]
    read, other = Participant("M23", actor=doer.actor, inferred="second-reading"), Participant("villagers", inferred="second-reading")
    assert doer.actor is not None
    assert without_own_side([replace(claim, targets=(read, other))])[0].targets == (other,)
    told = replace(claim, targets=(Participant("M23", actor=doer.actor),))
    assert without_own_side([told]) == [told]


@pytest.mark.parametrize(
    ("sentence", "type_", "hit"),
    [
        ("This follows protests against the M23, which M23 fighters suppressed in Goma.", "COERCE", []),
        ("The Houthis executed Houthi fighters who had fled Taiz.", "ASSAULT", ["Houthi fighters"]),
        ("The Houthis killed a dozen of their own members in Taiz.", "ASSAULT", ["own members"]),
    ],
)
def test_a_group_by_name_is_not_hit_by_its_fighters(claim_of, sentence, type_, hit):
    (claim,) = without_own_side([claim_of(sentence, type_)])
    assert [party.name for party in claim.targets] == hit
