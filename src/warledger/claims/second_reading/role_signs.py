"""Layer 10, what a sentence shows of a party's role in an act, beside its words.

In: an Act with a Candidate of it. Out: columns of the model's table, one per sign. Decision: the rules' own answer, the parse and the
kind of party; no word of the report but the trigger's lemma. Training and use share this page.
"""

from __future__ import annotations

import functools

from warledger.claims.second_reading.candidates import DOER, TARGET, Act, Candidate
from warledger.learned.linear import bucket_of

# Rows of the model's table of signs; a power of two.
BUCKETS = 1 << 13
# Distances are told apart in steps of so many tokens, up to so many steps.
STEP, FARTHEST = 3, 6
MANY = 2


def party_signs(act: Act, candidate: Candidate) -> list[int]:
    """The columns of one party, always the same number of them in the same order."""
    claim, mention = act.claim, candidate.mention
    doers, targets = act.keys[DOER], act.keys[TARGET]
    kind = mention.kind if mention is not None else "thing"
    sector = mention.sector if mention is not None else None
    dependency = act.trigger.doc[candidate.head].dep_
    figure = claim.tallies[0].what if claim.tallies else None
    steps = max(-FARTHEST, min(FARTHEST, candidate.distance // STEP))
    victims = (mention.victims, mention.definite) if mention is not None else ("", False)
    return [_column(sign) for sign in (
        f"role {candidate.role}", f"path {candidate.path}", f"kind {kind}", f"sector {sector}", f"distance {steps}",
        f"speaks {candidate.speaks}", f"type {claim.type} {act.trigger.tag_[:2]}", f"elsewhere {candidate.elsewhere}",
        f"held {min(MANY, len(claim.initiators))} {min(MANY, len(claim.targets))}", f"same {candidate.key in doers} {candidate.key in targets}",
        f"dependency {dependency}", f"role {candidate.role} {dependency}", f"victims {victims} {figure}")]


def act_signs(act: Act) -> list[int]:
    """The columns of the act itself."""
    claim, trigger = act.claim, act.trigger
    return [_column(sign) for sign in (
        f"type {claim.type}", f"trigger {trigger.lemma_.lower()}", f"tag {trigger.tag_}", f"hangs {trigger.dep_}",
        f"stance {claim.stance} {claim.negated}", f"figures {[tally.what for tally in claim.tallies[:MANY]]}", f"speakers {min(MANY, len(claim.speakers))}")]


@functools.lru_cache(maxsize=1 << 16)
def _column(sign: str) -> int:
    return bucket_of(sign, BUCKETS)
