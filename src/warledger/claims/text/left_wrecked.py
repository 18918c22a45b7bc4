"""Layer 2, mended: what an act left in ruins: "left a number of houses destroyed and caused a fire", "left a school and two shops damaged".

In: a verb of the parse. Out: the same, hung as a participle on all those things. Decision: a participle of harm without subject and auxiliary, right behind
the object of "leave", tells of that object, and of the whole of its list where none before the last has a fate of its own.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

LEAVE = "leave"
HARMED = frozenset(("destroyed", "damaged", "wrecked", "burned", "burnt", "flattened", "demolished", "gutted", "ruined", "killed", "wounded", "injured"))
OWN = frozenset(("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj", "neg"))
# What tells a fate behind a noun.
FATES = frozenset(("amod", "acl", "relcl", "acomp", "oprd", "advcl"))


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
