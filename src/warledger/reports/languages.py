"""The language of a report: given, or told from its first words.

In: a code or name, or a text. Out: an ISO 639-1 code, or None.
Decision: trigram models only (lingua's low-accuracy mode), of the languages that the wars of our time are reported in:
0.1 s to load, under 50 MB, and no worse than the full models on texts longer than a headline (measured, see its test).
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

# ISO 639-1. The languages of press and agencies; neighbours are in so that Dutch is not taken for English or German.
CANDIDATES = ("am", "ar", "az", "bg", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hy", "id", "it", "ja", "ka", "ko",
              "nl", "pl", "pt", "ro", "ru", "so", "sr", "sv", "sw", "tr", "uk", "ur", "zh")
# What is looked at: beyond it the answer does not change (804 English reports: the same from 600 characters on).
SAMPLE = 1500
# With fewer letters than that, names and numbers decide, not the language.
FEWEST_LETTERS = 12


def language_code(name: str) -> str | None:
    """The ISO 639-1 code (639-3 where there is no shorter one) of "en", "en-GB", "ENG", "English"; None where it is none."""
    import pycountry

    wanted = name.strip()
    primary = wanted.replace("_", "-").split("-")[0].casefold()
    keys = {2: ("alpha_2", primary), 3: ("alpha_3", primary)}
    key, value = keys.get(len(primary), ("name", wanted))
    found = pycountry.languages.get(**{key: value})
    return str(getattr(found, "alpha_2", None) or found.alpha_3) if found else None


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that the beginning of the text is in; None where there is too little of it."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    found = _detector().detect_language_of(sample)
    return found.iso_code_639_1.name.lower() if found else None


@functools.cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    chosen = [one for one in sorted(Language.all(), key=lambda one: one.name)
              if one.iso_code_639_1.name.lower() in CANDIDATES]
    return LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()
