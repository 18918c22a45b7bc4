"""Layer 2, mended: "leaving some of them killed or injured", where the parse makes "some" the subject of a clause and "leaving" a departure.

In: a token of the parse. Out: the same, with those left as the object of "leave" and the participle told of them. Decision: only a
participle of harm without an auxiliary, whose subject stands between the verb and it; whoever leaves others so goes nowhere.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

LEAVE = "leave"
HARMED = frozenset(("killed", "slain", "wounded", "injured", "maimed"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def mend_left_dead(leaving: Token) -> None:
    """Hang those whom somebody left killed or wounded on "leave"."""
    if leaving.lemma_ != LEAVE or any(child.dep_ == "dobj" for child in leaving.children):
        return
    for fate in leaving.children:
        subjects = [child for child in fate.children if child.dep_ in SUBJECTS]
        if fate.dep_ != "ccomp" or fate.lower_ not in HARMED or len(subjects) != 1 or any(child.dep_ in ("aux", "auxpass", "mark") for child in fate.children):
            continue
        left = subjects[0]
        if leaving.i < left.i < fate.i:
            left.hang_on(leaving, "dobj")
            fate.hang_on(left, "acl")
            fate.tag_ = "VBN"
            return
