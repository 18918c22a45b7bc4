"""Layer 9, nobody against himself: "a defeat for the militia, when the group lost the town" has it on one side only.

In: the claims of a report after the second look. Out: the same without whoever is read as the target of an act of his own. Decision: of
ground only a party added by reading goes, for what the clause itself says of both sides stands; of harm and force the group by
name goes that its own fighters would have hit; fighters of a group, or its own men, may be harmed by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from warledger.actors.catalog import load_actors
from warledger.model import Claim, Participant

# Types of harm and force, and the mode of a fight.
FORCE = ("ASSAULT", "COERCE")
CLASH = "clash"


def without_own_side(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those of ground without a target that was added by reading and is whoever took, held or lost it, those of force without their doer."""
    return [_without(claim) for claim in claims]


def _without(claim: Claim) -> Claim:
    doer = claim.initiators[0] if len(claim.initiators) == 1 else None
    if claim.type not in (*FORCE, "TERRITORY") or claim.mode == CLASH or doer is None or doer.actor is None:
        return claim  # of a fight those who fell are told on both sides
    own = [party for party in claim.targets if party.actor == doer.actor and (_is_by_name(party) if claim.type in FORCE else party.inferred is not None)]
    if not own:
        return claim
    quotes = {party.name.casefold() for party in own}
    passages = tuple(item for item in claim.passages if item.field != "target" or item.quote.casefold() not in quotes)
    return replace(claim, targets=tuple(party for party in claim.targets if party not in own), passages=passages)


def _is_by_name(party: Participant) -> bool:
    """"the M23", and not "M23 fighters"."""
    actor = load_actors().by_id(party.actor) if party.actor is not None else None
    return actor is not None and party.name.casefold() in {name.casefold() for name in (actor.name, *actor.aliases)}
