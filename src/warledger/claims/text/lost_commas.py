"""Layer 1: commas put back into a text that lost all of them, as pages do that are stored without punctuation.

In: a body of text. Out: the same text, of the same length, with a comma for some of its blanks. Decision: where a
clause, an apposition or a list ends is learned from text that kept its commas (learned/commas, a linear model over the
words around each blank); a comma is set only where the model is surer than not, since a wrong one misleads the parser
more than a missing one, and never within a date or between a number and those whom it counts. A text that has commas is left as it is.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from warledger.learned.linear import LinearModel, load_model
from warledger.lexicons.unit_lexicon import load_units, singular

# A text lost its commas when it has so many words and less than one comma in so many: edited English has 4 to 7 in a hundred.
LEAST_WORDS = 25
WORDS_PER_COMMA = 400
# Log-odds from which a comma is set: at even odds 86 in 100 of those set stood there, and half of those that stood there are set.
LEAST_ODDS = 0.0
# How far from the blank words are looked at, to the left and to the right, and how far a sentence's ends are told apart.
LEFT, RIGHT = 4, 4
FAR = 15
STEP = 4
SUFFIX = 3
# Columns of a word's row: the word, its ending, its shape.
WORD, ENDING, SHAPE = 0, 1, 2
OUTSIDE = np.uint64(7)
# Odd constants of 64 bits with well spread digits, to mix checksums of words into features.
SPREAD, SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
TOKEN = re.compile(r"\S+")
ENDS = (".", "?", "!", ";")
SHORTENED = re.compile(r"[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Sgt|Capt|Maj|Gov|Sen|Rep|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.")

# What tells of those whom a number right before it counts, and what is never counted.
BEHIND_COUNT = frozenset("were was are have others other more".split())
YEAR = re.compile(r"(?:19|20)\d\d")
MONTHS = frozenset("January February March April May June July August September October November December".split())

Shape = tuple[int, int, int]


def lost_its_commas(text: str) -> bool:
    """Whether a text has next to no comma where edited English would have many."""
    words = text.count(" ") + 1
    return words >= LEAST_WORDS and text.count(",") * WORDS_PER_COMMA <= words


def with_lost_commas(text: str) -> str:
    """The text with commas for the blanks where one is likely to have stood; as long as before."""
    tokens = list(TOKEN.finditer(text))
    words = [token.group() for token in tokens]
    gaps = TOKEN.split(text)[1:-1]
    ends = [gap != " " or ends_sentence(word) for word, gap in zip(words, gaps, strict=False)] + [True]
    characters = list(text)
    for at in np.flatnonzero(odds(words, ends) > LEAST_ODDS):
        if not ends[at] and may_be_parted(words[at], words[at + 1]) and not _is_count(words, int(at)) and not _is_date(words[at], words[at + 1]):
            characters[tokens[at].end()] = ","
    return "".join(characters)


def ends_sentence(word: str) -> bool:
    """Whether a sentence ends behind a word; a word that is always written short ("Gen.") ends none."""
    return word.rstrip("\"')]").endswith(ENDS) and not SHORTENED.fullmatch(word)


def may_be_parted(left: str, right: str) -> bool:
    """Whether a comma may stand between two words: not in a date or number, and not beside another mark."""
    return (left[-1].isalnum() or left[-1] in "\"')]") and (right[0].isalnum() or right[0] in "\"'([") \
        and not (left[-1].isdigit() and right[0].isdigit())


def _is_count(words: Sequence[str], at: int) -> bool:
    """"On Monday 23 civilians", "another 39 were killed": a number and whom it counts; a year counts nobody, a number behind a name may be an age."""
    if not words[at].isdigit() or YEAR.fullmatch(words[at]):
        return False
    if words[at + 1] in BEHIND_COUNT:
        return at > 0 and not words[at - 1][0].isupper()
    counted = words[at + 1:at + 3] if words[at + 1][0].isupper() else words[at + 1:at + 2]
    return any(word != singular(word) and load_units().unit_of(word) == "people" for word in counted)


def _is_date(left: str, right: str) -> bool:
    """"In December 2016 three guards": a month and its year are one date; a comma between them leaves a year that counts somebody."""
    return left in MONTHS and YEAR.fullmatch(right) is not None


def odds(words: Sequence[str], ends: Sequence[bool], model: LinearModel | None = None) -> NDArray[np.float64]:
    """The log-odds of a comma behind each word."""
    model = model or load_model("commas")
    return model.totals(features(words, ends, model.buckets)) if words else np.zeros(0)


def features(words: Sequence[str], ends: Sequence[bool], buckets: int) -> NDArray[np.int32]:
    """The columns of the features of each gap behind a word, one row a word; ends tells which words end a sentence."""
    rows = np.array([row_of(word) for word in words], dtype=np.uint64)
    first, last = _bounds(np.asarray(ends, dtype=bool))
    index = np.arange(len(words))

    def at(offset: int, column: int) -> NDArray[np.uint64]:
        """A column of the word so far from the last one before the gap (0), where it is in the same sentence."""
        place = index + offset
        inside = (place >= first) & (place <= last)
        return np.where(inside, rows[np.clip(place, 0, len(words) - 1), column], OUTSIDE)

    words_at, endings, shapes = ({offset: at(offset, column) for offset in range(1 - LEFT, RIGHT + 1)} for column in (WORD, ENDING, SHAPE))
    groups = [*_of_words(words_at), *_of_shapes(words_at, shapes), *_of_endings(words_at, endings, shapes),
              *_of_sentence(rows, first, last, words_at, endings, shapes)]
    mixed = np.empty((len(groups), len(words)), dtype=np.uint64)
    for size in {len(group) for group in groups}:  # groups of one size at once: the numbers are few and the steps many
        numbers = [number for number, group in enumerate(groups) if len(group) == size]
        mixed[numbers] = _mixed(np.array(numbers, dtype=np.uint64) + np.uint64(1), [np.stack(row) for row in zip(*(groups[n] for n in numbers), strict=True)])
    columns: NDArray[np.int32] = (mixed.T & np.uint64(buckets - 1)).astype(np.int32)
    return columns


@functools.lru_cache(maxsize=1 << 16)
def row_of(word: str) -> Shape:
    """Checksums of a word and of its ending, and its shape: capitals, digits, quotation marks and brackets at its ends."""
    plain = word.lower().strip('"()[].!?;:')
    ending = plain[-SUFFIX:] if len(plain) > SUFFIX else plain + "#"
    marks = word.startswith('"') + 2 * word.endswith('"') + 4 * word.startswith(("(", "[")) + 8 * word.endswith((")", "]"))
    return zlib.crc32(plain.encode()), zlib.crc32(ending.encode()), _capitals(word.strip('"()[]')) + 16 * marks


def _capitals(word: str) -> int:
    if not word:
        return 0
    if word[0].isdigit():
        return 2 if "-" in word else 1
    if word.isupper() and len(word) > 1:
        return 3
    if word[0].isupper():
        return 4
    return 5 if "-" in word else 6


def _bounds(ends: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each word the first and the last word of its sentence."""
    starts = np.flatnonzero(ends[:-1]) + 1
    sentence = np.zeros(len(ends), dtype=np.int64)
    sentence[starts] = 1
    sentence = np.cumsum(sentence)
    return np.concatenate(([0], starts))[sentence], np.concatenate((starts - 1, [len(ends) - 1]))[sentence]


