"""How alike two reports are in their words: the cosine of what each says that few others say.

In: reports, and how frequent words are. Out: per report its vocabulary, a vector of length one. Decision: words that more than a few stories
have tell of a war and not of an act, so they are left out, and with them whatever a source says in all of its reports; a word counts the
more the fewer stories have it and the more often the report says it; what a small ledger cannot know it does not guess.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from warledger.incidents.names import FEWEST_HOLDERS, SHORTEST, Frequency, words_in
from warledger.incidents.weights import Weights
from warledger.model import Report


def vocabularies(reports: Mapping[str, Report], weights: Weights, frequency: Frequency) -> dict[str, dict[str, float]]:
    """The vocabulary of each report: words that few stories have (weights: vocabulary_share), and more than one.

    Empty where the ledger is too small for a rare name as well.
    """
    if weights.limits["rare_share"] * frequency.stories < FEWEST_HOLDERS:
        return {}
    most = weights.limits["vocabulary_share"] * frequency.stories
    telling = {word: (word, math.log(frequency.stories / count)) for word, count in frequency.counts.items() if FEWEST_HOLDERS <= count <= most and len(word) >= SHORTEST}
    return {name: _vector(report.text, telling) for name, report in sorted(reports.items())}


def _vector(text: str, telling: Mapping[str, tuple[str, float]]) -> dict[str, float]:
    said = Counter(word for word in words_in(text) if word in telling)
    weights = {telling[word][0]: (1 + math.log(times)) * telling[word][1] for word, times in sorted(said.items())}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """From 0, nothing in common, to 1, the same words."""
    short, long = (one, other) if (len(one), *one) <= (len(other), *other) else (other, one)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


def shared_words(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """The words that make two reports alike, those that do most first."""
    common = one.keys() & other.keys()
    return sorted(common, key=lambda word: (-one[word] * other[word], word))
