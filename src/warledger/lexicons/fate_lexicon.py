"""What words alone tell to have befallen those whom a figure counts: "killed", "wounding", "among the dead".

In: fate_words.yaml of this folder. Out: the fate of a word by where it stands to the figure. Decision: these are words of the surface,
for figures that no frame took; whose senses need a clause to tell are left to the frames.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from warledger.lexicons.word_lists import load_word_lists
from warledger.model.codebook import TALLY_KINDS

FILE = "fate_words.yaml"
PLACES = ("befell", "does", "those")


@dataclass(frozen=True)
class FateWords:
    """The fate that each word tells: behind a figure, right before one, and behind "among the"."""

    befell: Mapping[str, str]
    does: Mapping[str, str]
    those: Mapping[str, str]


@functools.cache
def load_fates() -> FateWords:
    """The words of the file.

    Raises ValueError where a list has another name than a kind of tally with one of the places.
    """
    found: dict[str, dict[str, str]] = {place: {} for place in PLACES}
    for name, words in load_word_lists(FILE, "fate").items():
        kind, _, place = name.partition(".")
        if place not in found or kind not in TALLY_KINDS:
            raise ValueError(f"{FILE}: {name!r} is no kind of tally with one of {', '.join(PLACES)}")
        found[place].update(dict.fromkeys(words, kind))
    return FateWords(**found)
