"""Layer 10: how far a claim is to be trusted to be read right, 0 to 1.

In: a Claim. Out: a figure. Decision: the share of such claims that are signed (type, stance, speakers, parties and figures
all right) in hand-coded reports; it says nothing of whether the claim is true.

A linear fit by least squares to 688 core claims of 48 hand-coded reports (2026-11; the suites claims and fresh): of claims given
under .25, .25 to .40, .40 to .55 and above, .27, .33, .47 and .66 were signed. On the half of the reports that no rule was
developed on they were .20, .36, .41 and .58.
"""

from __future__ import annotations

from warledger.model import Claim

START = 0.32
INITIATOR, TALLY, OWN_PLACE = 0.13, 0.19, 0.09
# Who did it is taken over from an act told before: right less than half as often.
TAKEN_OVER = -0.35
# Sentences of more words are read wrong more often.
LONG_SENTENCE, LONG_WORDS = -0.07, 40
LEAST = 0.05


def confidence(claim: Claim) -> float:
    """The confidence of a claim, rounded to two digits."""
    figure = START + OWN_PLACE * bool(claim.place and claim.place.inferred is None)
    figure += INITIATOR * bool(claim.initiators) + TALLY * bool(claim.tallies)
    figure += TAKEN_OVER * any(party.inferred is not None for party in claim.initiators)
    figure += LONG_SENTENCE * (len((claim.quote("sentence") or "").split()) > LONG_WORDS)
    return round(max(figure, LEAST), 2)
