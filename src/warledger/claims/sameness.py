"""Layer 9: claims of one report that tell of one happening, and those that answer another.

In: the claims of a report in text order. Out: the same claims with same_as and responds_to. Decision: two mentions are one
happening when type, place and day agree and neither figures nor parties contradict; the earlier is the one that the later
points to.
"""

from __future__ import annotations

from dataclasses import replace

from warledger.claims.reading import Reading
from warledger.model import Claim, Participant, Tally

ANSWERS = ("counter-attack", "counterattack", "counter-offensive", "counteroffensive", "retaliat", "in response", "in revenge",
           "reprisal", "responded")
CORE = frozenset(("ASSAULT", "TERRITORY", "RETREAT", "DISPLACEMENT", "AGREE", "THREATEN", "COERCE", "MOBILIZE"))


def link_within(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims with same_as and responds_to filled where the report tells."""
    linked: list[Claim] = []
    for claim in claims:
        earlier = next((other for other in linked if _same(other, claim)), None)
        if earlier is not None:
            claim = replace(claim, same_as=earlier.same_as or earlier.id)
        answered = _answered(claim, linked)
        if answered is not None:
            claim = replace(claim, responds_to=answered.id)
        linked.append(claim)
    return linked


def _same(one: Claim, other: Claim) -> bool:
    if one.type != other.type or one.type not in CORE or one.negated != other.negated or one.stance != other.stance:
        return False
    if one.type == "ASSAULT" and one.mode and other.mode and one.mode != other.mode:
        return False
    if not _same_place(one, other) or not _same_days(one, other):
        return False
    evidence = _shared_figures(one.tallies, other.tallies)
    if evidence is False or _differ(one.initiators, other.initiators) or _differ(one.targets, other.targets):
        return False
    return evidence is True or (_alike(one.initiators, other.initiators) and one.mode == other.mode)


def _same_place(one: Claim, other: Claim) -> bool:
    if one.place is None or other.place is None:
        return one.place is other.place
    if one.place.geonames is not None and other.place.geonames is not None:
        return one.place.geonames == other.place.geonames or one.place.admin1 == other.place.admin1 is not None
    return one.place.name == other.place.name or one.place.admin1 == other.place.admin1 is not None


def _same_days(one: Claim, other: Claim) -> bool:
    if one.when is None or other.when is None or one.when.start is None or other.when.start is None:
        return True
    return one.when.start <= (other.when.end or other.when.start) and other.when.start <= (one.when.end or one.when.start)


def _shared_figures(one: tuple[Tally, ...], other: tuple[Tally, ...]) -> bool | None:
    """True where a figure is told twice, False where figures contradict, None where there is nothing to compare."""
    verdict: bool | None = None
    for a in one:
        for b in other:
            if a.what == b.what and a.victims == b.victims:
                if a.best != b.best and a.low != b.low:
                    return False
                verdict = True
    return verdict


def _differ(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether both name somebody and none of them can be the same."""
    return bool(one) and bool(other) and not _alike(one, other)


def _alike(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    return any(a.name.lower() == b.name.lower() or (a.actor and a.actor == b.actor)
               or (a.country and a.country == b.country and a.sector == b.sector) for a in one for b in other)


def _answered(claim: Claim, earlier: list[Claim]) -> Claim | None:
    """The claim that this one says it answers: the last before it in which its initiator's side suffered."""
    if claim.type != "ASSAULT":
        return None
    words = f"{claim.quote('sentence') or ''}".lower()
    if not any(answer in words for answer in ANSWERS):
        return None
    for other in reversed(earlier):
        if other.type == "ASSAULT" and _alike(claim.initiators, other.targets):
            return other
    return None
