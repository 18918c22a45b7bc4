"""Weights learnt from pairs of which somebody knows whether they tell of one happening.

In: examples, each the evidence between two claims with the answer, and the weights to begin with. Out: weights. Decision: a logistic
regression in which each weight is held near its former value, by as much as a few dozen examples can move it: what the examples do not show
stays as it was judged to be. The base rate hardly moves, since it is that of all pairs and not
of those that somebody was asked about.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warledger.incidents.comparison import Comparison
from warledger.incidents.weights import Weights

# How far (log-odds, a standard deviation) a weight is thought to lie from its former value before an example was seen. Measured: 0.7 answers
# pairs better and links worse, as one wrong pair draws whole groups together.
SPREAD = 0.3
# The same for the base rate: examples are compared pairs, while it holds for all, so it may hardly move.
BASE_SPREAD = 0.1
# Newton's method comes to rest within a dozen steps; no step is longer than this, so that it does not overshoot on the way.
STEPS, LONGEST_STEP, AT_REST = 100, 2.0, 1e-9
# Hundredths of log-odds are finer than anything that examples can tell.
PLACES = 2
# Examples of each kind below which nothing is learnt: with fewer, chance moves weights more than knowledge does (judgement).
FEWEST = 30
# Examples are parted so that each is judged by weights that were learnt from the others only.
FOLDS = 2


@dataclass(frozen=True)
class Example:
    """The evidence between two claims, summed by kind; whether they are of one happening; which fold it falls into."""

    found: Mapping[str, float]
    same: bool
    fold: int


@dataclass(frozen=True)
class Judged:
    """How many examples were told right: of those joined how many are one (precision), of those that are one how many were joined."""

    joined: int
    right: int
    same: int

    @property
    def precision(self) -> float:
        return self.right / self.joined if self.joined else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.same if self.same else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.joined + self.same) if self.joined + self.same else 0.0


def example(compared: Comparison, same: bool, fold: int) -> Example | None:
    """What a comparison teaches; None where something forbids one happening, which no weight outweighs."""
    if compared.forbidden is not None:
        return None
    found: dict[str, float] = {}
    for item in compared.evidence:
        found[item.kind] = found.get(item.kind, 0.0) + item.share
    return Example(found, same, fold % FOLDS)


def enough(examples: Sequence[Example]) -> bool:
    """Whether there are examples enough of both kinds."""
    same = sum(one.same for one in examples)
    return min(same, len(examples) - same) >= FEWEST


def learnt(examples: Sequence[Example], weights: Weights) -> Weights:
    """The weights and the base rate (prior), those moved that the examples speak of."""
    kinds = sorted({kind for one in examples for kind in one.found})
    former = np.array([weights.weights[kind] for kind in kinds] + [weights.limits["prior"]])
    table = np.array([[one.found.get(kind, 0.0) for kind in kinds] + [1.0] for one in examples])
    spread = np.array([SPREAD] * len(kinds) + [BASE_SPREAD])
    moved = _fitted(table, np.array([float(one.same) for one in examples]), former, 1 / spread**2)
    found = {kind: round(float(value), PLACES) for kind, value in zip(kinds, moved, strict=False)}
    limits = {**weights.limits, "prior": round(float(moved[-1]), PLACES)}
    return dataclasses.replace(weights, weights={**weights.weights, **found}, limits=limits)


def _fitted(table: NDArray[np.float64], same: NDArray[np.float64], former: NDArray[np.float64],
            hold: NDArray[np.float64]) -> NDArray[np.float64]:
    """The most likely values, each held to its former one."""
    values = former.copy()
    for _step in range(STEPS):
        odds = 1 / (1 + np.exp(-np.clip(table @ values, -50, 50)))
        slope = table.T @ (same - odds) - hold * (values - former)
        bend = (table * (odds * (1 - odds))[:, None]).T @ table + np.diag(hold)
        step = np.linalg.solve(bend, slope)
        longest = float(np.abs(step).max())
        values = values + step * min(1.0, LONGEST_STEP / longest if longest else 1.0)
        if longest < AT_REST:
            break
    return values


def judged(examples: Iterable[Example], weights: Weights) -> Judged:
    """How the weights answer the examples."""
    joined = right = same = 0
    for one in examples:
        score = weights.limits["prior"] + sum(weights.weights[kind] * share for kind, share in one.found.items())
        together = score > weights.limits["join"]
        joined, right, same = joined + together, right + (together and one.same), same + one.same
    return Judged(joined, right, same)


def cross_judged(examples: Sequence[Example], weights: Weights) -> Judged:
    """How weights answer the examples that they were not learnt from, fold by fold."""
    total = [0, 0, 0]
    for fold in range(FOLDS):
        others = [one for one in examples if one.fold != fold]
        found = judged((one for one in examples if one.fold == fold), learnt(others, weights))
        total = [total[0] + found.joined, total[1] + found.right, total[2] + found.same]
    return Judged(*total)
