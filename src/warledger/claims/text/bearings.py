"""Layer 2, mended: "repelled an assault southwest of the city", of which the parse makes a southwest: an assault, and where it was.

In: a token of the parse. Out: the same, hung on the noun before it, which stands where the parse had it. Decision: only a point of the compass
before "of", right behind a noun that the parse makes its modifier; whose it is and what it is like is told of that noun.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

POINTS = frozenset("north south east west northeast northwest southeast southwest".split())
MODIFYING = frozenset(("compound", "nmod", "amod"))
NOUNS = frozenset(("NOUN", "PROPN"))


def mend_bearing(point: Token) -> None:
    """Set right what a point of the compass took from the noun before it."""
    if point.lower_ not in POINTS or not point.sent.start < point.i < point.sent.end - 1 or point.nbor(1).lower_ != "of":
        return
    noun = point.nbor(-1)
    if noun.head is not point or noun.dep_ not in MODIFYING or noun.pos_ not in NOUNS:
        return
    own = [child for child in point.children if child.i < noun.i or (child.i > point.i and child.dep_ in ("cc", "conj", "relcl"))]
    relation, above = point.dep_, point.head
    if above is point:
        return
    noun.hang_on(above, relation)
    for child in own:
        child.hang_on(noun, child.dep_)
    point.hang_on(noun, "advmod")
    point.pos_, point.tag_ = "ADV", "RB"
