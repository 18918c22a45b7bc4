"""Layer 4, verbs that the parse hides in a noun phrase: "fighters battling forces", "kept pounding areas", "and displaced millions".

In: a verb that the parse makes a modifier of the noun behind it. Out: whether the noun is really its object, and who does it.
Decision: only three shapes are read so, each told by the word before the verb; any other participle before a noun modifies it.
"""

from __future__ import annotations

from spacy.tokens import Token

from warledger.lexicons.grammar_lexicon import load_grammar

GOING_ON = load_grammar().going_on
COUNTING = load_grammar().counting
NAMING = ("NOUN", "PROPN")


def hides_clause(token: Token) -> bool:
    """Whether a participle before a noun is the predicate of which that noun is the object."""
    if token.i == token.sent.start or token.head.i < token.i:
        return False
    return goes_on(token) is not None or doer_before(token) is not None or _is_coordinated(token)


def goes_on(token: Token) -> Token | None:
    """"kept pounding areas": the verb before it that says that it goes on."""
    before = token.nbor(-1)
    return before if token.tag_ == "VBG" and before.pos_ == "VERB" and before.lemma_ in GOING_ON else None


def doer_before(token: Token) -> Token | None:
    """"fighters battling forces": those right before it, whom the parse makes a part of the name of its object."""
    before = token.nbor(-1)
    named = before.pos_ in NAMING and before.head.i == token.head.i and before.dep_ in ("compound", "nmod")
    return before if token.tag_ == "VBG" and named and before.tag_ in ("NNS", "NNPS") else None


def verb_beside(token: Token) -> Token | None:
    """"killed thousands and displaced millions": the verb that it is coordinated with."""
    return next((above for above in token.head.ancestors if above.pos_ == "VERB" and above.i < token.i), None)


def _is_coordinated(token: Token) -> bool:
    if token.tag_ not in ("VBN", "VBD") or token.head.lemma_.lower() not in COUNTING or token.nbor(-1).lower_ not in ("and", ","):
        return False
    beside = verb_beside(token)
    return beside is not None and beside.tag_ in ("VBN", "VBD")
