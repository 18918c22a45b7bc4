"""Words beside a figure by what they say of it: "an earlier toll", "4 martyrs", "35 cases of suffocation".

In: figure_words.yaml of this folder. Out: one set of words for each thing that they say. Decision: what follows from such a word for
a figure is code; which words say it is data.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from warledger.lexicons.word_lists import load_word_lists

FILE = "figure_words.yaml"


@dataclass(frozen=True)
class FigureWords:
    """The lists of figure_words.yaml, whose comments say what each is for."""

    martyrs: frozenset[str]
    dying: frozenset[str]
    elsewhere: frozenset[str]
    outdated: frozenset[str]
    cases: frozenset[str]


@functools.cache
def load_figure_words() -> FigureWords:
    """The words of the file; ValueError where a list is missing or unknown."""
    lists = load_word_lists(FILE, "figure")
    names = {one.name for one in fields(FigureWords)}
    if lists.keys() != names:
        raise ValueError(f"{FILE}: the lists must be {', '.join(sorted(names))}")
    return FigureWords(**{name: frozenset(words) for name, words in lists.items()})
