"""Pairs of claims that can never be one happening for a reason that the pair alone does not show.

In: traits. Out: pairs of positions with the reason. Decision: an act that answers another is not that other; a town that
was lost in between was captured twice. Only an analyst overrules it.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.incidents.parties import DIFFERENT, Party, side_relation
from warledger.incidents.ties import Pair, read_answers
from warledger.incidents.times import gains
from warledger.incidents.traits import Traits

ANSWER = "one is told as the answer to the other"
LOST_BETWEEN = "the place was lost in between"


def separations(traits: Sequence[Traits], days: int) -> dict[Pair, str]:
    """The pairs, the smaller position first. days is how far apart one gain of ground may be dated."""
    found = {pair: ANSWER for pair in read_answers(traits) if not (traits[pair[0]].rival or traits[pair[1]].rival)}
    places: dict[tuple[str, str | None], list[int]] = {}
    for position, one in enumerate(traits):
        if gains(one) and not one.rival and one.place is not None and one.dated and _winners(one):
            places.setdefault((one.place_key, one.place.country), []).append(position)
    for told in places.values():
        found.update(_lost_between(sorted(told, key=lambda p: (traits[p].first or 0, p)), traits, days))
    return found


def _lost_between(told: Sequence[int], traits: Sequence[Traits], days: int) -> dict[Pair, str]:
    """Of the gains of one place in the order of days: pairs of different days with a gain of the other side from the
    first of the two to the last."""
    found: dict[Pair, str] = {}
    for index, one in enumerate(told):
        start = traits[one].first or 0
        rest = [p for p in told[index + 1 :] if start < (traits[p].first or 0) <= start + days]
        for other in rest:
            end = traits[other].first or 0
            between = (p for p in told if start <= (traits[p].first or 0) <= end)
            if any(side_relation(_winners(traits[p]), _winners(traits[one])) == DIFFERENT for p in between):
                found[min(one, other), max(one, other)] = LOST_BETWEEN
    return found


def _winners(one: Traits) -> tuple[Party, ...]:
    return one.targets if one.claim.mode == "lose" else one.initiators
