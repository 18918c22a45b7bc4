"""A small transformer that reads sentences, as a graph in a file, run on one processor core.

In: NAME.onnx (weights in whole numbers of eight bits) and numbers of pieces of words. Out: a vector for each piece. Decision: the
sentences of one report are read together and those of two never, and one thread does the sums: what a sentence gives depends on
nothing but its report. scripts/train_roles.py made the graph; SOURCES.md says of what.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from warledger.errors import InstallationError

# Sentences read at once: more cost memory, fewer cost time.
TOGETHER = 16


def vectors(name: str, sentences: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]:
    """For each sentence, given as numbers of pieces, an array of the shape (pieces, width)."""
    found: dict[int, NDArray[np.float32]] = {}
    by_length = sorted(range(len(sentences)), key=lambda k: (len(sentences[k]), k))  # little is filled up where like stands with like
    for first in range(0, len(by_length), TOGETHER):
        some = by_length[first:first + TOGETHER]
        longest = len(sentences[some[-1]])
        numbers = np.zeros((len(some), longest), np.int64)
        mask = np.zeros((len(some), longest), np.float32)
        for row, k in enumerate(some):
            numbers[row, :len(sentences[k])] = sentences[k]
            mask[row, :len(sentences[k])] = 1
        read = _session(name).run(None, {"numbers": numbers, "places": np.arange(longest), "mask": mask})[0]
        found.update((k, read[row, :len(sentences[k])]) for row, k in enumerate(some))
    return [found[k] for k in range(len(sentences))]


@functools.cache
def _session(name: str) -> onnxruntime.InferenceSession:
    path = Path(__file__).with_name(f"{name}.onnx")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # the library raises kinds of its own for a missing and for a broken file
        raise InstallationError(f"the model {path.name} cannot be read: {problem}") from problem
