"""Layer 9, acts that are part of others: "the raid was part of an offensive by X", "shelled the town as part of its campaign".

In: a Reading and the noun of an act. Out: the heads of those who act in the whole that it is part of, in the part of it that the
sentence tells, or in the effort that the sentence says it is. Decision: a part has the doers of its whole, and the whole those of
its part; anything else that "is" between two acts ("was a response to") tells nothing of who did them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

PART = "part"
# What an act is called by what those who do it want.
EFFORTS = frozenset(("effort", "attempt", "bid", "push", "campaign", "plan", "tactic", "strategy"))
# What an act is called as that of somebody: "was the work of X".
WORKS = frozenset(("work", "doing", "handiwork"))
# Verbs whose object is the weapon of their subject.
USING = frozenset(("use", "employ", "drop", "fire", "unload"))
SUBJECTS = ("nsubj", "nsubjpass")


def doers_of_whole(reading: Reading, act: Token, doers_of: Callable[[int], list[int]]) -> list[int]:
    """Who acts in the whole, the part or the effort that a sentence makes of an act; doers_of tells those of another event noun."""
    found = [head for other in _parts_told(act) for head in (doers_of(other.i) if other.i in reading.nouns else _acting(reading, other))
             if other.dep_ == "nsubj" or other.i in reading.nouns]  # "people were moved as part of the deal": they did not make it
    if act.dep_ in SUBJECTS:
        found += [head for whole in _wholes(act.head) if whole.i in reading.nouns for head in doers_of(whole.i)]
        told = (act.head, *(child for child in act.head.children if child.dep_ == "xcomp"))  # "appears to be the work of X"
        found += [i for verb in told for child in verb.children if child.dep_ == "attr" for by in child.children
                  if by.lower_ == ("of" if child.lemma_ in WORKS else "by" if child.lemma_ in EFFORTS else "")
                  for inner in by.children if inner.dep_ == "pobj" for i in _acting(reading, inner)]
    return found


def users_of(reading: Reading, means: Token) -> list[int]:
    """"X may be using cluster bombs", "attacks by X with barrel bombs": who uses the weapon that a claim is about."""
    if "munition" not in reading.word_classes.of(means.lemma_.lower()):
        return []
    means = means.first_of_list
    verb = reading.verbs.get(means.head.i) if means.dep_ == "dobj" and means.head.lemma_ in USING else None
    return [i for head in verb.at("subject") for i in reading.fillers(head) if reading.actor_at(i) is not None] if verb is not None else []


def _parts_told(whole: Token) -> list[Token]:
    """"the raid was part of the operation", "the army attacked as part of the operation": the subject of the clause that tells a part of it."""
    part = whole.head.head
    if whole.dep_ != "pobj" or whole.head.lower_ != "of" or part.lemma_ != PART:
        return []
    verb = part.head.head if part.dep_ == "pobj" and part.head.lower_ == "as" else part.head
    return [child for child in verb.children if child.dep_ in SUBJECTS and (child.dep_ == "nsubj" or child.pos_ == "NOUN")]


def _wholes(verb: Token) -> Iterator[Token]:
    """What the subject of a verb is said to be part of."""
    for child in verb.children:
        parts = [child] if child.dep_ == "attr" else [inner for inner in child.children if inner.dep_ == "pobj"] if child.lower_ == "as" else []
        for part in parts:
            if part.lemma_ == PART:
                yield from (inner for of in part.children if of.lower_ == "of" for inner in of.children if inner.dep_ == "pobj")


def _acting(reading: Reading, token: Token) -> list[int]:
    return [i for i in reading.fillers(token.i) if reading.actor_at(i) is not None]
