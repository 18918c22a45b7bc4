"""Layer 9: an act that is told as the answer to another in one sentence: "in retaliation for the killing of three soldiers".

In: a Reading, a token, or the claims. Out: the word of answering over an act, or the claims with responds_to. Decision: what is
answered is another happening than the answer, however the parse ties them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.triggers import trigger_tokens
from warledger.lexicons.answer_lexicon import load_answers
from warledger.model import Claim
from warledger.model.codebook import CORE_TYPES

# How many steps from an act up to the word of answering: "in response to a wave of rocket attacks".
REACH = 5


def answer_over(reading: Reading, i: int) -> int | None:
    """The word of answering that an act stands behind, None where it answers or neither."""
    words = load_answers()
    token = reading.doc[i]
    for _ in range(REACH):
        head = token.head
        if head.i == token.i:
            return None
        if token.dep_ in ("pobj", "pcomp") and head.lower_ in words.prepositions and _answers(reading, head.head):
            return head.head.i
        if token.dep_ == "dobj" and head.lemma_.lower() in words.verbs:
            return head.i
        if token.dep_ not in ("pobj", "prep", "compound", "conj", "dobj", "acl", "relcl", "nmod", "poss", "amod"):
            return None
        token = head
    return None


def _answers(reading: Reading, token: Token) -> bool:
    words = load_answers()
    if token.lemma_.lower() in words.nouns and token.pos_ == "NOUN":
        return True
    verb = reading.verbs.get(token.i)
    return verb is not None and any(variant in words.verbs for variant in (*verb.variants, verb.predicate))


def link_answers(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each answer pointing to what its own sentence says that it answers."""
    triggers = {claim.id: tokens[-1].i for claim in claims if (tokens := trigger_tokens(reading, claim)) is not None}
    answers: dict[str, str] = {}
    for claim in claims:
        word = answer_over(reading, triggers[claim.id]) if claim.type in CORE_TYPES else None
        if word is None:
            continue
        sentence = reading.doc[word].sent
        rivals = [other for other in claims if other.type in CORE_TYPES and sentence.start <= triggers[other.id] < sentence.end
                  and answer_over(reading, triggers[other.id]) is None]
        if rivals:
            nearest = min(rivals, key=lambda other: (abs(triggers[other.id] - word), other.id))
            answers.setdefault(nearest.id, claim.id)
    return [replace(claim, responds_to=answers[claim.id]) if claim.id in answers else claim for claim in claims]
