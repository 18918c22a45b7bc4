"""Words that only count, and what they leave for the noun beside them.

In: a token. Out: whether it only counts or gathers others; whom a headline's plural counts before the last noun. Decision: told by
the word and its place in the parse alone, so that every layer may ask.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.unit_lexicon import load_units, singular

PARTITIVES = load_grammar().partitives


def is_partitive(token: Token) -> bool:
    """Whether a word only counts or gathers what follows behind "of"."""
    lemma = singular(token.text) if token.tag_ == "NNPS" else token.lemma_.lower()  # "Scores of civilians": at the start taken for a name
    return lemma in PARTITIVES or token.like_num or token.pos_ == "NUM"


def counted_first(token: Token) -> list[int]:
    """"kill 20 civilians activists": in a headline that lost its comma, the plural with a number is who was hit, the last is who says so."""
    if token.tag_ not in ("NNS", "NNPS"):
        return []
    before = token.nbor(-1) if token.i else None
    if before is None or before.dep_ != "compound" or before.tag_ != "NNS" or before.head.i != token.i or load_units().unit_of(before.lower_) != "people":
        return []  # "destroyed two arms caches"
    return [before.i] if any(inner.dep_ == "nummod" for inner in before.children) else []
