"""Layer 2, mended: "killed in the war, mostly by the army and its allies and millions have been displaced", whose "by" the parse hangs on what follows.

In: a verb of the parse. Out: the same, with a subject of its own, and the "by" before that subject hung on the verb over it. Decision: only between
two passives, the second with no subject, where what the "by" governs ends with one more of a list right before the second's auxiliary.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

AUXILIARIES = frozenset(("aux", "auxpass"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "mark"))
COUNTED = frozenset(("NOUN", "PROPN", "NUM"))


def mend_joined_clause(verb: Token) -> None:
    """Give a passive the subject that the parse lists with those who did what stands before it."""
    above = verb.head
    if verb.dep_ != "conj" or above.i > verb.i or not _is_passive(above) or not _is_passive(verb) or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    by = next((child for child in verb.children if child.lower_ == "by" and above.i < child.i < verb.i), None)
    last = verb.doc[min(child.i for child in verb.children if child.dep_ in AUXILIARIES) - 1]
    if by is None or by.i >= last.i or by.right_edge is not last:
        return
    subject = last
    while subject is not by and not (subject.dep_ == "conj" and subject.pos_ in COUNTED and verb.doc[subject.left_edge.i - 1].dep_ == "cc"):
        subject = subject.head
    if subject is not by:
        subject.hang_on(verb, "nsubjpass")
        by.hang_on(above, "agent")


def _is_passive(verb: Token) -> bool:
    return verb.tag_ in ("VBN", "VBD") and any(child.dep_ == "auxpass" for child in verb.children)
