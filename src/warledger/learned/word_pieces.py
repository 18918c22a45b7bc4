"""A sentence as the pieces of words that the transformers know.

In: text. Out: the number of each piece, and the characters of the word that it belongs to. Decision: lower case without accents, split
at everything that is no letter or digit, then the longest piece first (WordPiece: Wu et al. 2016, as in BERT); kept here, since the
library for it brings a client for a model hub, which this program must not have.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

from warledger.errors import KnowledgeError

FILE = Path(__file__).with_name("word-pieces.txt")
WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# How a piece is marked that goes on with a word.
ONWARD = "##"
UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
# A word longer than this is none that the model could know.
LONGEST_WORD = 40

Pieces = tuple[list[int], list[tuple[int, int]]]


def pieces_of(text: str, most: int) -> Pieces:
    """Numbers and characters (of the whole word) of the pieces, with the marks of begin and end, at most so many."""
    numbers, places = [_numbers()[FIRST]], [(0, 0)]
    for word in WORD.finditer(text):
        for number in _pieces(word.group()):
            numbers.append(number)
            places.append(word.span())
    del numbers[most - 1:], places[most - 1:]
    return [*numbers, _numbers()[LAST]], [*places, (len(text), len(text))]


def numbers_of(text: str) -> tuple[int, ...]:
    """Numbers of the pieces of some text, without the marks of begin and end; what has no piece is unknown."""
    return tuple(number for word in WORD.finditer(text) for number in _pieces(word.group())) or (_numbers()[UNKNOWN],)


def end_numbers() -> tuple[int, int]:
    """Numbers of the marks of begin and end."""
    return _numbers()[FIRST], _numbers()[LAST]


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


@functools.lru_cache(maxsize=1 << 16)
def _pieces(written: str) -> tuple[int, ...]:
    numbers, word = _numbers(), _plain(written)
    found: list[int] = []
    start = 0
    while start < len(word) <= LONGEST_WORD:
        mark = ONWARD if start else ""
        end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in numbers), None)
        if end is None:
            return (numbers[UNKNOWN],)
        found.append(numbers[mark + word[start:end]])
        start = end
    return tuple(found) or (numbers[UNKNOWN],)


@functools.cache
def _numbers() -> dict[str, int]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    numbers = {piece: number for number, piece in enumerate(lines)}
    for piece in (UNKNOWN, FIRST, LAST):
        if piece not in numbers:
            raise KnowledgeError(f"{FILE}:{len(lines)}: the list ends without the piece {piece}")
    return numbers
