"""Layer 1: the comma that a text lost behind the source that opens a sentence ("According to the army rebels shelled Tamra").

In: the parser's text. Out: the characters of the blanks where such a comma stood. Decision: a comma is set only behind a listed noun of a speaker, or
an agency by its letters, and only where the next words open a clause: else the parser makes one name of the source and of who did it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from warledger.lexicons.word_lists import load_word_lists

OPENING = re.compile(r"(?:^|(?<=[.!?:;\n\"] )|(?<=\n))According to ", re.MULTILINE)
WORD = re.compile(r"[^\s,.;:!?()\[\]\"]+(?=( )?)")
# A source has no more words.
LONGEST = 10
ARTICLES = frozenset(("the", "a", "an"))
# "the Observatory for Human Rights": what is part of the name behind its noun.
REST_OF_NAME = ("for", "Human", "Rights")
ACRONYM = re.compile(r"[A-Z]{2,}|[A-Z]\d{1,2}")
NUMBER = re.compile(r"\d[\d.,]*")


def source_blanks(text: str) -> Iterator[int]:
    """The blanks behind the sources that open sentences, in text order; a caller sets a comma there."""
    for opening in OPENING.finditer(text):
        words = _words_from(text, opening.end())
        end = _end_of_source(words)
        if end is not None:
            yield words[end][1]


def _words_from(text: str, at: int) -> list[tuple[str, int]]:
    """The words behind a place up to the first mark, each with the character behind it."""
    words: list[tuple[str, int]] = []
    while len(words) <= LONGEST and (match := WORD.match(text, at)) is not None:
        words.append((match.group(), match.end()))
        if match[1] is None:
            break
        at = match.end() + 1
    return words


def _end_of_source(words: list[tuple[str, int]]) -> int | None:
    """The number of the last word of a source, None where no clause opens behind it."""
    lists = _lists()
    at = 1 if words and words[0][0] in ARTICLES else 0
    found, noun, linked = None, "", False
    while at < len(words):
        word = words[at][0]
        if word.lower() in lists["nouns"] | lists["papers"] or (ACRONYM.fullmatch(word) and at <= 1) or (linked and word[:1].isupper()):
            found, noun = at, word
            if tuple(one for one, _ in words[at + 1:at + 4]) == REST_OF_NAME:
                found = at = at + 3
        elif found == at - 1 and word in lists["links"]:  # "reports by medics", "residents of Goma"
            linked = True
            at += words[at + 1][0] in ARTICLES if at + 1 < len(words) else 0
        elif word.lower() not in lists["before"] | lists["describing"] and not word[:1].isupper():
            break
        if found is not None and _opens_clause(words, found, noun):
            return found
        at += 1
    return None


def _opens_clause(words: list[tuple[str, int]], end: int, last: str) -> bool:
    """Whether what stands behind a source's end begins a clause and is no part of the same name; last: its noun."""
    lists = _lists()
    behind = [word for word, _ in words[end + 1:end + 3]]
    if not behind:
        return False
    first = behind[0]
    if first in lists["opens"] or NUMBER.fullmatch(first):
        return True
    if first in lists["doers"]:  # "government troops", "army jets" may be the source
        return not (last.lower() in lists["armed"] and first in lists["own"])
    several = last.islower() and last.endswith("s")
    if ACRONYM.fullmatch(first) and last.lower() not in lists["armed"]:
        return several or last.lower() in lists["single"]
    return first[:1].isupper() and not several and last.islower() and last not in lists["persons"] and len(behind) > 1 and behind[1] in lists["doers"]


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    trailing = load_word_lists("trailing_speakers.yaml", "trailing")
    opening = load_word_lists("opening_sources.yaml", "opening")
    return {name: frozenset(words) for name, words in (*opening.items(), ("nouns", trailing["nouns"]), ("before", trailing["before"]))}
