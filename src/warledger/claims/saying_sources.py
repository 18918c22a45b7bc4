"""Layer 7, sources that need no verb: "according to".

In: a Reading. Out: Attributions. Decision: "according to" covers the clause that it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.claims.attribution import Attribution
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.speakers import own_tokens, speakers_at
from warledger.lexicons.speech_lexicon import Saying


def according_to(reading: Reading) -> Iterator[Attribution]:
    """The attributions by "according to"."""
    doc = reading.doc
    for token in doc:
        if token.lower_ != "according" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
            continue
        heads = [inner.i for inner in doc[token.i + 1].children if inner.dep_ == "pobj"]
        speakers = speakers_at(reading, heads)
        if not speakers:
            mention = reading.actor_at(token.i + 2) or reading.actor_at(min(token.i + 3, len(doc) - 1))
            speakers = [mention] if mention is not None else []
        if speakers:
            yield Attribution(tuple(speakers), token.i, _scope(reading, token, speakers), Saying("fact"))


def _scope(reading: Reading, token: Token, speakers: list[ActorMention]) -> frozenset[int]:
    """What "according to" covers: the clause that it hangs on, and where that is the main one the sentence."""
    head = token.head
    while head.dep_ not in ("ROOT", "ccomp", "advcl", "relcl", "conj") and head.head.i != head.i:
        head = head.head
    covered = head.subtree if head.dep_ in ("ccomp", "relcl") else token.sent
    return frozenset(part.i for part in covered) - own_tokens(reading, list(speakers)) - {token.i}
