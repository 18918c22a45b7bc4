"""Layer 9: what two claims of one report have in common, and what in them contradicts.

In: two claims. Out: one answer per question: mode, place, day, figures, parties. Decision: only what is told in so many
words can contradict; what a rule inferred speaks against nothing, a small place within a large one is the same place told
more closely, and one victim may be one of several.
"""

from __future__ import annotations

import math

from warledger.lexicons.retelling_lexicon import load_retelling
from warledger.model import Claim, Participant, Place, Tally, TimeSpan

# Sectors of a state, which its rebels fight.
STATE = frozenset(("MIL", "GOV", "COP"))
# Places that hold others.
AREAS = frozenset(("country", "region", "province", "district"))
# Places small enough to be a scene.
SCENES = frozenset(("exact", "town", "district"))
# The rule by which a place is that of the sentence.
OWN_SENTENCE = "the sentence's place"
# The rules by which a day is told, by the clause or by its sentence.
TOLD_DAYS = (None, "the sentence's time")
# A fight among those of one side, which no fight with others is.
WITHIN_A_SIDE = "infighting"


def is_of_both_sides(claim: Claim) -> bool:
    """"killed by the army's raid and rebel fire": acts of foes told as one, of which a later mention of one does not tell whose it was."""
    sectors = {person.sector for person in claim.initiators}
    return claim.type == "ASSAULT" and claim.mode != "clash" and "REB" in sectors and bool(sectors & STATE)


def one_mode(one: Claim, other: Claim) -> bool:
    """Whether the modes are one, or one is untold, or reports use them for one another."""
    if one.mode is None or other.mode is None or one.mode == other.mode:
        return True
    return one.type == "ASSAULT" and (one.mode, other.mode) in load_retelling().kindred


def same_place(one: Claim, other: Claim) -> bool:
    """Whether both tell one place, or neither tells any."""
    if one.place is None or other.place is None:
        return one.place is other.place
    return _is_one_place(one.place, other.place)


def no_rival_place(one: Claim, other: Claim) -> bool:
    """Whether the places can be one: not where both are told in so many words and neither lies in the other."""
    a, b = one.place, other.place
    if a is None or b is None or is_guessed(a, b) or is_guessed(b, a) or is_healing(a) or is_healing(b):
        return True
    return _is_one_place(a, b) or _holds(a, b) or _holds(b, a) or None in (a.geonames, b.geonames)


def _is_one_place(a: Place, b: Place) -> bool:
    if a.geonames is not None and b.geonames is not None and a.geonames == b.geonames:
        return True
    return (a.name == b.name and None in (a.geonames, b.geonames)) or a.admin1 == b.admin1 is not None


def _holds(area: Place, inner: Place) -> bool:
    if area.precision not in AREAS or None in (area.country, inner.country) or area.country != inner.country:
        return False
    return area.precision in ("country", "region") or None in (area.admin1, inner.admin1) or area.admin1 == inner.admin1


def is_guessed(place: Place, other: Place) -> bool:
    """Whether a rule inferred a place. Another town that the own sentence names is as good as told, a wider place is not."""
    own = place.inferred == OWN_SENTENCE and place.precision in SCENES and place.country == other.country
    return place.inferred is not None and not own


def is_told(when: TimeSpan | None) -> bool:
    """Whether the claim's own sentence tells the time."""
    return when is not None and when.inferred in TOLD_DAYS


def is_healing(place: Place) -> bool:
    """A hospital and its like: whoever dies there was mostly hit elsewhere."""
    return place.name.lower().endswith(load_retelling().healing)


def same_days(one: Claim, other: Claim) -> bool:
    """Whether the days told overlap; a day that a rule inferred speaks against none."""
    if one.when is None or other.when is None or one.when.start is None or other.when.start is None:
        return True
    if not (is_told(one.when) and is_told(other.when)):
        return True
    return one.when.start <= (other.when.end or other.when.start) and other.when.start <= (one.when.end or one.when.start)


def shared_figures(one: Claim, other: Claim) -> bool | None:
    """True where a figure is told twice, False where one voice contradicts itself, None where there is nothing to compare."""
    rivals = [s.name for s in one.speakers] != [s.name for s in other.speakers]
    verdict: bool | None = None
    for a in one.tallies:
        for b in other.tallies:
            if a.what == b.what and (a.victims == b.victims or "unknown" in (a.victims, b.victims)) and _tells(a) and _tells(b):
                if _twice(a, b):
                    verdict = True
                elif not rivals and not _may_fit(a, b):
                    return False
    return verdict


def _twice(a: Tally, b: Tally) -> bool:
    """Whether two figures are one: the same number, or the same vague word."""
    return a.best == b.best if a.best is not None else (a.low, a.high, a.best) == (b.low, b.high, b.best)


def _may_fit(a: Tally, b: Tally) -> bool:
    """Whether one of two figures is vague and holds the other ("dozens" and "26")."""
    vague = any(one.best is None or (one.low is not None and one.high is not None and one.low < one.high) for one in (a, b))  # "nearly 40"
    return vague and (a.low or 0) <= (b.high or math.inf) and (b.low or 0) <= (a.high or math.inf)


def _tells(tally: Tally) -> bool:
    """Whether a figure is of several people: one victim may be one of them."""
    return 1 not in (tally.low, tally.best)


def differ(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether both name somebody and none of them can be the same."""
    return bool(one) and bool(other) and not alike(one, other)


def differ_in_side(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether the victims are of two countries or sides."""
    countries = [{p.country for p in side if p.country} for side in (one, other)]
    sectors = [{p.sector for p in side if p.sector in ("MIL", "REB")} for side in (one, other)]
    return any(bool(a) and bool(b) and not a & b for a, b in (countries, sectors))


def alike(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether some of both are the same by name, or by country and sector."""
    return any(a.name.lower() == b.name.lower() or (a.actor and a.actor == b.actor)
               or (a.country and a.country == b.country and a.sector == b.sector) for a in one for b in other)


def one_side(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Whether some of both are of one country or name: a state answers for its soldiers."""
    return alike(one, other) or any(_of_one_state(a, b) for a in one for b in other)


def _of_one_state(a: Participant, b: Participant) -> bool:
    """"soldiers" and "the army" of a report that names no country are of one side, too."""
    if a.country is None and b.country is None:
        return a.sector == b.sector == "MIL"
    return a.country == b.country and "REB" not in (a.sector, b.sector)


def named_alike(one: Claim, other: Claim) -> bool:
    """Whether some victims of both are one person by name: "Okello" is "James Okello" told again."""
    names = [[set(p.name.split()) for p in claim.targets if claim.names_person(p)] for claim in (one, other)]
    return any(a <= b or b <= a for a in names[0] for b in names[1])
