"""Layer 1, for texts that come in capitals only: small letters, with capitals where names are.

In: a text. Out: the text of the same length as its writer would have cased it. Decision: no counts from a corpus; what is
no word of the dictionary is a name, and what is one is a name where the actor list, the gazetteer, the calendar or a title
before it says so.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable

from warledger.actors import folding
from warledger.actors.catalog import load_actors
from warledger.claims.text.capital_acronyms import (
    ENGLISH_CLITICS,
    PARTICLES,
    SMALL_IN_NAMES,
    Cased,
    mark_acronyms,
    mark_written_out,
    may_be_acronym,
)
from warledger.claims.text.dictionary import FUNCTION_WORDS, NOUN, is_base_noun, is_known, parts_of_speech
from warledger.gazetteer import Gazetteer
from warledger.lexicons.calendar_lexicon import load_calendar
from warledger.lexicons.frame_lexicon import load_frames, load_word_classes
from warledger.lexicons.personal_name_lexicon import load_personal_names
from warledger.lexicons.role_lexicon import load_roles

# A text counts as in capitals when this share of its letters are, and it has so many.
CAPITAL_SHARE = 0.9
LEAST_LETTERS = 60
# A settlement of so many people has a bare name that readers know though the dictionary has it too ("Lima").
KNOWN_TOWN = 300_000
# The longest place name, in words, that is looked up ("San Luis de la Reina").
LONGEST_NAME = 5
# Acronyms of the actor list that are common words too, and stand for the word in a text in capitals.
ORDINARY_ACRONYMS = frozenset("fact sac spa ana abc gnu ola us".split())
WORD = re.compile(r"[^\W\d_]+")
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|d|th)\b", re.IGNORECASE)
SENTENCE_START = re.compile(r"(?:\A|(?<!\b[^\W\d_])[.!?:][\"')\]]*\s+|\n\s*\n|--\s+|,\s+(?=\"))[\s\"'(\[]*(?=[^\W\d_])")
# "[Rodriguez] We know": a speaker's name at the head of a paragraph.
TAG_START = re.compile(r"\n\s*\[[^\]\n]{2,60}\]\s+[\"']?(?=[^\W\d_])")
# What stands between the words of one name.
INSIDE_NAME = re.compile(r"[ \n]+")
# Notes of those who wrote a broadcast down; they are no words of the report. Behind a dateline's dash a sentence starts.
NOTES = re.compile(
    r"\[(?:text|report|excerpts?|communique|video report|editorial|speech|interview|commentary|news conference|continued|"
    r"passage omitted|words?\s+indistinct|expansion\s+unknown|sentence as heard|as heard|as received|as published|begin recording|end recording|"
    r"begin [^\]]{0,30}recording|end [^\]]{0,30}recording|no dateline as received|corrected copy|todays? date)\]", re.IGNORECASE)
DATELINE_DASH = re.compile(r"\A(.{5,140}?\d{2}\b[^\n]{0,80}?)\s--(?=\s)", re.DOTALL)
# Titles of the lexicon of roles that describe and are not written in capitals before a name.
DESCRIPTIONS = frozenset("activist journalist reporter correspondent colleague official resident lawyer analyst leader officer".split())


def is_in_capitals(text: str) -> bool:
    """Whether a text comes in capitals only."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= LEAST_LETTERS and sum(letter.isupper() for letter in letters) / len(letters) >= CAPITAL_SHARE


def truecased(text: str) -> str:
    """The text with names, sentence starts and acronyms in capitals and all else small; of the same length.

    Lines that were only wrapped are joined, and notes of a transcriber become blanks.
    """
    text = _without_notes(text)
    lowered = _same_length(text, str.lower)
    words = [Cased(match.start(), match.end(), match.group().lower()) for match in WORD.finditer(text)]
    mark_acronyms(text, words)
    mark_written_out(text, words)
    _listed_actors(text, words)
    _calendar(text, words)
    _places(text, words)
    _single_names(words)
    _beside_names(text, words)
    _personal_names(text, words)
    letters, capitals = list(lowered), _same_length(text, str.upper)
    for word in words:
        if word.form == "capitals":
            letters[word.start:word.end] = capitals[word.start:word.end]
        elif word.form == "title":
            letters[word.start] = capitals[word.start]
    for match in DOTTED.finditer(text):
        letters[match.start():match.end()] = capitals[match.start():match.end()]
    for match in ORDINAL.finditer(text):
        letters[match.start():match.end()] = lowered[match.start():match.end()]
    for match in [*SENTENCE_START.finditer(text), *TAG_START.finditer(text)]:
        letters[match.end()] = capitals[match.end()]
    return "".join(letters)


def _same_length(text: str, change: Callable[[str], str]) -> str:
    """The text with each letter changed; a letter that would become two stays."""
    return "".join(changed if len(changed := change(letter)) == 1 else letter for letter in text)


def _without_notes(text: str) -> str:
    text = DATELINE_DASH.sub(lambda match: match[1] + " . ", text)
    text = NOTES.sub(lambda match: " " * len(match.group()), text)
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", text)


