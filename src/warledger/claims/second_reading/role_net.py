"""Layer 10, the small net that stands on the transformer: what an act, a party and their signs say of the party's part.

In: vectors of pieces and columns of signs, of the acts of one report. Out: the probabilities of no part, doer and target for each
party. Decision: all parties of an act are looked at together, since one who is taken for the doer makes another less likely.
scripts/role_net.py has the same sums for training.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warledger.learned import encoder

MODEL = "roles"
HEADS = 4
# Added to the odds of a place that nobody stands in.
NOBODY = -1e9
TINY = 1e-5
# Rows that are multiplied at once: with more the library would spread so small a product over threads, which wait for each other.
AT_ONCE = 4
# The usual approximation of the Gaussian error linear unit (Hendrycks and Gimpel 2016).
BEND = 0.044715

Floats = NDArray[np.float32]
Weights = Mapping[str, Floats]


@dataclass(frozen=True)
class Seen:
    """What the net is given of one act: the vectors of its sentence, pieces of trigger and parties as ranges, columns of signs."""

    vectors: Floats
    trigger: tuple[int, int]
    parties: Sequence[tuple[int, int]]
    party_columns: Sequence[Sequence[int]]
    act_columns: Sequence[int]


def shares(seen: Sequence[Seen]) -> list[Floats]:
    """For each act an array of the shape (parties, 3), whose rows sum to one."""
    if not seen:
        return []
    weights = _weights()
    whose = np.repeat(np.arange(len(seen)), [len(one.parties) for one in seen])
    triggers, pooled = (np.concatenate(parts) for parts in zip(*(_pooled(one) for one in seen), strict=True))
    signs = weights["signs"]
    of_act = signs[np.array([one.act_columns for one in seen])].reshape(len(seen), -1)
    of_parties = signs[np.array([columns for one in seen for columns in one.party_columns])].reshape(len(whose), -1)
    act, parties = _linear(triggers, weights, "act"), _linear(pooled, weights, "party")
    each = _gelu(_linear(np.concatenate([act[whose], parties, act[whose] * parties, of_parties, of_act[whose]], -1), weights, "each"))
    query = _linear(np.concatenate([act, of_act], -1), weights, "query")
    here = np.arange(max(map(len, (one.parties for one in seen))) + 1) <= np.array([[len(one.parties)] for one in seen])
    rows = np.zeros((*here.shape, query.shape[1]), np.float32)
    rows[:, 0] = query
    rows[:, 1:][here[:, 1:]] = each
    told = _softmax(_linear(_together(rows, here, weights)[:, 1:], weights, "part"))
    return [told[row, :len(one.parties)] for row, one in enumerate(seen)]


def _pooled(one: Seen) -> tuple[Floats, Floats]:
    """What the pieces of the trigger have in common, one row, and those of each party with its first piece."""
    ranges = np.array([one.trigger, *one.parties])
    starts, ends, pieces = ranges[:, :1], ranges[:, 1:], np.arange(len(one.vectors))
    means = ((starts <= pieces) & (pieces < ends)).astype(np.float32) @ one.vectors / (ends - starts).astype(np.float32)
    return means[:1], np.concatenate([means[1:], one.vectors[starts[1:, 0]]], -1)


def glance(columns: NDArray[np.int32]) -> Floats:
    """What the signs alone say of a party, one row of columns each: an array of the shape (parties, 3), whose rows sum to one."""
    weights = _weights()
    signs = weights["glance.signs"][columns].reshape(len(columns), -1)
    return _softmax(_linear(_gelu(_linear(signs, weights, "glance.first")), weights, "glance.part"))


def _together(rows: Floats, here: NDArray[np.bool_], weights: Weights) -> Floats:
    """One layer of attention among the act and its parties (normed before each part, as in Xiong et al. 2020)."""
    acts, count, width = rows.shape
    hidden = np.where(here, np.float32(0), np.float32(NOBODY))[:, None, None, :]
    normed = _norm(rows, weights, "before")
    ask, key, value = (_linear(normed, weights, name).reshape(acts, count, HEADS, -1).transpose(0, 2, 1, 3) for name in ("ask", "key", "value"))
    mixed = _softmax(ask @ key.transpose(0, 1, 3, 2) / math.sqrt(width // HEADS) + hidden) @ value
    rows = rows + _linear(mixed.transpose(0, 2, 1, 3).reshape(acts, count, width), weights, "out")
    return np.asarray(rows + _linear(_gelu(_linear(_norm(rows, weights, "behind"), weights, "wide")), weights, "narrow"))


def _linear(rows: Floats, weights: Weights, name: str) -> Floats:
    flat = rows.reshape(-1, rows.shape[-1])
    few = np.zeros((-(-len(flat) // AT_ONCE), AT_ONCE, flat.shape[1]), np.float32)
    few.reshape(-1, flat.shape[1])[:len(flat)] = flat
    product = (few @ weights[f"{name}.weight"]).reshape(len(few) * AT_ONCE, -1)[:len(flat)]
    return np.asarray(product + weights[f"{name}.bias"]).reshape(*rows.shape[:-1], -1)


def _norm(rows: Floats, weights: Weights, name: str) -> Floats:
    mean, spread = rows.mean(-1, keepdims=True), rows.var(-1, keepdims=True)
    return np.asarray((rows - mean) / np.sqrt(spread + TINY) * weights[f"{name}.weight"] + weights[f"{name}.bias"])


def _softmax(rows: Floats) -> Floats:
    raised = np.exp(rows - rows.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


def _gelu(rows: Floats) -> Floats:
    return np.asarray(rows / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (rows + BEND * rows * rows * rows))))


@functools.cache
def _weights() -> dict[str, Floats]:
    path = Path(encoder.__file__).with_name(f"{MODEL}.npz")
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
