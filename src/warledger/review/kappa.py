"""How far analysts agree: Cohen's kappa for every two that decided about the same subjects.

In: the log. Out: a Concord for every two analysts. Decision: each one's last word about a subject counts that they did not take
back, also where a later word of another replaced it; of few common subjects a kappa says nothing, and none is given.

The formula is that of J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
(1960), pages 37-46: kappa = (po - pe) / (1 - pe), where po is the share of subjects on which both say the same, and pe the share
that would come about by chance, from how often each says what; its standard error is sqrt(po (1 - po) / (n (1 - pe)^2)).
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from warledger.model import Decision

# Answers to one question each: of a pair whether it is one happening, of one subject whether it stands.
ANSWERS = {"pair": ("same", "different", "unsure"), "whole": ("confirm", "reject", "unsure")}
# Fewer common subjects give an interval as wide as the scale (judgement).
FEWEST = 10
Z_95 = 1.96  # standard errors on either side that hold 95 of 100


@dataclass(frozen=True)
class Concord:
    """Two analysts on their common subjects. kappa is None where why says why there is none; low and high are 95 per cent.

    table counts what both said, as (what one said, what the other said, how often).
    """

    one: str
    other: str
    subjects: int
    observed: float | None
    expected: float | None
    kappa: float | None
    low: float | None
    high: float | None
    why: str | None
    table: tuple[tuple[str, str, int], ...]


def concords(log: Iterable[Decision]) -> list[Concord]:
    """Every two analysts that decided about a common subject, by name."""
    words = last_words(log)
    found = []
    for one, other in itertools.combinations(sorted(words), 2):
        common = sorted(set(words[one]) & set(words[other]))
        if common:
            found.append(concord(one, other, [(words[one][key], words[other][key]) for key in common]))
    return found


def last_words(log: Iterable[Decision]) -> dict[str, dict[tuple[str, ...], str]]:
    """Per analyst what they last said about each subject, taken back by nobody."""
    ordered = sorted({one.id: one for one in log}.values(), key=lambda one: (one.at, one.id))
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.undoes and one.id not in undone:
            undone.add(one.undoes)
    words: dict[str, dict[tuple[str, ...], str]] = {}
    for one in ordered:
        subjects = tuple(sorted(set(one.subjects)))
        question = "pair" if len(subjects) > 1 else "whole"
        if one.id not in undone and one.undoes is None and subjects and one.act in ANSWERS[question]:
            words.setdefault(one.who, {})[(question, *subjects)] = one.act
    return words


def concord(one: str, other: str, answers: Sequence[tuple[str, str]]) -> Concord:
    """Kappa of two analysts, from what each said about every common subject."""
    many = len(answers)
    table = tuple((a, b, count) for (a, b), count in sorted(Counter(answers).items()))
    observed = sum(a == b for a, b in answers) / many if many else None
    firsts, seconds = Counter(a for a, _b in answers), Counter(b for _a, b in answers)
    expected = sum(firsts[name] * seconds[name] for name in firsts) / many**2 if many else None
    if many < FEWEST or observed is None or expected is None:
        why = f"they decided about {many} common subject{'' if many == 1 else 's'}, and a kappa of fewer than {FEWEST} says nothing"
        return Concord(one, other, many, observed, expected, None, None, None, why, table)
    if expected == 1:
        why = f"both said {answers[0][0]} every time: where only one answer is given, none can be told from chance"
        return Concord(one, other, many, observed, expected, None, None, None, why, table)
    kappa = (observed - expected) / (1 - expected)
    width = Z_95 * math.sqrt(observed * (1 - observed) / many) / (1 - expected)
    return Concord(one, other, many, observed, expected, kappa, max(-1.0, kappa - width), min(1.0, kappa + width), None, table)
