"""Layer 9, nobody against himself: "a defeat for the militia, when the group lost the town" has it on one side only.

In: the claims of a report after the second look. Out: the same without whoever is read, beyond what the clause tells, as the target
of an act of his own. Decision: only a party added by reading goes; what the clause itself says of both sides stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from warledger.model import Claim


def without_own_side(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those of ground without a target that was added by reading and is whoever took, held or lost it."""
    return [_without(claim) for claim in claims]


def _without(claim: Claim) -> Claim:
    doer = claim.initiators[0] if len(claim.initiators) == 1 else None
    if claim.type != "TERRITORY" or doer is None or doer.actor is None:
        return claim  # of a fight those who fell are told on both sides
    own = [party for party in claim.targets if party.inferred is not None and party.actor == doer.actor]
    if not own:
        return claim
    quotes = {party.name.casefold() for party in own}
    passages = tuple(item for item in claim.passages if item.field != "target" or item.quote.casefold() not in quotes)
    return replace(claim, targets=tuple(party for party in claim.targets if party not in own), passages=passages)
