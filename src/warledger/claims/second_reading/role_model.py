"""Layer 10, the model that says what part a party has in an act.

In: Acts of one report with their candidates. Out: for each candidate the odds of no part, doer and target. Decision: a glance
at the signs alone tells which acts leave a doubt; a transformer reads the sentences of those, each once for all its acts, and a small
net says the parts. Trained by scripts/train_roles.py on corrected claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from warledger.claims.second_reading.candidates import PARTS, Act
from warledger.claims.second_reading.role_net import MODEL, Floats, Seen, glance, shares
from warledger.claims.second_reading.role_signs import act_signs, party_signs
from warledger.learned import encoder
from warledger.learned.word_pieces import Pieces, pieces_of

# The probability, at a glance, that one of an act's parties has another part than the rules gave, above which its sentence is read.
DOUBTFUL = 0.08
# Pieces of a sentence that are read; what a longer one says behind them is left to the rules.
LONGEST = 128

Odds = dict[int, tuple[float, float, float]]


@dataclass(frozen=True)
class Signed:
    """An act with the columns of its own signs and of those of each candidate."""

    act: Act
    of_act: list[int]
    of_parties: list[list[int]]


def signed(acts: Sequence[Act]) -> list[Signed]:
    """The acts with their signs, in their order."""
    return [Signed(act, act_signs(act), [party_signs(act, one) for one in act.candidates]) for act in acts]


def odds(acts: Sequence[Act], text: str) -> list[Odds]:
    """For each act, by number of its candidate: the probabilities of no part, doer and target; empty where there is no doubt."""
    found: list[Odds] = [{} for _ in acts]
    pieces: dict[int, Pieces] = {}
    vectors: dict[int, Floats] = {}
    seen, whose = [], []
    for k, one in doubtful(signed(acts)):
        start = one.act.sentence.start_char
        if start not in pieces:
            pieces[start] = pieces_of(text[start:one.act.sentence.end_char], LONGEST)
            vectors[start] = encoder.vectors(MODEL, pieces[start][0])
        given, whom = seen_of(one, pieces[start][1], vectors[start])
        if whom:
            seen.append(given)
            whose.append((k, whom))
    for (k, whom), rows in zip(whose, shares(seen), strict=True):
        found[k] = {number: (float(row[0]), float(row[1]), float(row[2])) for number, row in zip(whom, rows, strict=True)}
    return found


def doubtful(signed_acts: Sequence[Signed]) -> list[tuple[int, Signed]]:
    """The acts of which a party may have another part than the rules gave, by their number."""
    rows = [[*one, *act.of_act] for act in signed_acts for one in act.of_parties]
    if not rows:
        return []
    told = glance(np.array(rows, np.int32))
    ruled = [PARTS.get(candidate.role, 0) for act in signed_acts for candidate in act.act.candidates]
    doubts = iter(1 - told[np.arange(len(rows)), ruled])
    worst = [max(next(doubts) for _ in one.of_parties) for one in signed_acts]
    return [(k, one) for k, one in enumerate(signed_acts) if worst[k] > DOUBTFUL]


def seen_of(one: Signed, places: Sequence[tuple[int, int]], vectors: Floats) -> tuple[Seen, list[int]]:
    """What the net is given, and the numbers of the candidates: one behind the last piece that was read is left out."""
    start = one.act.sentence.start_char
    ranges = [_range(places, candidate.start - start, candidate.end - start) for candidate in one.act.candidates]
    whom = [k for k, found in enumerate(ranges) if found is not None]
    trigger = _range(places, one.act.trigger_span[0] - start, one.act.trigger_span[1] - start)
    return Seen(vectors, trigger or (0, 1), [found for found in ranges if found is not None], [one.of_parties[k] for k in whom], one.of_act), whom


def _range(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The pieces of the words that some characters touch, None where none was read."""
    inside = [k for k, (first, last) in enumerate(places) if first < end and start < last and 0 < k < len(places) - 1]
    return (inside[0], inside[-1] + 1) if inside else None
