"""Layer 2, mended: nouns that the parse takes for the first half of an adjective: "a strike on a hospital treating victims".

In: a participle of the parse. Out: the same, hung as what tells of the noun before it, which stands where the parse had the plural behind. Decision: the
article of one stands before the noun, and no article of one belongs to a plural.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

ARTICLES = frozenset(("a", "an", "one", "another"))
HUNG = frozenset(("npadvmod", "compound", "nmod"))
PLURALS = frozenset(("NNS", "NNPS"))


def mend_telling_participle(participle: Token) -> None:
    """Hang the noun before where the plural hung, the participle on the noun, and the plural on the participle."""
    plural, i = participle.head, participle.i
    described = participle.dep_ == "amod" and participle.lower_.endswith("ing") and plural.tag_ in PLURALS  # "treating" may pass for a noun
    if not described or plural.i < i or i <= participle.sent.start or plural.head is plural:
        return
    noun = participle.doc[i - 1]
    article = next((child for child in plural.children if child.lower_ in ARTICLES and child.i < noun.i), None)
    if article is None or noun.tag_ != "NN" or noun.dep_ not in HUNG or noun.head not in (participle, plural):
        return
    noun.hang_on(plural.head, plural.dep_)
    for child in [child for child in plural.children if child.i < noun.i]:
        child.hang_on(noun, child.dep_)
    participle.hang_on(noun, "acl")
    plural.hang_on(participle, "dobj")
    participle.pos_, participle.tag_ = "VERB", "VBG"
