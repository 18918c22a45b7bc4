"""Layer 2, mended: participles that the parse takes for the past of the verb before: "nine were hurt by a bomb dropped on the camp".

In: a verb of the parse. Out: the same, hung as a participle on the weapon before it. Decision: a verb of sending a weapon, without subject and object,
right behind the noun by which something was done, with no "and" or comma before it.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

# What is done with a weapon before it strikes.
SENDING = frozenset(("drop", "fire", "launch", "plant", "place", "throw", "lob", "hurl"))
OWN = frozenset(("nsubj", "nsubjpass", "dobj", "aux", "auxpass", "mark"))
NOUNS = frozenset(("NOUN", "PROPN"))


def mend_lost_participle(verb: Token) -> None:
    """Hang the participle on the weapon."""
    if verb.lemma_ not in SENDING or verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or any(child.dep_ in OWN for child in verb.children):
        return
    weapon = verb.doc[verb.i - 1]
    if weapon.pos_ in NOUNS and weapon.dep_ in ("pobj", "conj") and weapon.i > verb.head.i:
        verb.tag_ = "VBN"
        verb.hang_on(weapon, "acl")
