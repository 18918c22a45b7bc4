"""Layer 7, demands: what of the parse is what somebody asks for: "urged the army to stop its raids", "called for a halt to the shelling".

In: the verb of a demand. Out: tokens. Decision: he who demands says what is to be done, to be stopped, and by what name he calls a thing;
the report says what has happened that it is about ("an inquiry into the attack", "to inspect the site of the attack").
"""

from __future__ import annotations

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# What is demanded stands in a clause or an object, and behind these.
CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl"))
THINGS = frozenset(("dobj", "conj"))
BEFORE_DEMANDED = frozenset(("for", "to"))
# Words that tell when, or why: their clause is nobody's demand.
CIRCUMSTANCES = frozenset(("mark", "advmod"))


def demanded(reading: Reading, verb: Token) -> frozenset[int]:
    """The tokens of what a verb demands, from what it governs down."""
    found: set[int] = set()
    below = [verb]
    while below:
        token = below.pop()
        for child in token.children:
            if child.i <= verb.i:
                continue
            if child.dep_ == "prep" and child.lower_ in BEFORE_DEMANDED | {"on", "upon"}:
                # behind "on" and "to" stands who is asked; the parse may hang on him what he is to do
                below.append(child)
            elif child.dep_ in THINGS or child.dep_ in ("pobj", "pcomp") or (child.dep_ in CLAUSES and _is_to_be(child)) or _is_named(reading, child):
                found.add(child.i)
                below.append(child)
    return frozenset(found)


def _is_to_be(clause: Token) -> bool:
    """Whether a clause tells what is to be done, not when or why the demand was made."""
    marks = [child for child in clause.children if child.dep_ in CIRCUMSTANCES and child.i < clause.i]
    return clause.dep_ in ("ccomp", "xcomp") or (clause.tag_ == "VB" and not any(mark.dep_ == "mark" for mark in marks))


def _is_named(reading: Reading, child: Token) -> bool:
    """"called the bombing a crime", "called it a massacre": the happening that a name is given to, and the name."""
    if child.dep_ == "oprd" and child.i in reading.event_words:
        return True
    return child.dep_ == "nsubj" and child.head.dep_ in ("ccomp", "xcomp", "oprd") and child.head.pos_ in ("NOUN", "ADJ") and child.i in reading.event_words
