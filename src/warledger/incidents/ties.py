"""Claims that were tied before any evidence was weighed: by their own report, or by an analyst.

In: traits and rulings. Out: pairs of positions. Decision: what a report itself tells to be one happening is one; only an
analyst overrules it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from warledger.incidents.rulings import Rulings
from warledger.incidents.traits import Traits

Pair = tuple[int, int]


@dataclass(frozen=True)
class Ties:
    """Pairs by who tied them. answers ties a claim to the one that it responds to."""

    told: tuple[Pair, ...]
    answers: tuple[Pair, ...]
    ruled: tuple[Pair, ...]

    def reasons(self, group: Iterable[int]) -> list[str]:
        """How members of a group were tied, in words."""
        inside = set(group)
        found = []
        for pairs, words in ((self.told, "told to be one by a report"), (self.ruled, "an analyst's word")):
            if any(one in inside and other in inside for one, other in pairs):
                found.append(words)
        return found


def read_ties(traits: Sequence[Traits], rulings: Rulings) -> Ties:
    """All ties among these claims."""
    return Ties(tuple(told_same(traits)), tuple(read_answers(traits)), tuple(positions(rulings.same, traits)))


def read_answers(traits: Sequence[Traits]) -> list[Pair]:
    """Pairs of which one says that it responds to the other."""
    where = {one.id: position for position, one in enumerate(traits)}
    answers = []
    for position, one in enumerate(traits):
        other = where.get(one.claim.responds_to or "")
        if other is not None and other != position:
            answers.append(_pair(position, other))
    return answers


def told_same(traits: Sequence[Traits]) -> list[Pair]:
    """Pairs of one report that it tells to be one happening (same_as), sorted."""
    where = {one.id: position for position, one in enumerate(traits)}
    pairs = []
    for position, one in enumerate(traits):
        other = where.get(one.claim.same_as or "")
        if other is not None and other != position and traits[other].claim.report == one.claim.report:
            pairs.append(_pair(position, other))
    return sorted(set(pairs))


def positions(pairs: Iterable[tuple[str, str]], traits: Sequence[Traits]) -> list[Pair]:
    """Pairs of claim ids as pairs of positions, in the order given; claims that are not there are left out."""
    where = {one.id: position for position, one in enumerate(traits)}
    return [_pair(where[a], where[b]) for a, b in pairs if a in where and b in where]


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)
