"""Layer 9, why who did an act told before did not do this one, however alike the two are.

In: a claim without anybody who did it, an earlier claim, the words that name the two acts, and the claims of the report. Out: whether the
report tells them apart. Decision: foes who killed each other, what somebody does all the time, a doer that one source blames, other
victims than those of the act before and an answer to what those doers did each say that it was not theirs; nobody is named instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.retelling.fights import is_fight
from warledger.claims.text.tokens import Token
from warledger.lexicons.retelling_lexicon import load_retelling
from warledger.model import Claim, Participant

# How what one side lays to another is held.
BLAMED = "claimed"
HABITUAL = frozenset(("regularly", "often", "frequently", "routinely", "usually", "normally", "constantly", "sometimes", "typically"))


def is_told_apart(claim: Claim, word: Token, earlier: Claim, before: Token, claims: Sequence[Claim]) -> bool:
    """Whether who did the earlier act cannot be who did this one."""
    if _is_habit(before) or _is_only_blamed(claim, earlier) or _is_of_others(claim, word, earlier) or _answers(claim, earlier, claims):
        return True
    return not is_fight(claim, word) and _is_of_each_other(earlier)


def are_alike(one: Participant, other: Participant) -> bool:
    """Whether two parties are one by name, or armed and of one side."""
    armed = one.sector not in (None, "CVL")  # herdsmen and villagers are both civilians, and two parties
    return one.name.lower() == other.name.lower() or (armed and (one.country, one.sector) == (other.country, other.sector))


def _is_of_each_other(earlier: Claim) -> bool:
    """"45 militants and 20 soldiers were killed": by each other, which is no attack of both."""
    return bool({one.name for one in earlier.initiators} & {one.name for one in earlier.targets})


def _is_habit(before: Token) -> bool:
    """"the town is regularly shelled by the army": what is done all the time is none of the acts told beside it."""
    return any(child.lower_ in HABITUAL for child in before.children)


def _is_only_blamed(claim: Claim, earlier: Claim) -> bool:
    """"the opposition accused the army of the raid. The attack ...": whoever else tells of it does not say that the army did it."""
    accusers = earlier.speakers[-1:] if earlier.attribution == BLAMED else ()
    return any(accuser.name not in {one.name for one in claim.speakers} for accuser in accusers)


def _is_of_others(claim: Claim, word: Token, earlier: Claim) -> bool:
    """"the killing of the reporter" behind a raid that killed soldiers: an act whose noun names its victims is told apart by them."""
    spans = [(child.subtree[0].idx, child.subtree[-1].idx) for child in word.children if child.lower_ == "of"]
    named = {item.quote for item in claim.passages if item.field == "target" and any(start <= item.start <= end for start, end in spans)}
    own = [one for one in claim.targets if one.sector is not None and one.name in named]
    hit = [one for one in earlier.targets if one.sector is not None]
    return bool(own and hit) and not any(_may_be_one(claim, one, other) for one in own for other in hit)


def _may_be_one(claim: Claim, one: Participant, other: Participant) -> bool:
    shared = bool(set(one.name.lower().split()) & set(other.name.lower().split()))
    unnamed = " " not in one.name and one.sector == other.sector  # "civilians", of whom "the people" told before may be some
    return shared or ((unnamed or are_alike(one, other)) and not claim.names_person(one))


def _answers(claim: Claim, earlier: Claim, claims: Sequence[Claim]) -> bool:
    """"the barrage was in response to rockets fired by the rebels": it was not theirs, since they did what it answers."""
    sentence = claim.quote("sentence") or ""
    if not any(answer in sentence for answer in load_retelling().answers):
        return False
    beside = [other for other in claims if other.id != claim.id and other.type == claim.type and other.quote("sentence") == sentence]
    return any(are_alike(one, other) for act in beside for one in act.initiators if one.inferred is None for other in earlier.initiators)
