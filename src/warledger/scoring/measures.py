"""The arithmetic that the suites share: counts of right, given and wanted answers, and the best one-to-one alignment.

In: counts, or a table of scores. Out: precision, recall, F1; the pairs of the alignment. Decision: the assignment problem
is solved here in thirty lines rather than by one more dependency; the tables are small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """Answers that are right, that were given, that were wanted. Partial credit makes right a fraction."""

    right: float = 0
    given: float = 0
    wanted: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """The share of given answers that are right, None where none was given."""
        return rounded(self.right / self.given) if self.given else None

    @property
    def recall(self) -> float | None:
        """The share of wanted answers that were given right, None where none was wanted."""
        return rounded(self.right / self.wanted) if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, None where nothing was given and nothing wanted."""
        both = self.given + self.wanted
        return rounded(2 * self.right / both) if both else None


def rounded(value: float) -> float:
    """Three digits: what a set of a few hundred documents can bear."""
    return round(value, 3)


def share(part: float, whole: float) -> float | None:
    """part of whole, None where the whole is nothing."""
    return rounded(part / whole) if whole else None


def best_pairs(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The one-to-one alignment of rows and columns with the highest sum, without pairs that score nothing.

    scores[row][column] are 0 or more. The Hungarian method with potentials (Kuhn 1955; Munkres 1957), in the order of
    rows, so that ties fall the same way each time.
    """
    if not scores or not scores[0]:
        return []
    if len(scores) > len(scores[0]):
        turned = [list(column) for column in zip(*scores, strict=True)]
        return sorted((row, column) for column, row in best_pairs(turned))
    columns = len(scores[0])
    owner = _owners([[-score for score in row] for row in scores], columns)
    pairs = [(row, column) for column, row in enumerate(owner) if row is not None and scores[row][column] > 0]
    return sorted(pairs)


def _owners(costs: list[list[float]], columns: int) -> list[int | None]:
    """For each column the row that takes it at the least cost in all; there are no more rows than columns."""
    row_price, column_price = [0.0] * (len(costs) + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)  # rows and columns count from 1; 0 is the row that seeks a column
    for row in range(1, len(costs) + 1):
        taken[0], at = row, 0
        least, way, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while taken[at]:
            done[at], step, following = True, float("inf"), 0
            for column in range(1, columns + 1):
                if done[column]:
                    continue
                reduced = costs[taken[at] - 1][column - 1] - row_price[taken[at]] - column_price[column]
                if reduced < least[column]:
                    least[column], way[column] = reduced, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(columns + 1):
                if done[column]:
                    row_price[taken[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            at = following
        while at:
            taken[at], at = taken[way[at]], way[at]
    return [row - 1 if row else None for row in taken[1:]]
