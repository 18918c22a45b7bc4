"""Layer 7, counts beside what is told: "Clinics are hit again and again, with the UN recording 30 attacks in May".

In: a Reading. Out: Attributions. Decision: who stands between "with" and a participle of recording says what he has recorded, also where the parse makes
the participle a word of the acts.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.attribution import Attribution
from warledger.lexicons.speech_lexicon import Saying

RECORDING = frozenset(("recording", "reporting", "documenting", "counting", "registering", "logging", "listing", "confirming", "verifying"))
IN_NAME = frozenset(("DET", "PROPN", "NOUN", "ADJ"))
TELLERS = frozenset(("body", "media", "group", "people", "state"))


def counts_beside(reading: Reading) -> Iterator[Attribution]:
    """The attributions of acts to who has recorded them, where the participle is no verb for us or has nobody who says it."""
    for token in reading.doc:
        teller = _teller(reading, token) if token.lower_ in RECORDING and token.dep_ in ("amod", "pobj", "compound", "pcomp") else None
        noun = token.head if token.dep_ in ("amod", "compound") else next((child for child in token.children if child.dep_ == "dobj"), None)
        if teller is None or noun is None or noun.i < token.i:
            continue
        told = frozenset(part.i for part in noun.subtree if part.i > token.i)
        if any(i in reading.event_words for i in told):
            yield Attribution((teller,), token.i, told, Saying("fact"))


def _teller(reading: Reading, participle: Token) -> ActorMention | None:
    """Who stands between "with" and a participle."""
    doc, first = reading.doc, participle.i - 1
    while first > participle.sent.start and doc[first].pos_ in IN_NAME:
        first -= 1
    mention = reading.actor_at(participle.i - 1)
    known = mention is not None and mention.kind in TELLERS and mention.end >= doc[participle.i - 1].idx
    return mention if known and doc[first].lower_ == "with" else None
