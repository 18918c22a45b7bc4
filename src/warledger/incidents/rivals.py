"""Denials join the incident that they deny.

In: the groups, and the pairs worth comparing. Out: per group, the denials that belong to it. Decision: a denial never founds,
never joins two incidents, and goes to one only: the one that it answers, else the one that it fits best.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warledger.incidents.clustering import Groups
from warledger.incidents.ties import Pair, Ties
from warledger.incidents.traits import Traits


def attach(groups: Groups, traits: Sequence[Traits], pairs: Iterable[Pair], ties: Ties) -> dict[int, list[int]]:
    """The positions of the denials by the name of their group, sorted."""
    home = _tied(groups, traits, ties)
    fits: dict[int, dict[int, list[float]]] = {}
    for one, other in pairs:
        if traits[one].rival != traits[other].rival:
            denial, held = (one, other) if traits[one].rival else (other, one)
            if denial not in home and _tells_where_or_when(traits[denial]):
                group = groups.of(held)
                if not groups.told_apart(group, groups.of(denial)):
                    score = groups.comparisons.of(denial, held).score
                    fits.setdefault(denial, {}).setdefault(group, []).append(score)
    join_at = groups.comparisons.weights.limits["join"]
    for denial, found in fits.items():
        averages = {group: sum(scores) / len(scores) for group, scores in found.items()}
        best = max(sorted(averages), key=lambda group: averages[group])
        if averages[best] > join_at:
            home[denial] = best
    houses: dict[int, list[int]] = {}
    for denial in sorted(home):
        houses.setdefault(home[denial], []).append(denial)
    return houses


def _tied(groups: Groups, traits: Sequence[Traits], ties: Ties) -> dict[int, int]:
    """Denials that an analyst, or their own report, ties to a group, through other denials too."""
    home: dict[int, int] = {}
    known = -1
    while len(home) > known:
        known = len(home)
        for one, other in (*ties.ruled, *ties.answers, *ties.told):
            for denial, held in ((one, other), (other, one)):
                if not traits[denial].rival or denial in home:
                    continue
                group = home.get(held) if traits[held].rival else groups.of(held)
                if group in groups.members and groups.of(denial) in groups.members and not groups.told_apart(group, groups.of(denial)):
                    home[denial] = group
    return home


def _tells_where_or_when(one: Traits) -> bool:
    return one.place is not None or one.first is not None
