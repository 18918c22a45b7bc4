"""Layer 7, the headline: "Car bomb kills 15 in Homs: monitor".

In: a Reading. Out: the attribution of the headline to the name at its end. Decision: the name of the site that a page
prints behind its headline ("- Region - The Daily") is no speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.claims.attribution import Attribution
from warledger.claims.reading import Reading
from warledger.lexicons.speech_lexicon import Saying

SEPARATORS = frozenset(("-", "|", "--", "·", "•"))
ENDING_KINDS = frozenset(("media", "body", "people", "person", "state", "office"))
# A headline of fewer words has no room for a speaker behind it.
LEAST_WORDS = 5


def behind_headline(reading: Reading) -> Iterator[Attribution]:
    """The attribution of the headline to the speaker behind it, where one stands there ungoverned."""
    end = reading.layout.body_start
    title = [token for token in reading.doc if token.idx + len(token.text) <= end and not token.is_space]
    title = _without_site(reading, title)
    words = [token for token in title if not token.is_punct]
    if len(words) < LEAST_WORDS:
        return
    mention = reading.actor_at(words[-1].i)
    if mention is None or mention.kind not in ENDING_KINDS or (mention.kind == "people" and not mention.anonymous):
        return
    first = reading.tokens_of(mention.start, mention.end)[0]
    before = reading.doc[first - 1] if first else None
    if before is None or before.pos_ in ("ADP", "DET", "CCONJ", "VERB", "ADJ", "PART", "NUM", "AUX"):
        return
    if mention.kind in ("state", "person", "office", "media") and not before.is_punct:
        return
    yield Attribution((mention,), first, frozenset(token.i for token in title if token.i < first), Saying("fact"))


def _without_site(reading: Reading, title: list[Token]) -> list[Token]:
    """The headline without the name of the site and its sections behind it."""
    cuts = [n for n, token in enumerate(title) if token.text in SEPARATORS]
    kept = len(title)
    for n in reversed(cuts):
        segment = title[n + 1:kept]
        medium = any(_is_site(reading, token) for token in segment)
        section = kept < len(title) and len(segment) <= 2
        if not segment or not (medium or section):
            break
        kept = n
    return title[:kept]


def _is_site(reading: Reading, token: Token) -> bool:
    mention = reading.actor_at(token.i)
    return mention is not None and mention.kind == "media" and not mention.anonymous