def _listed_actors(text: str, words: list[Cased]) -> None:
    """Names of the actor list: acronyms in capitals, the noun of a force small ("Syrian army")."""
    at = {word.start: i for i, word in enumerate(words)}
    listed, pieces, first = load_actors(), folding.words(text), 0
    while first < len(pieces):
        match = listed.match(pieces, first)
        if match is None:
            first += 1
            continue
        name = match.names[0]
        if name.exact and (pieces[first].folded in ORDINARY_ACRONYMS or not may_be_acronym(pieces[first].folded)):
            first += 1
            continue
        for k in range(first, match.last + 1):
            i = at.get(pieces[k].start)
            if i is None or words[i].form == "capitals" or words[i].lower == "a":
                continue
            ordinary = words[i].lower in SMALL_IN_NAMES or (name.small and k == match.last)
            words[i].form = "small" if ordinary else "capitals" if name.exact else "title"
        first = match.last + 1


def _calendar(text: str, words: list[Cased]) -> None:
    """Months and weekdays; those that are ordinary words too only beside a number."""
    calendar = load_calendar()
    for word in words:
        if word.lower in calendar.months or word.lower in calendar.weekdays:
            beside = text[max(0, word.start - 4):word.start] + text[word.end:word.end + 4]
            if word.lower not in calendar.ordinary or any(letter.isdigit() for letter in beside):
                word.form = "title"


def _places(text: str, words: list[Cased]) -> None:
    """Place names of several words that are in the gazetteer as they stand, and the adjectives of countries."""
    i = 0
    while i < len(words):
        size = next((size for size in range(LONGEST_NAME, 1, -1) if _is_place(text, words[i:i + size], size)), 1)
        if size > 1:
            for word in words[i:i + size]:
                if word.form == "small":
                    word.form = "small" if word is not words[i] and word.lower in PARTICLES | SMALL_IN_NAMES else "title"
        elif words[i].form == "small" and words[i].lower not in FUNCTION_WORDS and _gazetteer().demonym(words[i].lower.removesuffix("s")) is not None:
            words[i].form = "title"
        i += size


def _is_place(text: str, words: list[Cased], size: int) -> bool:
    if len(words) < size or words[-1].lower in SMALL_IN_NAMES or _begins_no_name(words[0].lower):
        return False
    if any(not INSIDE_NAME.fullmatch(text[a.end:b.start]) for a, b in itertools.pairwise(words)):
        return False
    ordinary = all(is_known(word.lower) and word.lower not in PARTICLES for word in words)
    found = [entry for entry in _gazetteer().candidates(text[words[0].start:words[-1].end].lower()) if entry.match == "exact"]
    return any(not ordinary or entry.population >= KNOWN_TOWN or entry.kind == "country" for entry in found)


def _begins_no_name(word: str) -> bool:
    return word not in PARTICLES and (len(word) == 1 or word in FUNCTION_WORDS)


def _single_names(words: list[Cased]) -> None:
    """Words that no dictionary has, and names of well-known places that it has as nouns only."""
    for word in words:
        if word.form == "small" and word.lower not in PARTICLES | ENGLISH_CLITICS and (not is_known(word.lower) or _is_known_place(word.lower)):
            word.form = "title"


def _is_known_place(word: str) -> bool:
    if word in FUNCTION_WORDS or parts_of_speech(word) != frozenset((NOUN,)) or load_roles().noun(word) is not None:
        return False
    return any(entry.match == "exact" and (entry.kind == "country" or (entry.kind == "city" and entry.population >= KNOWN_TOWN))
               for entry in _gazetteer().candidates(word))


def _beside_names(text: str, words: list[Cased]) -> None:
    """What a name beside it makes a name: a first name, a title, a particle ("La Finca"), a surname behind a title."""
    for i in range(len(words) - 2, -1, -1):
        word = words[i]
        if word.form == "small" and words[i + 1].form == "title" and _joined(text, word, words[i + 1]) and _may_be_of_name(word.lower):
            inside = any(words[k].form == "title" and _joined(text, words[i - 1], word) for k in range(max(0, i - 2), i))
            if word.lower not in PARTICLES or not inside:
                word.form = "title"
    for i in range(2, len(words)):
        named = words[i - 1].form == "title" and words[i - 1].lower not in load_roles().titles and _joined(text, words[i - 1], words[i])
        titled = any(before.form == "title" and before.lower in load_roles().titles for before in words[max(0, i - 4):i - 1])
        if words[i].form == "small" and named and titled and _may_be_surname(words[i].lower):
            words[i].form = "title"


def _personal_names(text: str, words: list[Cased]) -> None:
    """Names that mean nothing else, and the noun behind a given name ("William Walker", "Maria Elena Silva")."""
    names = load_personal_names()
    named = False
    for i, word in enumerate(words):
        joined = i > 0 and _joined(text, words[i - 1], word)
        if word.form == "small" and (word.lower in names.always or (named and joined and _may_be_surname(word.lower))):
            word.form = "title"
        named = word.form == "title" and (word.lower in names.given or (named and joined))


def _joined(text: str, word: Cased, behind: Cased) -> bool:
    between = text[word.end:behind.start]
    return bool(INSIDE_NAME.fullmatch(between)) or between == ". "


def _may_be_surname(word: str) -> bool:
    """Whether a noun of the dictionary names nothing that we know otherwise."""
    known = load_roles().noun(word) is not None or bool(load_word_classes().of(word)) or (word,) in load_frames().by_noun
    return not known and word not in PARTICLES and parts_of_speech(word) == frozenset((NOUN,))


def _may_be_of_name(word: str) -> bool:
    if word in FUNCTION_WORDS:
        return False
    if word in PARTICLES:
        return True
    if word in load_roles().titles:
        return word not in DESCRIPTIONS
    return is_base_noun(word) and _may_be_surname(word)


@functools.cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()
