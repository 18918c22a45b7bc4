"""Layer 2, mended: who the parse lists with those before and is the subject of what follows, for want of a comma: "was shelled by the army and rebels fled".

In: a verb of the parse. Out: the same, with a subject of its own, and a "by" before that subject that the parse hangs on what follows hung on the
verb over it. Decision: only where the verb has no subject and no clause opens before it, and the last of a list stands right before it: behind a
"by" that it took over, or of those who did or suffered what the verb over it tells, where its form cannot be a participle's.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

AUXILIARIES = frozenset(("aux", "auxpass"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "mark"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
# What only a finite verb has beside those.
OF_FINITE = frozenset(("dobj", "acomp", "attr", "prt"))
JOINED = frozenset(("conj", "advcl", "ccomp", "ROOT"))
PARTIES = frozenset(("pobj", "dobj"))
# Verbs whose past is no participle of what was done to somebody.
MOVING = frozenset(("flee", "withdraw", "retreat", "escape", "die", "respond", "retaliate", "surrender", "fall", "go", "come", "begin", "take"))
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


def mend_listed_subject(verb: Token) -> None:
    """Give a verb the subject that the parse makes the last of a list right before it."""
    if verb.dep_ not in JOINED or any(child.dep_ in SUBJECTS for child in verb.children) or not _is_finite(verb):
        return
    first = min([child.i for child in verb.children if child.dep_ in AUXILIARIES and child.i < verb.i], default=verb.i)
    if first <= verb.sent.start + 2:
        return
    noun = verb.doc[first - 1]
    opener = verb.doc[noun.left_edge.i - 1]
    over = noun.first_of_list
    if noun.dep_ != "conj" or noun.pos_ not in COUNTED or noun.right_edge is not noun or opener.lower_ != "and" or opener.head is not noun.head \
            or over.dep_ not in PARTIES or any(child.dep_ in ("acl", "relcl") for child in over.children):
        return
    act = over.head.head if over.dep_ == "pobj" else over.head
    if act.pos_ == "VERB" and act.i < over.i and act is not verb and (over.dep_ == "dobj" or over.head.dep_ == "agent") and _follows(verb, act):
        noun.hang_on(verb, "nsubjpass" if _is_passive(verb) else "nsubj")


def _follows(verb: Token, act: Token) -> bool:
    """Whether the verb hangs on the act, or beside it; what follows an act in a relative clause may be told of its noun."""
    if act.dep_ == "acl":  # "was behind raids involving gas and the militia was behind others"
        return act.tag_ == "VBG" and verb.head in act.ancestors
    return act.dep_ != "relcl" and verb.head in (act, act.head)


def _is_finite(verb: Token) -> bool:
    """Whether a verb's form is no bare participle's: "and rebels had fled", "and rebels seized it"; not "and rebels based there"."""
    if any(child.dep_ in AUXILIARIES and child.lower_ != "to" and child.i < verb.i for child in verb.children):
        return True
    return verb.tag_ in FINITE and (verb.tag_ != "VBD" or verb.lemma_ in MOVING or any(child.dep_ in OF_FINITE for child in verb.children))


def _is_passive(verb: Token) -> bool:
    return verb.tag_ in ("VBN", "VBD") and any(child.dep_ == "auxpass" for child in verb.children)
