"""Layer 2, mended: an act that opens its sentence and that the parse takes for a participle: "Shelling by rebels wounded two soldiers, Kyiv said".

In: a token of the parse. Out: the same, as a noun and the subject of the verb behind it. Decision: only a word that is the name of an act of
arms, right before a finite verb or before a phrase that tells whose act it was or where; "Shelling the town, rebels killed two" has an object.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

ACTS = frozenset(("shelling", "bombing", "shooting", "fighting", "looting"))
OPENING = frozenset(("by", "of", "in", "on", "at", "near", "from", "between", "around"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


def mend_opening_act(act: Token) -> None:
    """Set right an act that opens its sentence."""
    if act.lower_ not in ACTS or act.i != act.sent.start or act.tag_ != "VBG":
        return
    verb = _finite_behind(act)
    if verb is None or any(child.dep_ in SUBJECTS and child is not act and child.i < verb.i for child in verb.children):
        return
    if verb.head is act:
        verb.take_place_of(act)
    if verb.head is verb or act.head is not act:
        act.hang_on(verb, "nsubj")
        act.pos_, act.tag_, act.lemma_ = "NOUN", "NN", act.lower_
        verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_


def _finite_behind(act: Token) -> Token | None:
    """The finite verb behind an act, with nothing between but whose it was or where; a participle right behind it is one."""
    behind = act.nbor(1) if act.i + 1 < act.sent.end else act
    if behind.lower_ not in OPENING and behind.pos_ not in ("VERB", "AUX"):
        return None
    for token in act.doc[act.i + 1:act.sent.end]:
        if token.pos_ in ("VERB", "AUX"):
            return token if token.tag_ in FINITE or (token is behind and token.tag_ == "VBN") else None
        if token.is_punct or token.pos_ == "SCONJ":
            return None
    return None
