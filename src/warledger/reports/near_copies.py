"""Which texts are likely copies of each other, found without comparing all with all.

In: texts. Out: their shingles, and the pairs that are worth an exact comparison.
Decision: MinHash (Broder 1997) with banding (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4); the sketches
only propose pairs, and every pair is then compared exactly, so that no estimate decides.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint32]
    Sketches = NDArray[np.uint32]

# Word 5-grams: the usual choice for reprints of news; shorter ones are shared by chance in templated reports.
SHINGLE = 5
# 64 bands of 2: a pair that shares 0.15 of its shingles is proposed with probability 0.77, one with 0.3 with 0.998.
PERMUTATIONS, ROWS = 128, 2
SEED = 1
# Of the polynomial hash that joins the words of a shingle: the odd number nearest to 2^64 over the golden ratio (Knuth 6.4).
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`](?=\w)")


def words_of(text: str) -> list[str]:
    """The words of a text without case, signs and apostrophes ("Syria's" is "syrias", as careless reprints have it)."""
    return _WORD.findall(_APOSTROPHES.sub("", text.casefold()))


def shingles_of(words: Sequence[str]) -> Shingles:
    """The set of 5-word shingles as sorted 32-bit digests, shape (n,); empty for fewer than five words."""
    count = len(words) - SHINGLE + 1
    if count < 1:
        return np.empty(0, dtype=np.uint32)
    digests = np.fromiter((zlib.crc32(word.encode("utf-8", "replace")) for word in words), dtype=np.uint64, count=len(words))
    joined = digests[:count].copy()
    for at in range(1, SHINGLE):
        joined = joined * MULTIPLIER + digests[at:at + count]
    return np.unique((joined * MULTIPLIER >> np.uint64(32)).astype(np.uint32))


def overlap(one: Shingles, other: Shingles) -> tuple[float, float]:
    """What two sets share: of both together (Jaccard), and of the smaller one (containment)."""
    if not one.size or not other.size:
        return 0.0, 0.0
    shared = int(np.intersect1d(one, other, assume_unique=True).size)
    return shared / (one.size + other.size - shared), shared / min(one.size, other.size)


def sketch(sets: Sequence[Shingles]) -> Sketches:
    """The MinHash sketches of non-empty sets, shape (number of sets, 128)."""
    from datasketch import MinHash

    first = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme="affine32", hashfunc=int)
    sketches = np.empty((len(sets), PERMUTATIONS), dtype=np.uint32)
    for at, shingles in enumerate(sets):
        one = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme="affine32", hashfunc=int, permutations=first.permutations)
        one.update_batch(shingles.tolist())
        sketches[at] = one.hashvalues
    return sketches


def proposed_pairs(sketches: Sketches, new: int,
                   wanted: Callable[[int, NDArray[np.intp]], NDArray[np.float64]]) -> Iterator[tuple[int, int]]:
    """The pairs (i, j), i < j and i < new, once each and in order, that share a band and whose estimate is high enough.

    The first `new` rows are compared with all, the rest not among themselves. wanted(i, others) gives the Jaccard
    estimates, shape of others, from which on a pair is worth it.
    """
    found: set[tuple[int, int]] = set()
    for start in range(0, PERMUTATIONS, ROWS):
        keys = sketches[:, start].astype(np.uint64) << np.uint64(32) | sketches[:, start + 1]
        for bucket in _buckets(keys):
            for position, one in enumerate(bucket[bucket < new].tolist()):
                others = bucket[position + 1:]
                estimates = (sketches[others] == sketches[one]).mean(axis=1)
                found.update((one, other) for other in others[estimates >= wanted(one, others)].tolist())
    yield from sorted(found)


def _buckets(keys: NDArray[np.uint64]) -> Iterator[NDArray[np.intp]]:
    """The rows that have the same key, ascending, where they are more than one."""
    order = np.argsort(keys, kind="stable")
    edges = np.flatnonzero(np.diff(keys[order])) + 1
    starts, ends = np.append(0, edges), np.append(edges, order.size)
    several = ends - starts > 1
    yield from (order[start:end] for start, end in zip(starts[several], ends[several], strict=True))
