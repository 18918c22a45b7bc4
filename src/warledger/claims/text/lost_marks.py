"""Layer 1: marks put back into a text that lost all of them, as pages do that are stored without punctuation: commas, owners' apostrophes.

In: a body of text. Out: the same text, of the same length, with a comma for some of its blanks, and which words are owners ("the armys
attack"). Decision: where a clause, an apposition or a list ends and which word owns what follows is learned from text that kept its marks
(learned/marks, a small transformer that reads each sentence); a comma is set only where the model is sure, since a wrong one misleads
the parser more than a missing one, never within a date, a listed name or between a number and those whom it counts, and before the verb of
a clause only behind one that opens what it closes. A text that has commas is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warledger.claims.text.mark_guards import (
    OF_VERBS,
    are_one,
    behind_names,
    is_named_so,
    is_place,
    is_told_before,
    opens_clause,
    tells_of_others,
    within_names,
)
from warledger.claims.text.mark_odds import odds

# A text lost its commas when it has so many words and less than one comma in so many: edited English has 4 to 7 in a hundred.
LEAST_WORDS = 25
WORDS_PER_COMMA = 400
# Log-odds from which a mark is set: at even odds more come back and the claims are no nearer to those of the whole text.
LEAST_ODDS = 1.0
# Log-odds from which a comma opens what a surer one closes.
OPENING_ODDS = -2.5
# Log-odds asked of a comma before a verb of saying whose speaker stands before it.
SAYING_ODDS = 3.0
# Columns of what the model tells, and how a word ends that may have lost an owner's apostrophe.
COMMA, OWNER = 0, 1
OWNED = re.compile(r"[^\W\d_]{2}s$")
TOKEN = re.compile(r"\S+")
ENDS = (".", "?", "!", ";")
SHORTENED = re.compile(r"[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Sgt|Capt|Maj|Gov|Sen|Rep|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.")


def lost_its_commas(text: str) -> bool:
    """Whether a text has next to no comma where edited English would have many."""
    words = text.count(" ") + 1
    return words >= LEAST_WORDS and text.count(",") * WORDS_PER_COMMA <= words


@dataclass(frozen=True)
class Restored:
    """A text with commas for some of its blanks, as long as before, and the characters behind owners that lost their apostrophe ("armys")."""

    text: str
    owners: frozenset[int]


def with_lost_marks(text: str) -> Restored:
    """The text with commas for the blanks where one is likely to have stood, and where an owner's apostrophe is likely to be lost."""
    tokens = list(TOKEN.finditer(text))
    words = [token.group() for token in tokens]
    gaps = TOKEN.split(text)[1:-1]
    ends = [gap != " " or ends_sentence(word) for word, gap in zip(words, gaps, strict=False)] + [True]
    whole, named = within_names(text)
    told = odds(words, ends)
    commas = told[:, COMMA]
    for at in range(len(words) - 1):
        if ends[at] or tokens[at].end() in whole or are_one(words, at) or (commas[at] > OPENING_ODDS and is_place(words, at)):
            commas[at] = -np.inf
        elif opens_clause(words, at + 1):
            commas[at] += LEAST_ODDS
        elif tells_of_others(words, at):
            commas[at - 1], commas[at] = max(commas[at - 1:at + 1]), -np.inf
    characters = list(text)
    for at in behind_names(words, _in_pairs(words, ends, commas)):
        characters[tokens[at].end()] = ","
    owners = (at for at in np.flatnonzero(told[:, OWNER] > LEAST_ODDS).tolist() if OWNED.search(words[at]) and not is_named_so(words[at]))
    return Restored("".join(characters), frozenset(tokens[at].end() for at in owners) - named - whole)


def _in_pairs(words: Sequence[str], ends: Sequence[bool], told: NDArray[np.float64]) -> list[int]:
    """The gaps that get a comma. "Fighters, backed by tanks, had fled": one before the verb of a clause closes what another opens.

    Where the one that opens is not surely told it is the likeliest before; where none is likely the one before the verb is not set.
    """
    found: list[int] = []
    start = 0
    for at in range(len(words)):
        if told[at] > LEAST_ODDS and (told[at] > SAYING_ODDS or not is_told_before(words, at + 1)):
            if words[at + 1] in OF_VERBS and not (found and found[-1] >= start):
                opening = start + int(np.argmax(told[start:at])) if at > start else at
                if opening == at or told[opening] < OPENING_ODDS:
                    continue
                found.append(opening)
            found.append(at)
        if ends[at]:
            start = at + 1
    return found


def ends_sentence(word: str) -> bool:
    """Whether a sentence ends behind a word; a word that is always written short ("Gen.") ends none."""
    return word.rstrip("\"')]").endswith(ENDS) and not SHORTENED.fullmatch(word)
