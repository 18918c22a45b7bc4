"""How the parties of two claims relate, role by role.

In: traits. Out: Evidence, or Forbidden where the roles are swapped. Decision: an attack and the counter-attack on the
same day are two happenings; a clash has no roles; what one side captured the other lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.incidents.evidence import Evidence, Forbidden
from warledger.incidents.parties import (
    DIFFERENT,
    KIN,
    RANK,
    SAME,
    UNTOLD,
    Party,
    relation,
    shared,
    side_relation,
)
from warledger.incidents.traits import Traits

# Acts in which both sides do the same thing to each other.
MUTUAL_TYPES = frozenset({"AGREE"})
MUTUAL_MODES = frozenset({"clash", "contest"})
LOSING_MODES = frozenset({"lose"})


def compare_sides(a: Traits, b: Traits) -> list[Evidence] | Forbidden:
    """The evidence of who acts and who suffers; empty where one of the claims tells nobody."""
    if mutual(a) or mutual(b):
        return _mutual(a, b)
    ours = (a.initiators, a.targets)
    theirs = (b.initiators, b.targets) if _loses(a) == _loses(b) else (b.targets, b.initiators)
    doing, suffering = side_relation(ours[0], theirs[0]), side_relation(ours[1], theirs[1])
    crossed = [side_relation(ours[0], theirs[1]), side_relation(ours[1], theirs[0])]
    names = _names(ours[0] + theirs[0])
    if not _alike(doing) and not _alike(suffering) and a.claim.type == b.claim.type == "ASSAULT":
        if all(map(_alike, crossed)):
            return Forbidden(f"who acts in one suffers in the other ({names})")
        if any(relation_ == SAME for relation_ in crossed):
            return [Evidence("sides.crossed", (_names(ours[0] + ours[1]),))]
    found = []
    for role, how, people in (("initiators", doing, names), ("targets", suffering, _names(ours[1] + theirs[1]))):
        if how in (SAME, KIN, DIFFERENT):
            found.append(Evidence(f"{role}.{how}", (people,)))
    if person := _one_person(a, b):
        found.append(Evidence("targets.person", (person,)))
    foreign = _foreign(a, ours[1]) & _foreign(b, theirs[1])
    if foreign and _alike(suffering):
        found.append(Evidence("targets.foreign", (", ".join(sorted(foreign)),)))
    return found


def _one_person(a: Traits, b: Traits) -> str | None:
    """Who suffers in both and goes by a name: two words of it the same, or a rare one, in one story any ("Okello" is "James
    Okello")."""
    for one in a.persons:
        for other in b.persons:
            short, long = sorted((one.split(), other.split()), key=len)
            common = set(short) & set(long)
            if common == set(short) and (len(short) > 1 or a.story == b.story or not common.isdisjoint(a.names.keys() & b.names.keys())):
                return " ".join(long)
    return None


def _foreign(traits: Traits, people: Sequence[Party]) -> frozenset[str]:
    """The countries of those of a side who are not at home where it happened; nobody where no country is told."""
    if traits.place is None or traits.place.country is None:
        return frozenset()
    return frozenset(one.country for one in people if one.country and one.country != traits.place.country)


def mutual(traits: Traits) -> bool:
    """Whether its parties act on each other."""
    return traits.claim.type in MUTUAL_TYPES or traits.claim.mode in MUTUAL_MODES


def _loses(traits: Traits) -> bool:
    return traits.claim.mode in LOSING_MODES


def _alike(how: str) -> bool:
    return how != UNTOLD and RANK[how] >= RANK[KIN]


def _mutual(a: Traits, b: Traits) -> list[Evidence]:
    ours, theirs = _everybody(a), _everybody(b)
    if not ours or not theirs:
        return []
    common = shared(ours, theirs)
    names = _names(ours + theirs)
    if common >= 2 and common >= min(len(ours), len(theirs)):
        return [Evidence("sides.same", (names,))]
    if common:
        return [Evidence("sides.one", (names,))]
    if all(relation(x, y) == DIFFERENT for x in ours for y in theirs):
        return [Evidence("sides.different", (names,))]
    return []


def _everybody(traits: Traits) -> tuple[Party, ...]:
    others = traits.others if traits.claim.type in MUTUAL_TYPES else ()
    return traits.initiators + traits.targets + others


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(dict.fromkeys(party.name for party in parties if party.name))
