"""Other names in the text that the net of commas learns from, so that a name of several words is known for one wherever it comes from.

In: words of a document, which end a sentence, behind which a comma stood and which lost an apostrophe. Out: the same with names of armed groups, public bodies and
places of wars in the place of half of its names. Decision: a name is a run of words with capitals inside a sentence without a comma; the
commas behind it stay, and none stands within.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from contextlib import closing

import numpy as np

from warledger.actors.catalog import load_actors
from warledger.claims.text.mark_guards import MONTHS
from warledger.gazetteer.build import ensure_index

# Where recent wars were: their names are seldom in the text that is learned from.
COUNTRIES = ("SYR", "IRQ", "YEM", "LBY", "SDN", "SOM", "AFG", "MLI", "LBN", "PSE", "ETH", "NGA", "MMR")
OF_ACTORS = frozenset(("group", "force", "body", "media"))
REPLACED = 0.5
# What is written with a capital and is no name.
NO_NAMES = MONTHS | frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday I".split())

# An Arabic article, which pages join to its noun.
ARTICLE = re.compile(r"\b([Aa][lnrstdz]h?) (?=[A-Z])")

# Words; whether a sentence ends behind each, a comma stood there, an owner's apostrophe was lost in it.
Document = tuple[list[str], list[bool], list[bool], list[bool]]


def other_names() -> list[list[str]]:
    """Names of armed groups, forces and bodies, and of places of recent wars, as words without their marks."""
    groups = {name for actor in load_actors() if actor.kind in OF_ACTORS for name in (actor.name, *actor.aliases)}
    with closing(sqlite3.connect(ensure_index())) as index:
        marks = ",".join("?" * len(COUNTRIES))
        places = {row[0] for row in index.execute(f"SELECT name FROM place WHERE kind != 'country' AND country IN ({marks})", COUNTRIES)}
    plain = sorted({_as_printed(name) for name in groups | places if name[0].isupper() and "," not in name})
    return [name.split() for name in plain if name]


def _as_printed(name: str) -> str:
    """"Tall aḑ Ḑamān" as pages without marks print it: "Tall ad-Daman"."""
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", name) if unicodedata.category(letter) != "Mn" and letter not in "'’‘ʻ`.")
    return ARTICLE.sub(r"\1-", letters)


def renamed(document: Document, names: Sequence[Sequence[str]], chance: np.random.Generator) -> Document:
    """The document with other names in the place of some."""
    words, ends, commas, owners = document
    found: Document = ([], [], [], [])
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _is_of_name(words, ends, end) and (end == at or not (commas[end - 1] or ends[end - 1] or owners[end - 1])):
            end += 1
        if end > at and words[end - 1].isalpha() and chance.random() < REPLACED:
            name = names[int(chance.integers(len(names)))]
            owner = owners[end - 1] and not name[-1].endswith("s")
            found[0].extend([*name[:-1], name[-1] + "s" if owner else name[-1]])
            for column, last in zip(found[1:], (ends[end - 1], commas[end - 1], owner), strict=True):
                column.extend([*[False] * (len(name) - 1), last])
        else:
            end = max(end, at + 1)
            found[0].extend(words[at:end])
            for column, kept in zip(found[1:], (ends, commas, owners), strict=True):
                column.extend(kept[at:end])
        at = end
    return found


def _is_of_name(words: Sequence[str], ends: Sequence[bool], at: int) -> bool:
    """Whether a word is a name's: a capital inside a sentence."""
    return at > 0 and not ends[at - 1] and words[at][0].isupper() and words[at] not in NO_NAMES
