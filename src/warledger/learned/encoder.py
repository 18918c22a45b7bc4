"""Small transformers that read sentences, as graphs in files, run on one processor core.

In: NAME.onnx (weights in whole numbers of eight bits) and numbers of pieces of words. Out: a vector, or a figure, for each piece.
Decision: each sentence is read by itself and by one thread, so what it gives depends on nothing beside it; on one core that is no
slower than many at once. scripts/train_roles.py and scripts/train_marks.py made the graphs; SOURCES.md says of what.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from warledger.errors import InstallationError

# What the library would make one of two steps, which take it a quarter longer than the two.
SLOWER = ["SkipLayerNormFusion"]


def vectors(name: str, numbers: Sequence[int], kinds: Sequence[int] | None = None) -> NDArray[np.float32]:
    """A sentence, given as numbers of pieces, as an array of the shape (pieces, width), or (pieces,) where the graph tells one figure of each.

    kinds is a number of each piece, for a graph that is told more of its word than the pieces are.
    """
    length = len(numbers)
    given = {"numbers": np.array([numbers], np.int64), "places": np.arange(length), "mask": np.ones((1, length), np.float32)}
    if kinds is not None:
        given["kinds"] = np.array([kinds], np.int64)
    found: NDArray[np.float32] = _session(name).run(None, given)[0][0]
    return found


@functools.cache
def _session(name: str) -> onnxruntime.InferenceSession:
    path = Path(__file__).with_name(f"{name}.onnx")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER)
    except Exception as problem:  # the library raises kinds of its own for a missing and for a broken file
        raise InstallationError(f"the model {path.name} cannot be read: {problem}") from problem
