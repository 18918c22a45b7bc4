"""Layer 2, mended: the name of a place behind its noun: "shelling on the capital Aden killed four".

In: a noun of the parse. Out: the same, apposed to the noun before it. Decision: of two subjects of one verb the second, right behind a noun of place with "the"
that ends the first, names that place.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.role_lexicon import load_roles

SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def mend_named_place(name: Token) -> None:
    """Make a place's name no second subject of the verb behind it."""
    if name.dep_ not in SUBJECTS or name.tag_ != "NNP" or name.left_edge.i <= name.sent.start:
        return
    noun = name.doc[name.left_edge.i - 1]
    if noun.dep_ != "pobj" or noun.tag_ != "NN" or noun.lemma_.lower() not in load_roles().place_nouns or not any(child.lower_ == "the" for child in noun.children):
        return
    first = noun
    while first.dep_ not in SUBJECTS and first.head is not first:
        first = first.head
    if first.dep_ in SUBJECTS and first.head is name.head:
        name.hang_on(noun, "appos")
