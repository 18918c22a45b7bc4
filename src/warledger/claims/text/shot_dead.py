"""Layer 2, mended: "shot dead", which the parse takes apart: "a sniper shot dead a woman", "gunmen shot dead the mayor".

In: a token of the parse. Out: the same, with "shot" as the verb, whoever stands before it as its subject and whoever stands behind "dead" as
its object. Decision: only where "dead" stands right behind the verb and somebody right behind "dead"; "was shot dead" has nobody there.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

SHOT, SHOOT, DEAD = "shot", "shoot", "dead"
NAMING = frozenset(("NOUN", "PROPN", "NUM", "PRON"))
# How the parse hangs whoever was shot, on either word.
HUNG = frozenset(("dobj", "npadvmod", "attr", "appos"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def mend_shot_dead(shot: Token) -> None:
    """Set right what hangs on "shot" in "shot dead"."""
    if shot.lower_ != SHOT or shot.i + 2 >= shot.sent.end or shot.nbor(1).lower_ != DEAD:
        return
    dead = shot.nbor(1)
    if shot.pos_ == "NOUN" and dead in shot.ancestors and any(child.dep_ == "dobj" for child in dead.rights):
        _make_verb(shot, dead)
    if shot.pos_ != "VERB" or any(child.dep_ in ("dobj", "auxpass") for child in shot.children):
        return
    behind = [child for child in (*dead.rights, *shot.rights) if child.dep_ in HUNG and child.pos_ in NAMING and child.left_edge.i == dead.i + 1]
    for child in behind[:1]:
        child.hang_on(shot, "dobj")


def _make_verb(shot: Token, dead: Token) -> None:
    """"a sniper shot dead ...", "two gunmen on a motorbike shot dead ...": the verb that the parse makes the last word of its subject's name."""
    name = next((child for child in shot.lefts[::-1] if child.dep_ in ("compound", "nmod", "amod") and child.i + 1 == shot.i), None)
    if name is None:
        return
    above, relation, own = shot.head, shot.dep_, [child for child in shot.lefts if child is not name]
    shot.take_place_of(dead)
    dead.hang_on(shot, "acomp")
    name.hang_on(shot if relation in SUBJECTS else above, relation)
    for child in own:
        child.hang_on(name, child.dep_)
    shot.pos_, shot.tag_, shot.lemma_ = "VERB", "VBD", SHOOT
    if name.pos_ == "ADJ":
        name.pos_, name.tag_ = "NOUN", "NN"
