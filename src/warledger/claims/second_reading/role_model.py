"""Layer 10, the model that says what part a party has in an act.

In: Acts of one report with their candidates. Out: for each candidate the odds of no part, doer and target. Decision: a transformer
reads each sentence once for all its acts; a small net then looks at the act, the party and their signs, and at all parties of the act
together, since one who is taken for the doer makes another less likely. Trained by scripts/train_roles.py on corrected claims.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warledger.claims.second_reading.candidates import Act
from warledger.claims.second_reading.role_signs import act_signs, party_signs
from warledger.claims.second_reading.word_pieces import pieces_of
from warledger.learned import encoder

MODEL = "roles"
# Pieces of a sentence that are read; what a longer one says behind them is left to the rules.
LONGEST = 128
HEADS = 4
# Added to the odds of a place that nobody stands in.
NOBODY = -1e9
TINY = 1e-5

Floats = NDArray[np.float32]
Weights = Mapping[str, Floats]


@dataclass(frozen=True)
class Seen:
    """What the net is given of one act: pieces of the sentence, pieces of trigger and parties as ranges, and columns of signs.

    whom holds for each range of parties its number among the candidates: one behind the last piece read is left out.
    """

    pieces: list[int]
    trigger: tuple[int, int]
    parties: list[tuple[int, int]]
    whom: list[int]
    party_columns: list[list[int]]
    act_columns: list[int]


def seen_of(acts: Sequence[Act], text: str) -> list[Seen]:
    """What the net is given of the acts of a report, in their order."""
    read: dict[int, tuple[list[int], list[tuple[int, int]]]] = {}
    found = []
    for act in acts:
        start = act.sentence.start_char
        if start not in read:
            read[start] = pieces_of(text[start:act.sentence.end_char], LONGEST)
        pieces, places = read[start]
        ranges = [_range(places, one.start - start, one.end - start) for one in act.candidates]
        whom = [k for k, one in enumerate(ranges) if one is not None]
        trigger = _range(places, act.trigger_span[0] - start, act.trigger_span[1] - start)
        found.append(Seen(pieces, trigger or (0, 1), [one for one in ranges if one is not None], whom,
                          [party_signs(act, act.candidates[k]) for k in whom], act_signs(act)))
    return found


def _range(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The pieces of the words that some characters touch, None where none was read."""
    inside = [k for k, (first, last) in enumerate(places[1:-1], 1) if first < end and start < last]
    return (inside[0], inside[-1] + 1) if inside else None


def odds(acts: Sequence[Act], text: str) -> list[dict[int, tuple[float, float, float]]]:
    """For each act, by number of its candidate: the probabilities of no part, doer and target."""
    seen = seen_of(acts, text)
    if not seen:
        return []
    distinct = {tuple(one.pieces): None for one in seen}
    hidden = dict(zip(distinct, encoder.vectors(MODEL, list(distinct)), strict=True))
    return [_of_act(one, hidden[tuple(one.pieces)], _weights()) if one.whom else {} for one in seen]


def _of_act(one: Seen, hidden: Floats, weights: Weights) -> dict[int, tuple[float, float, float]]:
    act = _linear(hidden[one.trigger[0]:one.trigger[1]].mean(0), weights, "act")
    pooled = np.stack([np.concatenate([hidden[start:end].mean(0), hidden[start]]) for start, end in one.parties])
    parties = _linear(pooled, weights, "party")
    signs, of_act = weights["signs"], weights["signs"][one.act_columns].reshape(-1)
    rows = signs[np.array(one.party_columns)].reshape(len(one.whom), -1)
    shared = np.tile(np.concatenate([of_act]), (len(one.whom), 1))
    acts = np.tile(act, (len(one.whom), 1))
    each = _gelu(_linear(np.concatenate([acts, parties, acts * parties, rows, shared], 1), weights, "each"))
    query = _linear(np.concatenate([act, of_act]), weights, "query")
    told = _together(np.concatenate([query[None], each]), weights)[1:]
    scores = _linear(told, weights, "part")
    shares = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    return {whom: (float(row[0]), float(row[1]), float(row[2])) for whom, row in zip(one.whom, shares, strict=True)}


def _together(rows: Floats, weights: Weights) -> Floats:
    """One layer of attention among the act and its parties (normed before each part, as in Xiong et al. 2020)."""
    normed = _norm(rows, weights, "before")
    split = [_linear(normed, weights, name).reshape(len(rows), HEADS, -1).transpose(1, 0, 2) for name in ("ask", "key", "value")]
    scores = split[0] @ split[1].transpose(0, 2, 1) / np.sqrt(split[0].shape[-1])
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    rows = rows + _linear((shares @ split[2]).transpose(1, 0, 2).reshape(len(rows), -1), weights, "out")
    return np.asarray(rows + _linear(_gelu(_linear(_norm(rows, weights, "behind"), weights, "wide")), weights, "narrow"))


def _linear(rows: Floats, weights: Weights, name: str) -> Floats:
    return np.asarray(rows @ weights[f"{name}.weight"] + weights[f"{name}.bias"])


def _norm(rows: Floats, weights: Weights, name: str) -> Floats:
    mean, spread = rows.mean(-1, keepdims=True), rows.var(-1, keepdims=True)
    return np.asarray((rows - mean) / np.sqrt(spread + TINY) * weights[f"{name}.weight"] + weights[f"{name}.bias"])


def _gelu(rows: Floats) -> Floats:
    """The Gaussian error linear unit, by its usual approximation (Hendrycks and Gimpel 2016)."""
    return np.asarray(0.5 * rows * (1 + np.tanh(np.sqrt(2 / np.pi) * (rows + 0.044715 * rows ** 3))))


@functools.cache
def _weights() -> dict[str, Floats]:
    path = Path(encoder.__file__).with_name(f"{MODEL}.npz")
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
