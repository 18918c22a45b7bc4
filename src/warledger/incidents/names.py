"""Names that two reports share and few others have: persons, companies, streets.

In: reports and claims. Out: per report its rare names, each with how telling it is. Decision: a name is rare only where the
ledger is large enough to show it, and it tells the more the fewer stories have the word, written large or small; places and
listed actors do not count, as they are weighed with their coordinates and sides.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from warledger.actors.catalog import load_actors
from warledger.model import Claim, Report

# A run of capitalised words that does not begin a sentence.
_RUN = re.compile(r"(?<=[a-z0-9,] )(?:[A-Z][\w'’-]+ ?)+")
_WORD = re.compile(r"[^\W\d_]+")
# Initials, "Mr" and "St" name nobody.
SHORTEST = 3
# A word that only one story has joins nothing.
FEWEST_HOLDERS = 2


@dataclass(frozen=True)
class Frequency:
    """How many stories there are, and how many of them have each word."""

    stories: int
    counts: Mapping[str, int]


def rare_names(claims: Iterable[Claim], reports: Mapping[str, Report], share: float,
               known: Frequency | None = None) -> dict[str, dict[str, float]]:
    """The names of each report that at most this share of all stories have, and more than one; empty for small ledgers.

    Each comes with its surprise in natural units: the logarithm of how many stories there are for one that has it. known says
    how frequent words are where these are not all the reports.
    """
    frequency = known or counted(reports)
    most = int(share * frequency.stories)
    if most < FEWEST_HOLDERS:
        return {}
    passed = _listed() | {word for claim in claims if claim.place is not None for word in words_of(claim.place.name)}
    rare = {word: math.log(frequency.stories / count) for word, count in frequency.counts.items() if FEWEST_HOLDERS <= count <= most and word not in passed}
    return {name: {word: rare[word] for word in sorted(names_in(report.text)) if word in rare}
            for name, report in sorted(reports.items())}


def counted(reports: Mapping[str, Report]) -> Frequency:
    """How frequent each word of these reports is; copies are one story."""
    stories: dict[str, set[str]] = {}
    for name, report in reports.items():
        stories.setdefault(report.origin or name, set()).update(words_of(report.text))
    return Frequency(len(stories), Counter(word for words in stories.values() for word in words))


def names_in(text: str) -> set[str]:
    """The words of the names in a text, in small letters."""
    return {word.casefold() for run in _RUN.finditer(text) for word in _WORD.findall(run.group())
            if len(word) >= SHORTEST and word[0].isupper()}


def words_of(text: str) -> set[str]:
    """All words of a text, in small letters."""
    return set(words_in(text))


def words_in(text: str) -> list[str]:
    """The words of a text in their order, in small letters."""
    found: list[str] = _WORD.findall(text.casefold())
    return found


@functools.cache
def _listed() -> frozenset[str]:
    """The words of which the names of the actor list are made."""
    return frozenset(word for actor in load_actors() for name in (actor.name, *actor.aliases) for word in words_of(name))
