"""Acronyms of a text in capitals: which words are some, and which words are their names written out.

In: a text and its words. Out: the words marked. Decision: what stands alone in brackets, what has no vowel, and what stands
before the name that it abbreviates; a word of the dictionary counts only where it is a short noun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from warledger.claims.text.dictionary import FUNCTION_WORDS, NOUN, is_known, parts_of_speech
from warledger.lexicons.role_lexicon import load_roles

# The longest acronym.
LONGEST_ACRONYM = 7
# An acronym that is a word too is at most so long.
SHORT_ACRONYM = 4
BRACKETED = re.compile(r"(?<=[\w\"]\s)[\[(]([^\W\d_]{2,7})(?:[\])]|-[^\W\d_]+[\])])")
# A name with its acronym behind it in brackets, and an acronym with its name in brackets.
BEFORE_ACRONYM = re.compile(r"\b([^\W\d_]+(?:[ \n]+[^\W\d_]+){1,8})[ \n]+[\[(]([^\W\d_]{2,7})[\])]")
BEHIND_ACRONYM = re.compile(r"\b([^\W\d_]{2,7})[ \n]+\[([^\W\d_]+(?:[ \n]+[^\W\d_]+){1,7})\]")
VOWELS = frozenset("aeiouy")
# Abbreviations without a vowel that are no acronyms.
SHORTENED = frozenset("mr mrs ms dr st lt sgt cpl km kg mm cm th nd rd st pp vs jr sr tv".split())
FIRST_PERSON = "i"
# Words of names that begin no name's last word, kept small between capitals and large before them.
PARTICLES = frozenset("de del la las los el y da do dos das von van der bin ibn abu al e".split())
SMALL_IN_NAMES = frozenset("of the for and in on at to".split())
ENGLISH_CLITICS = frozenset("s t d m ll re ve".split())


@dataclass
class Cased:
    """One word of the text: text[start:end], in small letters, and how it is to be written: small, title or capitals."""

    start: int
    end: int
    lower: str
    form: str = "small"


def mark_acronyms(text: str, words: list[Cased]) -> None:
    """What stands alone in brackets and is no word, what has no vowel, and the same word elsewhere in the text."""
    known = {match[1].lower() for match in BRACKETED.finditer(text) if may_be_acronym(match[1].lower())}
    known |= {match[1].lower() for match in BEHIND_ACRONYM.finditer(text) if may_be_acronym(match[1].lower()) and _shares_initials(match)}
    for word in words:
        bare = len(word.lower) > 1 and not VOWELS & set(word.lower) and word.lower not in SHORTENED and word.lower not in ENGLISH_CLITICS
        numbered = word.end - word.start <= 3 and text[word.end:word.end + 2].lstrip("-")[:1].isdigit() and text[word.end:word.end + 1] == "-"
        if word.lower == FIRST_PERSON or word.lower in known or (bare and len(word.lower) <= LONGEST_ACRONYM) or numbered:
            word.form = "capitals"


def _shares_initials(match: re.Match[str]) -> bool:
    """Whether half of the letters of "ELN [Army of National Liberation]" are initials; a translated name has another order."""
    letters, initials = match[1].lower(), [word[0] for word in match[2].lower().split()]
    return 2 * sum(letter in initials for letter in letters) >= len(letters)


def may_be_acronym(word: str) -> bool:
    """In brackets behind a word: no word of the dictionary, or a short noun of it."""
    return not is_known(word) or (len(word) <= SHORT_ACRONYM and word not in FUNCTION_WORDS and parts_of_speech(word) == frozenset((NOUN,)))


def mark_written_out(text: str, words: list[Cased]) -> None:
    """Names beside their acronym, which stand in capitals wherever the text has them again.

    "the Front of X [FX]" back to the article or as far as the initials go, and "FX [Front of X]".
    """
    names = set()
    for match in BEFORE_ACRONYM.finditer(text):
        before = match[1].lower().split()
        if "the" in before:
            before = before[len(before) - before[::-1].index("the"):]
        elif "".join(word[0] for word in before if word not in SMALL_IN_NAMES)[-len(match[2]):] != match[2].lower():
            continue
        else:
            before = _as_long_as(before, match[2].lower())
        names.add(tuple(before))
    for match in BEHIND_ACRONYM.finditer(text):
        names.add(tuple(match[2].lower().split()))
        if len(match[1]) > SHORT_ACRONYM and parts_of_speech(match[1].lower()) == frozenset((NOUN,)) and load_roles().noun(match[1].lower()) is None:
            names.add((match[1].lower(),))  # "Arena [Nationalist Republican Alliance]"
    for name in sorted(names):
        for i in range(len(words) - len(name) + 1):
            if name and tuple(word.lower for word in words[i:i + len(name)]) == name:
                for word in words[i:i + len(name)]:
                    word.form = "small" if word.lower in SMALL_IN_NAMES | PARTICLES else "title"


def _as_long_as(before: list[str], acronym: str) -> list[str]:
    """The last words whose initials, without small words, are the acronym."""
    for start in range(len(before) - 1, -1, -1):
        if "".join(word[0] for word in before[start:] if word not in SMALL_IN_NAMES) == acronym:
            return before[start:]
    return before
