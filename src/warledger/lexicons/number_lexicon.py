"""Number words: what a number in words or digits is worth, and the words that bound it.

In: number_words.yaml. Out: one NumberWords of look-up tables and the pattern of a plain number. Decision: vague words
("dozens") have stated readings in the data; code never guesses one.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.anchors import NUMBER, first_words
from warledger.lexicons.calendar_lexicon import alternation
from warledger.lexicons.yaml_source import Entry, read_entries, read_mapping

NUMBER_FILE = Path(__file__).with_name("number_words.yaml")

# 2,300 and 2 300 and 2.300.000 group by threes; 1.5 is a decimal; anything else is plain digits.
GROUPED = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,:]\d|\d)"
DIGITS = rf"(?:{GROUPED}|\d+(?:\.\d+)?)"


@dataclass(frozen=True)
class Vague:
    """A vague quantity. multiplied: it multiplies a number word that follows ("several hundred")."""

    low: int
    high: int | None
    best: int | None
    multiplied: bool


@dataclass(frozen=True)
class NumberWords:
    """The tables of number_words.yaml; keys are lower-case, with single blanks."""

    cardinals: dict[str, int]
    multipliers: dict[str, int]
    short_multipliers: dict[str, int]
    fractions: dict[str, float]
    vague: dict[str, Vague]
    exact: dict[str, int]
    none: tuple[str, ...]
    bounds: dict[str, str]
    bounds_behind: dict[str, str]
    bounds_last: frozenset[str]
    further_before: tuple[str, ...]
    further_behind: tuple[str, ...]
    part_before: tuple[str, ...]
    part_behind: tuple[str, ...]
    toll_nouns: tuple[str, ...]
    rise_verbs: tuple[str, ...]
    rise_prepositions: tuple[str, ...]
    totals: tuple[str, ...]

    @property
    def plain_pattern(self) -> str:
        """A regular expression, for the flag IGNORECASE, of an exact number in words or digits."""
        small, big = alternation(self.cardinals), alternation(self.multipliers)
        ones = rf"(?:{small})(?:[-\s](?:{small}))?"
        shorts = alternation(self.short_multipliers)
        digits = rf"{DIGITS}(?:(?:{shorts})\b|[-\s](?:{big})\b)?"
        words = rf"(?:{ones}|an?|half\s+an?|(?:a\s+)?quarter\s+of\s+an?)(?:[-\s](?:{big}))+(?:(?:\s+and|,)?\s+(?:{ones})(?:[-\s](?:{big}))?)*"
        return rf"(?:{digits}|\b(?:half\s+(?:a\s+)?(?:{big})|{words}|{ones})\b)"

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a number of any kind begins."""
        openings = (self.cardinals, self.multipliers, self.vague, self.exact, self.none, ("between", "a", "an", "half", "quarter", "tens"))
        return first_words(form for forms in openings for form in forms) | {NUMBER}


@functools.cache
def load_numbers(path: Path = NUMBER_FILE) -> NumberWords:
    """The number words of the file.

    Raises KnowledgeError, naming file and line, where the file is wrong.
    """
    whole = read_mapping(path)
    further, part = read_mapping(path, "further"), read_mapping(path, "part")
    toll = read_mapping(path, "cumulative")
    return NumberWords(
        cardinals=_table(read_mapping(path, "cardinals")),
        multipliers=_table(read_mapping(path, "multipliers")),
        short_multipliers=_table(read_mapping(path, "short_multipliers")),
        fractions={str(word): float(value) for word, value in whole.value["fractions"].items()},
        vague={word: _vague(entry) for entry in read_entries(path, "vague") for word in entry.texts("words")},
        exact={word: entry.number("best") or 0 for entry in read_entries(path, "exact") for word in entry.texts("words")},
        none=read_mapping(path, "none").texts("words"),
        bounds=_kinds(path, "bounds"),
        bounds_behind=_kinds(path, "bounds_behind"),
        bounds_last=frozenset(word for entry in read_entries(path, "bounds_behind") if entry.value.get("last") for word in entry.texts("words")),
        further_before=further.texts("before"),
        further_behind=further.texts("behind"),
        part_before=part.texts("before"),
        part_behind=part.texts("behind"),
        toll_nouns=toll.texts("toll_nouns"),
        rise_verbs=toll.texts("rise_verbs"),
        rise_prepositions=toll.texts("prepositions"),
        totals=toll.texts("since"),
    )


def read_number(text: str, words: NumberWords | None = None) -> float | None:
    """What an exact number is worth ("2,300", "1.5 million", "twenty-five", "a quarter of a million"), None where it is none."""
    words = words or load_numbers()
    low = re.sub(r"\s+", " ", text.strip().lower().replace("\u00a0", " ").replace("\u202f", " "))
    match = re.fullmatch(rf"({DIGITS})[- ]?([a-z]*)", low)
    if match:
        factor = words.multipliers.get(match[2]) or words.short_multipliers.get(match[2])
        if match[2] and factor is None:
            return None
        return _digits(match[1]) * (factor or 1)
    low = re.sub(r"^(?:a )?quarter of an? ", "quarter ", low)
    return _words(re.split(r"[-\s,]+", low), words)


def _digits(text: str) -> float:
    plain = re.sub(r"[, \u00a0\u202f]", "", text)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(plain)


def _words(parts: list[str], words: NumberWords) -> float | None:
    total, group, seen = 0.0, 0.0, False
    for part in parts:
        if part in ("and", "of"):
            continue
        if part in ("a", "an"):
            group = group or 1.0
        elif part in words.fractions:
            group = words.fractions[part]
        elif part in words.cardinals:
            group, seen = group + words.cardinals[part], True
        elif part in words.multipliers:
            factor, seen = words.multipliers[part], True
            if factor > 100:
                total, group = total + (group or 1) * factor, 0.0
            else:
                group = (group or 1) * factor
        else:
            return None
    return total + group if seen else None


def _table(entry: Entry) -> dict[str, int]:
    for word, value in entry.value.items():
        if isinstance(value, bool) or not isinstance(value, int):
            raise entry.fail(f"{word!r} must be worth a whole number, not {value!r}", str(word))
    return {str(word): value for word, value in entry.value.items()}


def _vague(entry: Entry) -> Vague:
    entry.expect("words", "low", "high", "best", "multiplied", "followed_by")
    low = entry.number("low")
    if low is None:
        raise entry.fail("'low' is missing")
    return Vague(low, entry.number("high"), entry.number("best"), bool(entry.value.get("multiplied")))


def _kinds(path: Path, section: str) -> dict[str, str]:
    return {word: entry.text("kind") for entry in read_entries(path, section) for word in entry.texts("words")}
