"""Layer 4, verbs behind "however" whose subject stands before it: "The source did not tell how many, however noted that ...".

In: a verb. Out: who is its subject. Decision: "however" between two verbs leaves them one subject, whoever else stands right before it.
"""

from __future__ import annotations

from warledger.claims.clauses.finite_verbs import FINITE, begins
from warledger.claims.text.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
YET = frozenset(("however", "nevertheless", "nonetheless"))


def subject_before_however(verb: Token) -> Token | None:
    """"The source did not tell how many were among the victims, however noted that ...": he notes, not the victims right before."""
    before = verb.doc[begins(verb) - 1]
    if verb.tag_ not in FINITE or before.lower_ not in YET or verb.doc[before.i - 1].text != "," or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    above = verb.head if verb.dep_ in ("dep", "parataxis", "conj") and verb.head.i < before.i else None
    first = next((child for child in verb.children if child.dep_ in ("ccomp", "parataxis") and child.i < before.i), above)
    return next((child for child in first.children if child.dep_ in SUBJECTS and child.i < first.i), None) if first is not None else None
