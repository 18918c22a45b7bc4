"""Variants of sentences, for the larger net to tell of and the smaller to learn from: without commas, and with other parties' names.

In: examples as arrays (train_roles.arrays_of). Out: the same arrays with the pieces changed, for those that can be. Decision: only words
change; the signs stay, so a party gives way to one that the finders hold for the same kind. What is right of a variant, the larger net
says, nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

# Columns of a party's signs that tell its kind and sector (role_signs.party_signs).
KIND, SECTOR = 2, 3
# Names of up to so many pieces are exchanged, of kinds with so many parties and more; half of the parties, and half of the commas go.
LONGEST_NAME, ENOUGH, SHARE = 5, 20, 0.5

Arrays = dict[str, np.ndarray]
Span = tuple[int, int]


@dataclass(frozen=True)
class Edit:
    """Pieces from start to end (behind the last) give way to others."""

    start: int
    end: int
    pieces: Sequence[int]


def without_commas(given: Arrays, comma: int) -> Arrays:
    """Each act whose sentence has a comma, without any."""
    def edits(row: np.ndarray, spans: Sequence[Span]) -> list[Edit]:
        return [Edit(k, k + 1, ()) for k in np.nonzero(row == comma)[0]]

    return _edited(given, [edits(*_row(given, k)) for k in range(len(given["mask"]))])


def renamed(given: Arrays, comma: int, seed: int) -> Arrays:
    """Acts in which some parties have the names of others, a half of them without commas too."""
    chance = np.random.default_rng(seed)
    names = _names(given)
    found = []
    for k in range(len(given["mask"])):
        row, spans = _row(given, k)
        edits = []
        for j, (start, end) in enumerate(spans[:-1]):
            kind = tuple(given["party_columns"][k, j, [KIND, SECTOR]])
            if kind in names and chance.random() >= SHARE and not any(i != j and a < end and start < b for i, (a, b) in enumerate(spans)):
                edits.append(Edit(start, end, names[kind][chance.integers(len(names[kind]))]))
        if chance.random() < SHARE:
            edits += [Edit(i, i + 1, ()) for i in np.nonzero(row == comma)[0] if not any(start <= i < end for start, end in spans)]
        found.append(sorted(edits, key=lambda one: one.start))
    return _edited(given, found)


def _names(given: Arrays) -> dict[tuple[int, ...], list[tuple[int, ...]]]:
    """The pieces of all parties' names by kind and sector."""
    found: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    for k in range(len(given["mask"])):
        row, spans = _row(given, k)
        for j, (start, end) in enumerate(spans[:-1]):
            if end - start <= LONGEST_NAME:
                found.setdefault(tuple(given["party_columns"][k, j, [KIND, SECTOR]]), []).append(tuple(row[start:end]))
    return {kind: names for kind, names in found.items() if len(names) >= ENOUGH}


def _row(given: Mapping[str, np.ndarray], k: int) -> tuple[np.ndarray, list[Span]]:
    """The pieces of a sentence; the spans of the parties and, last, of the act."""
    parties = given["parties"][k, :int(given["here"][k].sum())]
    return given["numbers"][k, :int(given["mask"][k].sum())], [(int(a), int(b)) for a, b in [*parties, given["trigger"][k]]]


def _edited(given: Arrays, edits: Sequence[Sequence[Edit]]) -> Arrays:
    """The acts with edits whose act and parties are still there and that are not too long."""
    found = {name: values.copy() for name, values in given.items()}
    longest, kept = given["numbers"].shape[1], []
    for k, some in enumerate(edits):
        row, spans = _row(given, k)
        pieces, places = _applied(row, some)
        moved = [(places[start], places[end]) for start, end in spans]
        if not some or len(pieces) > longest or any(end <= start for start, end in moved):
            continue
        found["numbers"][k], found["mask"][k] = 0, 0
        found["numbers"][k, :len(pieces)], found["mask"][k, :len(pieces)] = pieces, 1
        found["trigger"][k] = moved.pop()
        found["parties"][k, :len(moved)] = moved
        kept.append(k)
    return {name: values[kept] for name, values in found.items()}


def _applied(row: np.ndarray, edits: Sequence[Edit]) -> tuple[list[int], list[int]]:
    """The pieces after the edits, and for each old place, and the end, the new one."""
    by_start = {one.start: one for one in edits}
    pieces: list[int] = []
    places = [0] * (len(row) + 1)
    k = 0
    while k < len(row):
        edit = by_start.get(k)
        for old in range(k, edit.end if edit else k + 1):
            places[old] = len(pieces)
        pieces += edit.pieces if edit else [int(row[k])]
        k = edit.end if edit else k + 1
    places[len(row)] = len(pieces)
    return pieces, places
