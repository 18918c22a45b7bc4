"""Spans of characters: whether two touch, how far they share their words, and which of two lists belong together.

In: spans as (start, end) in code points. Out: verdicts and pairs. Decision: a word is a run without white space, so that
no parser's idea of a token decides what is shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from warledger.scoring.measures import best_pairs

Span = tuple[int, int]

_WORD = re.compile(r"\S+")
# A span counts where at least this share of its words is shared, on both sides.
LEAST_SHARED = 0.5


def touch(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def word_starts(text: str) -> list[Span]:
    """The words of a text, in order."""
    return [match.span() for match in _WORD.finditer(text)]


def words_in(words: Sequence[Span], spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The numbers of the words that the spans touch."""
    wanted = [(span[0], span[1]) for span in spans]
    return frozenset(number for number, word in enumerate(words) if any(touch(word, span) for span in wanted))


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the larger set of words that is common, 0 where it is under LEAST_SHARED."""
    if not one or not other:
        return 0.0
    common = len(one & other) / max(len(one), len(other))
    return common if common >= LEAST_SHARED else 0.0


def pairs_by_touch(found: Sequence[Span], wanted: Sequence[Span]) -> list[tuple[int, int]]:
    """One-to-one pairs of spans that touch, by the characters that they share."""
    return best_pairs([[float(max(0, min(a[1], b[1]) - max(a[0], b[0]))) for b in wanted] for a in found])
