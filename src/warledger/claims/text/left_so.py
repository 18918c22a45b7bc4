"""Layer 2, mended: in what state somebody or something was left: "leaving some of them killed or injured", "left a number of houses destroyed".

In: a token of the parse. Out: the same, with those left as the object of "leave" and the participle told of them, of the whole of a list where
none before the last has a fate of its own. Decision: only a participle of harm without an auxiliary; the parse makes those left the subject of a
clause of their own, or hangs the participle elsewhere. Whoever leaves others so goes nowhere.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

LEAVE = "leave"
HURT = frozenset(("killed", "slain", "wounded", "injured", "maimed"))
HARMED = HURT | {"destroyed", "damaged", "wrecked", "burned", "burnt", "flattened", "demolished", "gutted", "ruined"}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
# What a participle that describes what was left has not.
OWN = frozenset(("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj", "neg"))
# What tells a fate behind a noun.
FATES = frozenset(("amod", "acl", "relcl", "acomp", "oprd", "advcl"))


def mend_left_dead(leaving: Token) -> None:
    """Hang those whom somebody left killed or wounded on "leave"."""
    if leaving.lemma_ != LEAVE or any(child.dep_ == "dobj" for child in leaving.children):
        return
    for fate in leaving.children:
        subjects = [child for child in fate.children if child.dep_ in SUBJECTS]
        if fate.dep_ != "ccomp" or fate.lower_ not in HURT or len(subjects) != 1 or any(child.dep_ in ("aux", "auxpass", "mark") for child in fate.children):
            continue
        left = subjects[0]
        if leaving.i < left.i < fate.i:
            left.hang_on(leaving, "dobj")
            fate.hang_on(left, "acl")
            fate.tag_ = "VBN"
            return


def mend_left_wrecked(verb: Token) -> None:
    """Hang the participle on what was left so."""
    if verb.lower_ not in HARMED or any(child.dep_ in OWN for child in verb.children):
        return
    leaving = verb.head if verb.dep_ in ("advcl", "oprd", "xcomp") else verb.head.first_of_list.head if verb.dep_ == "acl" else verb
    left = next((child for child in leaving.children if child.dep_ == "dobj" and leaving.i < child.i < verb.i), None)
    if leaving.lemma_ != LEAVE or left is None or verb.head not in (leaving, *left.conjuncts):
        return
    between = [child for one in (left, *left.conjuncts, leaving) for child in one.children if child is not verb and left.i < child.i < verb.i and child.i > one.i]
    if any(child.dep_ in FATES or child.text in ",;" for child in between if child.head is leaving) or any(child.dep_ in FATES for child in between):
        return
    if verb.doc[verb.left_edge.i - 1] not in (left, *left.subtree):
        return
    for child in [child for child in verb.children if child.dep_ == "conj" and any(inner.dep_ == "dobj" for inner in child.children)]:
        child.hang_on(leaving, "conj")
    verb.hang_on(left, "acl")
