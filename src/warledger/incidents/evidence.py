"""A piece of evidence about two claims, and the words for it.

In: what a comparer found. Out: Evidence, which names its weight and fills its wording. Decision: evidence is data, so
that the score and the explanation can never differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from warledger.incidents.weights import Weights


class Evidence(NamedTuple):
    """kind is one of weights.EVIDENCE; detail fills its wording; share (0 to 1) scales its weight."""

    kind: str
    detail: tuple[str, ...] = ()
    share: float = 1.0


class Forbidden(NamedTuple):
    """Two claims that cannot be one happening, and why."""

    reason: str


def total(found: Iterable[Evidence], weights: Weights) -> float:
    """The sum of log-odds, without the prior."""
    return sum(weights.weights[item.kind] * item.share for item in found)


def wording(item: Evidence, weights: Weights) -> str:
    """The evidence in words."""
    return weights.says[item.kind].format(*item.detail)
