"""Folds the words of names so that spellings meet: case, accents, apostrophes and the Arabic article do not count.

In: text or a name. Out: its words with their offsets and folded forms. Decision: names are compared word by word, not
by the parser's tokens, because reports often come with their punctuation stripped ("Syrias", "the Observatorys head").
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# A word: letters and digits with apostrophes inside, or an acronym with points ("U.S.", "U.N.", "U.S-backed").
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|[A-Z]\.[A-Z](?=-)|[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`.")
# Letters that have no decomposition in Unicode.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "æ": "ae", "ß": "ss"})
# The Arabic article before sun letters and in the romanisations of the news.
_ARTICLES = frozenset("al el an ash as at ad ar az es ed er ul".split())
# Without a hyphen only these are taken for the article, before a capital ("Hayat Tahrir al Sham").
_OPEN_ARTICLES = frozenset(("al", "el"))


class Word(NamedTuple):
    """One word: text[start:end], folded, and whether it is an Arabic article before another word."""

    text: str
    folded: str
    start: int
    end: int
    article: bool


def fold(word: str) -> str:
    """The word in lower case without accents, apostrophes and points: "Da'esh" and "Daesh" are one."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_LETTERS))
        word = "".join(letter for letter in word if not unicodedata.combining(letter))
    return word.translate(_APOSTROPHES).lower()


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        folded = fold(word)
        article = len(folded) <= 3 and folded in _ARTICLES and _is_article(text, folded, end)
        found.append(Word(word, "al" if article else folded, start, end, article))
    return found


def _is_article(text: str, folded: str, end: int) -> bool:
    if end + 1 >= len(text):
        return False
    after = text[end]
    if after in "-‐‑":
        return text[end + 1].isalpha()
    return after == " " and folded in _OPEN_ARTICLES and text[end + 1].isupper()


def name_key(name: str) -> tuple[str, ...]:
    """The folded words of a name as the actor list keys them: an article inside the name is left out."""
    return tuple(word.folded for i, word in enumerate(words(name)) if i == 0 or not word.article)
