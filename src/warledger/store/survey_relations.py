"""Which incidents of a Survey have which values: many values of each incident, as numbers.

In: (row, key, label) triples. Out: a Relation, which finds and counts rows. Decision: the triples are kept as numbers, so that
a relation of a hundred thousand incidents is sorted by numpy, and what a later run changed is joined to it without reading the
rest again; a joined relation is the same as one that was read whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class Count:
    """How many incidents have a value: key is what to ask for, label what to show."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Relation:
    """told[k] is a triple: a row, the number of its key in keys, the number of its label in words; each triple once, in order."""

    told: Numbers
    keys: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, str | None, str | None]]) -> Relation:
        """From (row, key, label); a key that is None is no value."""
        keys: dict[str, int] = {}
        words: dict[str, int] = {}
        told = [(row, keys.setdefault(key, len(keys)), words.setdefault(label or key, len(words))) for row, key, label in pairs if key]
        return cls._sorted(np.array(told, dtype=np.int32).reshape(len(told), 3), list(keys), list(words))

    @classmethod
    def _sorted(cls, told: Numbers, keys: Sequence[str], words: Sequence[str]) -> Relation:
        """With keys and words in the order of the alphabet, and only those that are used."""
        key_codes, kept_keys = _coded(told[:, 1], keys)
        word_codes, kept_words = _coded(told[:, 2], words)
        # One number for each triple sorts a hundred times faster than rows of an array do.
        size, wide = max(1, len(kept_keys)), max(1, len(kept_words))
        single = np.unique((told[:, 0].astype(np.int64) * size + key_codes) * wide + word_codes)
        rows, rest = np.divmod(single, size * wide)
        return cls(np.stack((rows, *np.divmod(rest, wide)), axis=1).astype(np.int32), kept_keys, kept_words)

    def at(self, rows: Numbers) -> Relation:
        """The same with every row k at rows[k]."""
        return Relation(np.stack((rows[self.told[:, 0]], self.told[:, 1], self.told[:, 2]), axis=1), self.keys, self.words)

    def joined(self, moved: Numbers, fresh: Relation) -> Relation:
        """With each row at moved[row], and none where that is negative; and what fresh tells beside."""
        stays = moved[self.told[:, 0]] >= 0
        own = self.told[stays]
        own = np.stack((moved[own[:, 0]], own[:, 1], own[:, 2]), axis=1)
        other = fresh.told + np.array([0, len(self.keys), len(self.words)], dtype=np.int32)
        return Relation._sorted(np.concatenate((own, other)).astype(np.int32), (*self.keys, *fresh.keys), (*self.words, *fresh.words))

    @cached_property
    def _edges(self) -> tuple[Numbers, Numbers]:
        """Row and key of every edge, once where it has several labels."""
        if not len(self.told):
            return self.told[:, 0], self.told[:, 1]
        new = np.ones(len(self.told), dtype=bool)
        new[1:] = (self.told[1:, 0] != self.told[:-1, 0]) | (self.told[1:, 1] != self.told[:-1, 1])
        return np.ascontiguousarray(self.told[new, 0]), np.ascontiguousarray(self.told[new, 1])

    @property
    def rows(self) -> Numbers:
        """The row of every edge."""
        return self._edges[0]

    @property
    def codes(self) -> Numbers:
        """The number of the key of every edge."""
        return self._edges[1]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What each key is shown as: the label that is used most, of equals the first of the alphabet."""
        pairs, used = np.unique(self.told[:, 1].astype(np.int64) * max(1, len(self.words)) + self.told[:, 2], return_counts=True)
        keys, words = np.divmod(pairs, max(1, len(self.words)))
        order = np.lexsort((words, -used, keys))
        first = np.searchsorted(keys[order], np.arange(len(self.keys)))
        return tuple(self.words[int(word)] for word in words[order][first])

    def any_of(self, wanted: Sequence[str], size: int) -> NDArray[np.bool_]:
        """The rows that have one of the values; "TYPE" also finds "TYPE/mode"."""
        asked = set(wanted)
        return self.where(lambda key: key in asked or key.split("/")[0] in asked, size)

    def where(self, fits: Callable[[str], bool], size: int) -> NDArray[np.bool_]:
        """The rows that have a value that fits."""
        fitting = np.fromiter(map(fits, self.keys), dtype=bool, count=len(self.keys))
        found = np.zeros(size, dtype=bool)
        if len(fitting):
            found[self.rows[fitting[self.codes]]] = True
        return found

    def counts(self, mask: NDArray[np.bool_], most: int, always: Sequence[str] = ()) -> list[Count]:
        """How many of the rows have each value, most frequent first; what is in `always` is told even where there are none."""
        numbers = np.bincount(self.codes[mask[self.rows]], minlength=len(self.keys)) if len(self.keys) else np.zeros(0, dtype=np.int64)
        order = np.lexsort((np.arange(len(numbers)), -numbers))[:most]
        shown = [int(k) for k in order if numbers[k]]
        shown += [k for k, key in enumerate(self.keys) if key in always and k not in shown] if always else []
        return [Count(self.keys[k], self.labels[k], int(numbers[k])) for k in shown]

    def distinct(self, mask: NDArray[np.bool_]) -> int:
        """How many different values the rows have."""
        seen = np.zeros(len(self.keys), dtype=bool)
        seen[self.codes[mask[self.rows]]] = True
        return int(seen.sum())


def _coded(codes: Numbers, names: Sequence[str]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The codes anew, for the names that they use, sorted and each once."""
    used = np.zeros(len(names), dtype=bool)
    used[codes] = True
    kept = sorted({name for name, is_used in zip(names, used, strict=True) if is_used})
    code = {name: number for number, name in enumerate(kept)}
    anew = np.array([code[name] if is_used else -1 for name, is_used in zip(names, used, strict=True)], dtype=np.int64)
    return (anew[codes] if len(names) else codes.astype(np.int64)), tuple(kept)
