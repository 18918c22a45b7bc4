"""Layer 9: claims of one report that tell of one happening, and those that answer another.

In: the claims of a report in text order. Out: the same claims with same_as and responds_to. Decision: two mentions are one
happening when type, place and day agree and parties do not contradict; a bare outcome ("34 died", "the strike") goes back
to the act told before it. Figures contradict within one voice only: between voices they are rival versions of one thing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from warledger.claims.reading import Reading
from warledger.model import Claim, Participant, Tally
from warledger.model.codebook import CORE_TYPES

ANSWERS = ("counter-attack", "counterattack", "counter-offensive", "counteroffensive", "retaliat", "in response", "in revenge",
           "reprisal", "responded")
# Words by which a sentence says that it tells of something else.
ELSEWHERE = re.compile(r"\b(?:elsewhere|separate|separately|another|meanwhile|earlier|previous|previously|also)\b", re.IGNORECASE)
DEFINITE = re.compile(r"\b(?:the|this|these|that|both)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
TOLD = frozenset(("asserted", "denied"))


def link_within(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims with same_as and responds_to filled where the report tells."""
    linked: list[Claim] = []
    for claim in claims:
        earlier = next((other for other in linked if _same(other, claim)), None) or _told_before(reading, claim, linked)
        if earlier is not None:
            claim = _inherited(claim, earlier)
        answered = _answered(claim, linked)
        if answered is not None:
            claim = replace(claim, responds_to=answered.id)
        linked.append(claim)
    return linked


def _same(one: Claim, other: Claim) -> bool:
    if one.type != other.type or one.type not in CORE_TYPES or one.negated != other.negated or one.stance != other.stance:
        return False
    if one.type == "ASSAULT" and one.mode and other.mode and one.mode != other.mode:
        return False
    if not _same_place(one, other) or not _same_days(one, other):
        return False
    evidence = _shared_figures(one, other)
    if evidence is False or _differ(one.initiators, other.initiators) or _differ(one.targets, other.targets):
        return False
    return evidence is True or (_alike(one.initiators, other.initiators) and one.mode == other.mode)


def _told_before(reading: Reading, claim: Claim, linked: list[Claim]) -> Claim | None:
    """The act that a bare outcome or a definite mention goes back to: the last one told that fits."""
    if claim.type != "ASSAULT" or claim.stance not in TOLD or not _leans_back(reading, claim):
        return None
    for other in reversed(linked):
        if other.type != "ASSAULT" or other.stance != "asserted" or other.negated or other.same_as is not None:
            continue
        fits = not _differ(claim.initiators, other.initiators) and not _differ_in_side(claim.targets, other.targets)
        modes = not (claim.mode and other.mode) or claim.mode == other.mode
        if fits and modes and _shared_figures(other, claim) is not False:
            return other
        return None  # only the last act told: what lies before it is another story
    return None


def _leans_back(reading: Reading, claim: Claim) -> bool:
    """Neither place nor day of its own, and a bare outcome or a definite event noun."""
    sentence = claim.quote("sentence") or ""
    if ELSEWHERE.search(sentence) or (claim.place is not None and claim.place.inferred is None):
        return False
    if claim.when is not None and claim.when.inferred is None:
        return False
    bare = claim.mode is None and not claim.initiators and bool(claim.tallies)
    start = next((p.start for p in claim.passages if p.field == "trigger"), 0)
    return bare or bool(DEFINITE.search(reading.report.text[max(0, start - 40):start]))


def _inherited(claim: Claim, earlier: Claim) -> Claim:
    """The claim pointing to the earlier mention; within one voice it takes over who did it, with the passage that says so."""
    claim = replace(claim, same_as=earlier.same_as or earlier.id)
    if claim.place is None or (claim.place.inferred and earlier.place is not None):
        claim = _placed(claim, earlier)
    one_voice = [s.name for s in claim.speakers] == [s.name for s in earlier.speakers]
    if claim.initiators or not earlier.initiators or not one_voice or _alike(claim.targets, earlier.initiators):
        return claim  # whom the act hit did not do it
    shown = tuple(p for p in earlier.passages if p.field == "initiator")
    return replace(claim, initiators=earlier.initiators, passages=(*claim.passages, *shown))


def _placed(claim: Claim, earlier: Claim) -> Claim:
    """The claim at the place, and where it has no day of its own on the day, of the earlier mention."""
    rule = "the same happening told before"
    place = None if earlier.place is None else replace(earlier.place, inferred=rule)
    kept = tuple(p for p in claim.passages if p.field != "place")
    shown = tuple(p for p in earlier.passages if p.field == "place")
    when = claim.when
    if (when is None or when.inferred) and earlier.when is not None:
        # a time that stays open keeps its reason
        when = earlier.when if earlier.when.start is None else replace(earlier.when, inferred=rule)
    return replace(claim, place=place, when=when, passages=(*kept, *shown))


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


def _shared_figures(one: Claim, other: Claim) -> bool | None:
    """True where a figure is told twice, False where one voice contradicts itself, None where there is nothing to compare."""
    rivals = [s.name for s in one.speakers] != [s.name for s in other.speakers]
    verdict: bool | None = None
    for a in one.tallies:
        for b in other.tallies:
            if a.what == b.what and (a.victims == b.victims or "unknown" in (a.victims, b.victims)):
                if _apart(a, b):
                    if not rivals:
                        return False
                else:
                    verdict = True
    return verdict


def _apart(a: Tally, b: Tally) -> bool:
    return a.best != b.best and a.low != b.low


def _differ(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether both name somebody and none of them can be the same."""
    return bool(one) and bool(other) and not _alike(one, other)


def _differ_in_side(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether the victims are of two countries or sides."""
    countries = [{p.country for p in side if p.country} for side in (one, other)]
    sectors = [{p.sector for p in side if p.sector in ("MIL", "REB")} for side in (one, other)]
    return any(bool(a) and bool(b) and not a & b for a, b in (countries, sectors))


def _alike(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    return any(a.name.lower() == b.name.lower() or (a.actor and a.actor == b.actor)
               or (a.country and a.country == b.country and a.sector == b.sector) for a in one for b in other)


def _one_side(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether some of both are of one country or name: a state answers for its soldiers."""
    return _alike(one, other) or any(a.country is not None and a.country == b.country and "REB" not in (a.sector, b.sector)
                                     for a in one for b in other)


def _answered(claim: Claim, earlier: list[Claim]) -> Claim | None:
    """The claim that this one says it answers: the last before it in which its initiator's side suffered."""
    if claim.type != "ASSAULT":
        return None
    words = (claim.quote("sentence") or "").lower()
    if not any(answer in words for answer in ANSWERS):
        return None
    for other in reversed(earlier):
        at_home = other.place is not None and other.place.country in {p.country for p in claim.initiators if p.sector in ("GOV", "MIL")}
        hit_at_home = at_home and not _one_side(claim.initiators, other.initiators)
        if other.type == "ASSAULT" and (_one_side(claim.initiators, other.targets) or hit_at_home):
            return other
    return None
