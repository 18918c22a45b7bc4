"""Layer 9, who was aboard: those with whom a vehicle that was hit was filled, or whom it carried ("a truck loaded with fighters").

In: a Reading and the head of what was hit. Out: the heads of whoever was in it. Decision: only who is told right behind the vehicle
by a participle of carrying or filling; what it carried that is nobody, and for whom that was, is left.
"""

from __future__ import annotations

from warledger.claims.reading import Reading

# What a vehicle does with those in it, and what it is with them.
CARRYING = frozenset(("carry", "transport", "ferry"))
FILLED = frozenset(("load", "pack", "fill", "cram", "crowd"))
VEHICLES = frozenset(("vehicle", "aircraft"))


def aboard(reading: Reading, head: int) -> list[int]:
    """"a vehicle loaded with rebels", "a bus carrying pilgrims and guards": the heads of those in it."""
    token = reading.doc[head]
    participles = [child for child in token.children if child.dep_ == "acl" and child.lemma_.lower() in (CARRYING if child.tag_ == "VBG" else FILLED)]
    if not participles or not reading.word_classes.of(token.lemma_.lower()) & VEHICLES:
        return []
    within = [inner for one in participles if one.tag_ == "VBG" for inner in one.children if inner.dep_ == "dobj"]
    within += [inner for one in participles if one.tag_ == "VBN" for child in one.children if child.lower_ == "with"
               for inner in child.children if inner.dep_ == "pobj"]
    return [i for inner in within for i in reading.fillers(inner.i) if (actor := reading.actor_at(i)) is not None and actor.head == i]
