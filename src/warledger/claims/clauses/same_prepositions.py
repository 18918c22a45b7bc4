"""Layer 4, a preposition told twice: "raids on the port and on two depots", "was set up by the army and by Kenyan troops".

In: a preposition of the parse. Out: what it governs, with what stands behind the same preposition coordinated with it. Decision: "and" before
the same preposition goes on with its place, on whatever preposition before it the parse hangs the second; past a verb another clause begins.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token


def governed(preposition: Token) -> list[Token]:
    """What hangs on a preposition and on the same one told again, in text order."""
    return [child for one in (preposition, *_again(preposition)) for child in one.children]


def _again(preposition: Token) -> list[Token]:
    """The same preposition behind "and" or "or", within what hangs on the first."""
    return [token for token in preposition.subtree if token.i > preposition.i and token.lower_ == preposition.lower_ and token.dep_ == "conj"
            and token.nbor(-1).dep_ == "cc" and token.head.pos_ == "ADP" and not _is_past_verb(token, preposition)]


def _is_past_verb(token: Token, preposition: Token) -> bool:
    """Whether a verb stands between a word and the preposition over it."""
    for above in token.ancestors:
        if above.i == preposition.i:
            return False
        if above.pos_ in ("VERB", "AUX"):
            return True
    return True
