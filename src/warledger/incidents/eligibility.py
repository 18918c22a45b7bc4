"""Which claims make an incident happen, which join as rival versions, and which stay claims.

In: a claim. Out: FOUNDS, RIVAL or OUT. Decision: a threat, a plan, a demand or a hypothesis is no happening; a denial is a
version of one, and founds none.
"""

from __future__ import annotations

from warledger.model import Claim

FOUNDS, RIVAL, OUT = "founds", "rival", "out"

# Types whose acts happen somewhere at some time. THREATEN is a core type of the codebook but no happening of the war.
HAPPENING_TYPES = frozenset({"ASSAULT", "TERRITORY", "RETREAT", "DISPLACEMENT", "AGREE", "COERCE", "MOBILIZE"})


def part_of(claim: Claim) -> str:
    """FOUNDS, RIVAL or OUT, by type, stance and negation."""
    if claim.type not in HAPPENING_TYPES:
        return OUT
    denied = claim.negated or claim.stance == "denied" or claim.attribution == "denied"
    if claim.stance in ("asserted", "denied"):
        return RIVAL if denied else FOUNDS
    if claim.stance == "historical" and not denied:
        return FOUNDS if has_own_time_and_place(claim) else OUT
    return OUT


def has_own_time_and_place(claim: Claim) -> bool:
    """Whether the claim tells in its own words a day or span that was resolved, and a place."""
    when, place = claim.when, claim.place
    return (when is not None and when.start is not None and when.inferred is None
            and place is not None and place.inferred is None)


def is_placed_or_timed(claim: Claim) -> bool:
    """Whether it tells where or when: a claim that tells neither can be told from no other, and stays unlinked."""
    return claim.place is not None or (claim.when is not None and claim.when.start is not None)
