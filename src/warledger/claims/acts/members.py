"""Layer 9, who acts within an alliance: "a coalition that includes the X Front", "those waging the assault include X and Y".

In: a Reading and the heads that fill the initiator's place. Out: the heads of those whom the sentence tells to be among them. Decision: of an
alliance or of groups those are told that a clause of including names, whether it hangs on them or they are its subject; an army or a group by its
name has no members here, for what it includes ("the army, which includes conscripts") is itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.acts.companions import ACTING
from warledger.claims.apposed import called
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Verbs of having members.
INCLUDING = frozenset(("include", "comprise"))
# How the clause of what they include hangs on those who act, and what stands in it for them.
RELATIVE = "relcl"
RELATIVES = frozenset(("that", "which", "who"))


def members(reading: Reading, heads: Sequence[int]) -> list[int]:
    """The heads of those who are told to be among some who act, without these."""
    if reading.words.isdisjoint(("include", "includes", "included", "comprise", "comprises", "comprised")):
        return []
    found = [i for head in heads if _may_have_members(reading, head) for verb in _including(reading.doc[head])
             for child in verb.children if child.dep_ == "dobj" for i in reading.fillers(child.i)
             if (actor := reading.actor_at(i)) is not None and actor.kind in ACTING]
    return [i for i in dict.fromkeys(found) if i not in heads]


def _may_have_members(reading: Reading, head: int) -> bool:
    """An alliance, groups or "those"; not fighters or an army, nor one by its own name."""
    actor = reading.actor_at(head)
    if actor is None and called(reading.doc[head]):
        return False
    return actor is None or (actor.actor is None and actor.kind == "group")


def _including(token: Token) -> list[Token]:
    """The verbs that tell whom somebody includes: that of which he is the subject, or of a clause on him or on the groups that he is "of"."""
    over = [token.head] if token.dep_ == "nsubj" and token.head.i > token.i else []
    groups = [token, *(inner for child in token.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj")]
    own = [child for one in groups for child in one.children if child.dep_ == RELATIVE and any(
        word.dep_ == "nsubj" and word.lower_ in RELATIVES for word in child.children)]
    return [verb for verb in (*over, *own) if verb.lemma_ in INCLUDING and not any(child.dep_ == "neg" for child in verb.children)]
