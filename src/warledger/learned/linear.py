"""A linear model over named features, as a file of whole numbers.

In: NAME.npy (one row of weights per label, the last column its bias) and NAME.yaml (labels, and what it was trained on).
Out: log-odds per label. Decision: features are hashed, so a model holds no word of the text that it was trained on; weights
are whole thousandths, so a model is the same bytes wherever it is trained. scripts/ has the training.
"""

from __future__ import annotations

import functools
import math
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warledger.lexicons.yaml_source import read_entries

# One unit of a stored weight, in log-odds: finer than any decision needs.
UNIT = 0.001


@dataclass(frozen=True)
class LinearModel:
    """weights has the shape (labels, buckets + 1), int16 thousandths of log-odds; buckets is a power of two."""

    labels: tuple[str, ...]
    weights: NDArray[np.int16]

    @functools.cached_property
    def buckets(self) -> int:
        """How many features are told apart at most."""
        return int(self.weights.shape[1]) - 1

    @functools.cached_property
    def _rows(self) -> list[array[int]]:
        """The weights of each label, from which single ones are read faster than from a matrix."""
        return [array("h", row.tobytes()) for row in self.weights]

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        """The log-odds of every label for a set of features; a feature named twice counts once."""
        buckets = self.buckets
        columns = {bucket_of(feature, buckets) for feature in features}  # sums of whole numbers: any order gives the same
        return {label: (sum([row[column] for column in columns]) + row[buckets]) * UNIT for label, row in zip(self.labels, self._rows, strict=True)}

    def totals(self, columns: NDArray[np.int32]) -> NDArray[np.float64]:
        """The log-odds of the first label for many sets of features at once, given as columns, one row a set."""
        row = self.weights[0]
        totals: NDArray[np.float64] = (row[columns].sum(axis=1, dtype=np.int64) + int(row[self.buckets])) * UNIT
        return totals

    def probability(self, features: Iterable[str], label: str | None = None) -> float:
        """The probability of a label, of the first one where none is named."""
        return 1.0 / (1.0 + math.exp(-self.scores(features)[label or self.labels[0]]))


def bucket_of(feature: str, buckets: int) -> int:
    """The column of a feature: a checksum, the same on every machine and in every run."""
    return zlib.crc32(feature.encode("utf-8")) & (buckets - 1)


@functools.cache
def load_model(name: str) -> LinearModel:
    """The model of that name. Raises KnowledgeError, with file and line, where its two files do not fit each other."""
    folder = Path(__file__).parent
    (entry,) = read_entries(folder / f"{name}.yaml")
    entry.expect("name", "labels", "trained_on", "examples")
    weights = np.load(folder / f"{name}.npy", allow_pickle=False)
    labels = entry.texts("labels")
    buckets = weights.shape[1] - 1 if weights.ndim == 2 else 0
    if weights.dtype != np.int16 or weights.ndim != 2 or len(labels) != weights.shape[0] or buckets & (buckets - 1):
        raise entry.fail(f"{name}.npy does not have one row of whole numbers per label, with a power of two of columns and a bias", "labels")
    return LinearModel(labels, weights)
