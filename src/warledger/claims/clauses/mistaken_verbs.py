"""Layer 4, nouns that the parser takes for verbs: "wounded in rebel shelling of the town", "killed in coalition strikes".

In: a token that the parser makes a verb. Out: whether it is a noun. Decision: told by its form, by the word right before it and by
what it governs; a gerund with an object, its own or one that it shares, stays a verb.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

# How far behind the first of two gerunds the one stands with which it shares an object.
SHARING = 2


def is_mistaken_verb(token: Token) -> bool:
    """"wounded in rebel shelling of the town", "killed in coalition strikes": a noun that the parser takes for a verb.

    A gerund or a plural right behind the noun that a preposition governs, with no object or subject of its own.
    """
    if token.i < 2 or token.tag_ not in ("VBG", "VBZ") or any(c.dep_ in ("dobj", "aux", "nsubj", "auxpass") for c in token.children):
        return False
    if any(c.dep_ == "conj" and c.tag_ == "VBG" and c.i == token.i + SHARING and any(o.dep_ == "dobj" for o in c.children) for c in token.children):
        return False  # "killing and wounding scores": both have the object of the second
    if token.tag_ == "VBG" and token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN") and token.i - token.head.i < 4:
        return True  # "air strikes and shelling"
    if token.tag_ == "VBG" and token.dep_ == "pcomp":  # "killed by shelling": nothing is shelled by anyone here
        return True
    before = token.nbor(-1)
    if before.pos_ not in ("NOUN", "PROPN", "ADJ", "PART"):
        return False
    governed = before.dep_ == "pobj" or before.head.dep_ == "pobj"
    if token.tag_ == "VBG" and token.i + 1 < len(token.doc) and before.dep_ in ("nsubj", "nsubjpass", "compound"):
        governed = governed or token.nbor(1).tag_ in ("VBD", "VBZ", "VBP", "MD") or token.nbor(1).lower_ == "of"  # "rebel shelling killed four"
    return governed and not (token.tag_ == "VBG" and any(c.dep_ == "prep" and c.lower_ in ("against", "in", "for") for c in token.children)
                             and token.lemma_ in ("fight", "operate", "battle"))
