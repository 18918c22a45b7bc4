"""Layer 9, the sides of a fight by who fell in it: "nine rebels were killed in the clashes, while the army lost four".

In: a Reading whose acts are known, and a token of a sentence. Out: the heads of the two sides that the sentence tells. Decision: those
who are told to have fallen, to have lost men or to have acted are the sides where they are exactly two and may not be one; one of them
alone is none.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

ARMED = frozenset(("MIL", "REB", "GOV", "UAF", "COP"))
FIGHTING = frozenset(("force", "group", "armed"))
# Types of acts whose doers take part in the fight told beside them.
DEEDS = frozenset(("ASSAULT", "TERRITORY", "RETREAT"))
LOSING = "lose"
SIDES = 2
# Nouns of a whole war, whose dead fell on many sides.
WARS = load_grammar().wars


def fallen_sides(reading: Reading, fight: Token) -> list[int]:
    """The heads of the two sides of the fight that a sentence tells, none where it tells of one or of several, or of a whole war."""
    fallen, acting = _told(reading, fight) if fight.lemma_.lower() not in WARS else ([], [])
    sides: list[tuple[int, ActorMention]] = []
    for head in (*fallen, *(acting if fallen else ())):
        actor = reading.actor_at(head)
        if actor is not None and actor.kind in FIGHTING and actor.sector in ARMED \
                and not any(_may_be_one(actor, other, head in fallen) for _, other in sides):
            sides.append((head, actor))
    return [head for head, _ in sides] if len(sides) == SIDES else []


def _told(reading: Reading, token: Token) -> tuple[list[int], list[int]]:
    """Those who fell or lost men by a sentence, and those who act in it."""
    fallen: list[int] = []
    acting: list[int] = []
    for i in range(token.sent.start, token.sent.end):
        clause = reading.verbs.get(i)
        frame = reading.acts.get(i)
        if clause is None:
            continue
        if clause.predicate == LOSING and clause.at("object"):
            fallen += _fillers(reading, clause, "subject")
        elif frame is not None and frame.result and clause.passive:
            fallen += _fillers(reading, clause, "object")
        elif frame is not None and frame.type in DEEDS and not clause.passive and not frame.both_sides and _has_own_subject(reading.doc[i]):
            acting += _fillers(reading, clause, "subject")
    return fallen, acting


def _has_own_subject(verb: Token) -> bool:
    """"with the militia capturing the hill" only goes on from the fight; a sentence of its own tells who was there."""
    return verb.tag_ != "VBG" and any(child.dep_ == "nsubj" for child in verb.children)


def _fillers(reading: Reading, clause: Clause, slot: str) -> list[int]:
    return [i for head in clause.at(slot) for i in reading.fillers(head)]


def _may_be_one(one: ActorMention, other: ActorMention, fell: bool) -> bool:
    """Whether nothing tells two parties apart, neither sector nor who they are; fell: both are told to have lost men, each by its own words."""
    sectors = {"MIL" if who.sector in ("GOV", "COP") else who.sector for who in (one, other)}
    if len(sectors) > 1:
        return False
    if one.actor is not None and other.actor is not None:
        return one.actor == other.actor
    named = one.actor is not None or other.actor is not None
    return not (fell and named) or one.name.split()[0].lower() == other.name.split()[0].lower()
