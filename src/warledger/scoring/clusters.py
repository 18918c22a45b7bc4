"""How well things were put together: pairwise and B-cubed F1 of a clustering against the true one.

In: the cluster of each item, found and true. Out: F1. Decision: an item that nothing was joined to is a cluster of its
own, so that saying nothing is no error of joining.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping

from warledger.scoring.measures import Counts, rounded


def pairwise_f1(found: Mapping[str, Hashable], true: Mapping[str, Hashable]) -> float | None:
    """F1 over pairs of items that stand in one cluster; None where there is no pair in either."""
    both = Counter((found[item], true[item]) for item in true)
    return Counts(_pairs(both), _pairs(Counter(found[item] for item in true)), _pairs(Counter(true.values()))).f1


def b_cubed_f1(found: Mapping[str, Hashable], true: Mapping[str, Hashable]) -> float | None:
    """F1 of the mean precision and recall of items (Bagga and Baldwin 1998), None where there is no item."""
    if not true:
        return None
    both = Counter((found[item], true[item]) for item in true)
    ours, theirs = Counter(found[item] for item in true), Counter(true.values())
    precision = sum(both[found[item], true[item]] / ours[found[item]] for item in true) / len(true)
    recall = sum(both[found[item], true[item]] / theirs[true[item]] for item in true) / len(true)
    return rounded(2 * precision * recall / (precision + recall))


def _pairs(counts: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())
