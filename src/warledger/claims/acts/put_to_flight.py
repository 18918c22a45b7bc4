"""Layer 9, whom an attack hit by what it made them do: "the rebels' assault forced the army to pull back".

In: a Reading and a happening told by a noun that names nobody whom it hit. Out: the heads of the fighters whom it forced off their ground.
Decision: only fighters, and only where the act itself is told to have forced them; residents who flee may have been hit or not.
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.sides import FIGHTING
from warledger.claims.reading import Reading

FORCING = frozenset(("force", "compel", "oblige", "push"))
# Verbs of giving up ground, some with a particle of their own.
LEAVING = frozenset(("withdraw", "retreat", "flee", "pull", "leave", "abandon", "evacuate", "fall", "retire", "relinquish", "surrender", "vacate"))


def put_to_flight(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those whom an act forced to withdraw."""
    main = happening.main
    act = reading.doc[main.head]
    verb = act.head
    if main.frame.both_sides or main.frame.type != "ASSAULT" or act.dep_ != "nsubj" or verb.lemma_ not in FORCING:
        return []
    leaving = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.lemma_ in LEAVING and child.i in reading.verbs]
    return [i for child in leaving for head in reading.verbs[child.i].at("subject") for i in reading.fillers(head)
            if head > verb.i and (actor := reading.actor_at(i)) is not None and actor.kind in FIGHTING]
