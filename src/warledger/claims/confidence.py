"""Layer 10: how far a claim is to be trusted to be read right, 0 to 1.

In: a Claim. Out: a figure. Decision: the share of such claims that are signed (all fields right) in the hand-coded
reports, by how many of the fields are the clause's own; it says nothing of whether the claim is true.
"""

from __future__ import annotations

from warledger.model import Claim

# First estimates from reading; the calibration is measured in docs/quality.md.
START = 0.35
OWN_PLACE, OWN_TIME, INITIATOR, TARGET, TALLY = 0.1, 0.1, 0.12, 0.12, 0.1


def confidence(claim: Claim) -> float:
    """The confidence of a claim, rounded to two digits."""
    figure = START
    figure += OWN_PLACE * bool(claim.place and claim.place.inferred is None)
    figure += OWN_TIME * bool(claim.when and claim.when.inferred is None)
    figure += INITIATOR * bool(claim.initiators) + TARGET * bool(claim.targets) + TALLY * bool(claim.tallies)
    return round(min(figure, 0.95), 2)
