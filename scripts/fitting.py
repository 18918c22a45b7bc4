"""Fits a linear model over named features and writes it as warledger.learned reads it.

In: examples, each a set of features with its label. Out: NAME.npy and NAME.yaml. Decision: scikit-learn's liblinear with a
fixed seed on one thread, weights rounded to thousandths: the same examples give the same bytes. It is needed for training
only; the installed program multiplies nothing but what `linear.py` reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from warledger.learned import linear

FOLDER = Path(linear.__file__).parent
# Features told apart; 2^15 columns of two bytes are 64 KiB a label.
BUCKETS = 1 << 15
# The inverse strength of the penalty on weights: weaker than 1 overfits word features in every set tried.
STRENGTH = 0.3
# Where the fitting stops; a set of a hundred thousand examples may stop sooner.
TOLERANCE = 1e-5
# What a whole number of two bytes holds.
LARGEST = 32_767

Example = tuple[Iterable[str], str]


def fit(examples: Sequence[Example], labels: Sequence[str], buckets: int = BUCKETS, strength: float = STRENGTH) -> linear.LinearModel:
    """One yes-or-no model per label (its examples against all others)."""
    wanted = {label: [given == label for _, given in examples] for label in labels}
    return fit_each([features for features, _ in examples], wanted, buckets, strength)


def fit_each(features: Sequence[Iterable[str]], wanted: Mapping[str, Sequence[bool]], buckets: int = BUCKETS,
             strength: float = STRENGTH, tolerance: float = TOLERANCE) -> linear.LinearModel:
    """One yes-or-no model per label, where an example may have several labels: wanted says of each whether it has it."""
    matrix = _matrix(features, buckets)
    rows = []
    for truth in wanted.values():
        model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=200, tol=tolerance)
        model.fit(matrix, np.array(truth))
        rows.append(np.append(model.coef_[0], model.intercept_[0]))
    weights = np.clip(np.rint(np.array(rows) / linear.UNIT), -LARGEST, LARGEST).astype(np.int16)
    return linear.LinearModel(tuple(wanted), weights)


def _matrix(features: Sequence[Iterable[str]], buckets: int) -> csr_matrix:
    columns = [sorted({linear.bucket_of(feature, buckets) for feature in one}) for one in features]
    ends = np.cumsum([0, *(len(one) for one in columns)])
    flat = np.array([column for one in columns for column in one], dtype=np.int32)
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(columns), buckets))


def write(model: linear.LinearModel, name: str, trained_on: str, examples: int, folder: Path = FOLDER) -> None:
    """NAME.npy and NAME.yaml; trained_on is said to readers, with the number of examples."""
    np.save(folder / f"{name}.npy", model.weights, allow_pickle=False)
    about = [{"name": name, "labels": list(model.labels), "trained_on": trained_on, "examples": examples}]
    (folder / f"{name}.yaml").write_text(yaml.safe_dump(about, sort_keys=False, allow_unicode=True), encoding="utf-8")
