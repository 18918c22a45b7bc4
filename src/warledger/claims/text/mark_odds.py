"""Layer 1: how likely a mark was lost at each word: a comma behind it, an owner's apostrophe in it.

In: the words of a text and which of them end a sentence. Out: log-odds. Decision: a small transformer reads each sentence by itself
(learned/marks.onnx, trained by scripts/train_marks.py on text stripped of its marks); it is told of each word whether it has capitals or
digits, of which the pieces tell nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from warledger.learned import encoder
from warledger.learned.word_pieces import end_numbers, numbers_of

MODEL = "marks"
# Pieces of a sentence that are read at once; a longer one is read in stretches.
LONGEST = 128
# Kinds of words by their capitals and digits, of which the pieces tell nothing; the marks of begin and end have none.
NO_KIND, MARKS, NUMBER, SPAN, CAPITALS, CAPITAL, JOINED, PLAIN = range(8)
QUOTED = '"()[]'


def odds(words: Sequence[str], ends: Sequence[bool]) -> NDArray[np.float64]:
    """The log-odds (words, 2) of a comma behind each word and of an owner's apostrophe in it.

    None (minus infinity) at the last of a sentence, each of which is read by itself.
    """
    found = np.full((len(words), 2), -np.inf)
    starts = [0, *(number + 1 for number, last in enumerate(ends) if last)]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        for stretch in stretches(words[start:end]) if end > start + 1 else ():
            told = encoder.vectors(MODEL, stretch.numbers, stretch.kinds)
            found[start + stretch.first:start + stretch.first + len(stretch.lasts) - 1] = told[stretch.lasts[:-1]]
    return found


@dataclass
class Stretch:
    """Words that are read at once: numbers and kinds of their pieces, the last piece of each word, and which word of the sentence is the first."""

    first: int
    numbers: list[int]
    kinds: list[int]
    lasts: list[int] = field(default_factory=list)


def stretches(words: Sequence[str]) -> Iterator[Stretch]:
    """A sentence as stretches of at most LONGEST pieces; the last word of one is the first of the next, so each gap is read once."""
    opening, closing = end_numbers()
    now = Stretch(0, [opening], [NO_KIND])
    for at, word in enumerate(words):
        numbers, kind = read_of(word)
        if len(now.numbers) + len(numbers) >= LONGEST and now.lasts:
            yield _closed(now, closing)
            before, kind_before = read_of(words[at - 1])
            now = Stretch(at - 1, [opening, *before], [NO_KIND, *[kind_before] * len(before)], [len(before)])
        now.numbers += numbers
        now.kinds += [kind] * len(numbers)
        now.lasts.append(len(now.numbers) - 1)
    yield _closed(now, closing)


def _closed(stretch: Stretch, closing: int) -> Stretch:
    stretch.numbers.append(closing)
    stretch.kinds.append(NO_KIND)
    return stretch


@functools.lru_cache(maxsize=1 << 16)
def read_of(word: str) -> tuple[tuple[int, ...], int]:
    """The numbers of a word's pieces, of which a very long one has no more than a stretch holds, and its kind."""
    return numbers_of(word)[:LONGEST // 2], _kind(word.strip(QUOTED))


def _kind(word: str) -> int:
    if not word:
        return MARKS
    if word[0].isdigit():
        return SPAN if "-" in word else NUMBER
    if word[0].isupper():
        return CAPITALS if word.isupper() and len(word) > 1 else CAPITAL
    return JOINED if "-" in word else PLAIN
