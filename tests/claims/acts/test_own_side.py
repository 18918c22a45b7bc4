"""Nobody is the target of his own act by reading alone."""

from __future__ import annotations

from dataclasses import replace

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
