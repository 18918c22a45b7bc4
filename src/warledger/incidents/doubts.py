"""Where linking was least sure: pairs that it joined, or left apart, by little.

In: what linking weighed. Out: Doubts, each with the log-odds by which it went as it did. Decision: of two groups that were compared
one question is worth asking, the one about their best pair; of a group one, the one about its worst.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from warledger.incidents.clustering import SPOKESMEN
from warledger.incidents.link import Weighed

# Log-odds from even beyond which nobody need be asked: 19 to 1 (judgement).
SURE = 3.0


@dataclass(frozen=True)
class Doubt:
    """Two claims, whether they are in one incident, and the log-odds that they should be."""

    one: str
    other: str
    joined: bool
    score: float

    @property
    def uncertainty(self) -> float:
        """1 at even odds, near 0 where all evidence speaks one way."""
        return 1 - abs(math.tanh(self.score / 2))  # |2p - 1| of a logit is |tanh| of its half


def doubts(weighed: Weighed) -> list[Doubt]:
    """What is worth asking an analyst, the least sure first."""
    found = [*_joins(weighed), *_refusals(weighed)]
    return sorted(found, key=lambda doubt: (-doubt.uncertainty, doubt.one, doubt.other))


def _joins(weighed: Weighed) -> Iterator[Doubt]:
    groups, traits = weighed.groups, weighed.traits
    for voices in groups.voices.values():
        pairs = [(groups.comparisons.of(one, other).score, one, other) for index, one in enumerate(voices[:SPOKESMEN])
                 for other in voices[index + 1 : SPOKESMEN]]
        weighed_pairs = [pair for pair in pairs if math.isfinite(pair[0])]
        if weighed_pairs:
            score, one, other = min(weighed_pairs)
            if abs(score) <= SURE:
                yield Doubt(traits[one].id, traits[other].id, True, score)


def _refusals(weighed: Weighed) -> Iterator[Doubt]:
    """Of each two groups the best pair; those that can never be one are no question."""
    groups, traits = weighed.groups, weighed.traits
    denials = {position for found in weighed.denials.values() for position in found}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for one, other in weighed.pairs:
        a, b = groups.of(one), groups.of(other)
        if a == b or one in denials or other in denials or traits[one].rival or traits[other].rival:
            continue
        score = groups.comparisons.of(one, other).score
        key = (min(a, b), max(a, b))
        if math.isfinite(score) and abs(score) <= SURE and score > best.get(key, (-math.inf, 0, 0))[0] and not groups.told_apart(a, b):
            best[key] = score, one, other
    for score, one, other in best.values():
        yield Doubt(traits[one].id, traits[other].id, False, min(score, 0.0))
