"""Layer 9, who fell in a fight as one of the fighters told to have fallen: "clashes killed 12 soldiers and 16 rebels, including a warlord".

In: a happening, and the heads of those on whom it fell. Out: those of them who are part of fighters told to have fallen. Decision: whoever
is told behind "including", right after such fighters or after the verb that fells them, is no side of the fight beside them; of "12 people
including four soldiers" the soldiers are one.
"""

from __future__ import annotations

from collections.abc import Iterable

from warledger.claims.acts.companions import FIGHTING
from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

INCLUDING = "including"


def among_fallen(reading: Reading, happening: Happening, heads: Iterable[int]) -> set[int]:
    """The heads of those who are told as a part of fallen fighters."""
    found = set()
    for head in heads:
        wholes = [reading.actor_at(whole) for whole in _wholes(happening, reading.doc[head])]
        if wholes and all(actor is not None and actor.kind in FIGHTING for actor in wholes):
            found.add(head)
    return found


def _wholes(happening: Happening, part: Token) -> list[int]:
    """The fallen of whom somebody behind "including" is one."""
    first = part.first_of_list
    over = first.head.head
    if first.dep_ != "pobj" or first.head.lower_ != INCLUDING or first.head.i < over.i:
        return []
    counted = {inner.i for child in over.children if child.lower_ == "of" for inner in child.children}  # "most of them, including a sniper"
    fallen = [(match, head) for match in happening.matches if match.frame.result for head in match.roles.get("target", ())]
    return [head for match, head in fallen if head in (over.i, *counted) or (match.head == over.i and match.clause.kind == "verb")]