Columns = dict[int, NDArray[np.uint64]]
Groups = list[tuple[NDArray[np.uint64], ...]]


def _of_words(w: Columns) -> Groups:
    """Words one by one, and neighbours in twos and threes."""
    single: Groups = [(w[offset],) for offset in range(1 - LEFT, RIGHT + 1)]
    twos: Groups = [(w[-1], w[0]), (w[0], w[1]), (w[1], w[2]), (w[2], w[3]), (w[0], w[2]), (w[-1], w[1])]
    threes: Groups = [(w[-1], w[0], w[1]), (w[0], w[1], w[2]), (w[1], w[2], w[3]), (w[-2], w[-1], w[0])]
    return [*single, *twos, *threes]


def _of_shapes(w: Columns, s: Columns) -> Groups:
    """Capitals around the gap: where names begin and end."""
    return [(s[-1], s[0], s[1], s[2]), (s[0], w[1]), (w[0], s[1]), (s[-2], s[-1], s[0], s[1], s[2], s[3]), (s[0], s[1], w[2]), (w[-1], s[0], s[1])]


def _of_endings(w: Columns, x: Columns, s: Columns) -> Groups:
    """Endings, which tell the kind of a word that was never seen."""
    return [(x[0], x[1]), (x[0], w[1]), (w[0], x[1]), (x[-1], x[0], x[1]), (x[0], x[1], x[2]), (x[0], x[1], s[0], s[1]),
            (x[1], w[2]), (w[1], x[2]), (w[1], x[2], x[3]), (x[-1], x[0], w[1])]


def _of_sentence(rows: NDArray[np.uint64], first: NDArray[np.int64], last: NDArray[np.int64], w: Columns, x: Columns, s: Columns) -> Groups:
    """How the sentence opens and closes, and how far away that is: "After …", "… said"."""
    index = np.arange(len(rows))
    behind, ahead = np.minimum(index - first, FAR).astype(np.uint64), np.minimum(last - index, FAR).astype(np.uint64)
    coarse = np.minimum(index - first, 10 * STEP).astype(np.uint64) // np.uint64(STEP)
    opening, opening_end, closing = rows[first, WORD], rows[first, ENDING], rows[last, WORD]
    return [(opening, behind), (opening, coarse, s[1]), (opening_end, coarse, x[1]), (opening, x[0], x[1]), (opening, w[1]),
            (closing, ahead), (closing, ahead, s[1]), (closing, w[1]), (closing, s[0], s[1]), (behind, ahead)]


def _mixed(numbers: NDArray[np.uint64], groups: Sequence[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """One checksum for each group of columns, a row a group; its number keeps equal words of different groups apart.

    groups holds the first columns of all groups, then the second, and so on.
    """
    mixed = np.broadcast_to((numbers * SPREAD + SHIFT)[:, None], groups[0].shape)
    for column in groups:
        mixed = (mixed ^ column) * SPREAD
        mixed = mixed ^ (mixed >> np.uint64(29))
    return (mixed * SHIFT) >> np.uint64(20)
