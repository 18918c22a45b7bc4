"""What the layers of the place finder share: a report under reading, and a name in it that may be a place.

In: a Doc. Out: the frozen shapes Reading and Toponym. Decision: a reading is never changed; the second reading of a
report is a new one that knows what the first found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from warledger.claims.text.tokens import Doc, Token
from warledger.gazetteer import Entry, Gazetteer
from warledger.gazetteer.wording import PlaceWords

# The forms of the Arabic article that may stand within or before a name.
ARTICLES = frozenset("al el ul as ash ad ar an at az es ez er ed en esh il".split())
HYPHENS = frozenset("-–‐‑")
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
# A line is in title case when so large a share of its longer words is capitalised and no verb among them is small.
TITLE_SHARE = 0.75


@dataclass(frozen=True)
class Toponym:
    """A name that may be a place. start and end are token indices of the bare name; outer_start and outer_end take in
    the words that say what it is ("town of", "northern", "province").

    sense is what those words say (a sense of place_words.yaml) or None; word is the one that says it. direction is
    the word of direction before it. title: it stands in a line of capitalised words. outright: the words around it
    say that it is a place; apposed: a word before it does so by standing there ("the rebel-held town X").
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    name: str
    candidates: tuple[Entry, ...]
    sense: str | None = None
    word: str | None = None
    direction: str | None = None
    preposition: str | None = None
    title: bool = False
    outright: bool = False
    apposed: bool = False
    evidence: float = 0.0


@dataclass(frozen=True)
class Reading:
    """A report as the finder reads it. tokens and text are the Doc's, taken out once because spaCy builds them anew.

    titles: tokens of lines in title case; taken: character spans of actors; countries: weights of the countries that
    the report is about; surnames: last names of persons named in full. From a first reading: accepted, the names that
    were places (casefolded); begins and ends, the tokens where they begin and end; listed, where those of a plural
    end ("the towns of A, B").
    """

    doc: Doc
    text: str
    tokens: Sequence[Token]
    gazetteer: Gazetteer
    words: PlaceWords
    common: Callable[[Token], bool]
    titles: frozenset[int]
    taken: Sequence[tuple[int, int]]
    countries: Mapping[str, float]
    surnames: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    begins: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()


def text_of(reading: Reading, start: int, end: int) -> str:
    """The text of the tokens start to end, without the space after the last."""
    last = reading.tokens[end - 1]
    return reading.text[reading.tokens[start].idx:last.idx + len(last)]


def title_tokens(doc: Doc) -> frozenset[int]:
    """The tokens of lines or sentences in title case: there a capital says nothing."""
    found: set[int] = set()
    for sentence in doc.sents:
        words = [token for token in sentence if token.is_alpha and len(token) > 3]
        small = [token for token in words if token.text[0].islower()]
        if len(words) >= 3 and len(small) <= (1 - TITLE_SHARE) * len(words) and not any(
                token.pos_ == "VERB" and token.is_lower for token in sentence):
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


def surnames_of(doc: Doc) -> frozenset[str]:
    """The last words of the persons whom the report names in full."""
    return frozenset(span[-1].text for span in doc.ents if span.label_ == "PERSON" and len(span) > 1
                     and span[-1].text[:1].isupper() and span[-1].text not in POSSESSIVES)
