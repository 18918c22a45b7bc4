"""Layer 9, what ran onto a charge: "their convoy hit a roadside bomb", "a bus drove over a landmine".

In: a Reading and a Happening. Out: the heads of those who ran onto it. Decision: who hits a charge that was laid is hit by it, and did not do it.
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Charges that wait for somebody, by the last word of their name.
LAID = frozenset(("ied", "landmine", "mine", "device", "trap"))
ROADSIDE = "roadside"
STRIKING = frozenset(("hit", "strike"))
RUNNING, OVER = frozenset(("drive", "run", "step", "tread", "walk", "roll")), frozenset(("over", "on", "onto", "into"))
SUBJECTS = frozenset(("nsubj",))
# Who runs onto a charge.
RUNNERS = frozenset(("vehicle", "armed", "people", "person"))


def ran_onto(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those who ran onto the charge of a happening."""
    verbs = dict.fromkeys(verb for match in happening.matches if (verb := _verb_over(reading.doc[match.head])) is not None)
    runners = [i for verb in verbs for child in verb.children if child.dep_ in SUBJECTS for i in reading.fillers(child.i)]
    return [i for i in dict.fromkeys(runners) if reading.classes(i) & RUNNERS and "aircraft" not in reading.classes(i)]


def _verb_over(charge: Token) -> Token | None:
    """The verb by which somebody ran onto a charge, None where the noun is no charge or nobody did."""
    laid = charge.lemma_.lower() in LAID or any(child.lower_ == ROADSIDE for child in charge.children)
    if not laid:
        return None
    if charge.dep_ == "dobj" and charge.head.lemma_ in STRIKING:
        return charge.head
    over = charge.head
    return over.head if charge.dep_ == "pobj" and over.lower_ in OVER and over.head.lemma_ in RUNNING else None
