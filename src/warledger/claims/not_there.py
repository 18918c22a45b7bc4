"""Layer 9, which names of places are no place of an event: somebody's home, seat, goal or podium, or a state that acts.

In: a Reading and a place mention. Out: whether it may tell where something happened. Decision: a name that stands for who
acts, and a place that only describes somebody, are never where the event was, however near they stand.
"""

from __future__ import annotations

from warledger.claims.mentions import PlaceMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech

# Participles that tell where somebody has their seat.
SEATED = frozenset(("base", "headquarter", "station", "locate", "bear"))
# By these words a sentence tells where somebody came from, went or looked, at another time than that of its act.
ELSEWHERE = frozenset(("to", "from", "for", "with", "as", "about", "than", "toward", "towards"))
# By these words somebody of these kinds is told to come from somewhere.
ORIGIN = {"from": frozenset(("person", "people", "armed", "force", "group", "office", "body")), "of": frozenset(("person",))}


def acts(reading: Reading, token: Token, strict: bool = False) -> bool:
    """"Russian planes", "Ankara said": a name that stands for somebody is no place of the event.

    strict: a state named without a preposition is somebody wherever it stands ("blamed Moscow").
    """
    actor = reading.actor_at(token.i)
    place = reading.place_at(token.i)
    if actor is None or place is None:
        return False
    if actor.end - actor.start > place.end - place.start:
        return True
    if actor.kind == "state" and place.preposition in ("between", "with", "against", "by"):
        return True
    return actor.kind == "state" and place.preposition is None and (strict or token.dep_ in ("nsubj", "poss", "conj", "compound", "amod", "nmod"))


def tells_origin(reading: Reading, preposition: Token) -> bool:
    """"warships from X", "Omar Haddad, 28, of X": where somebody comes from is not where something happened to him."""
    if preposition.dep_ != "prep" or preposition.lower_ not in ORIGIN:
        return False
    actor = reading.actor_at(preposition.head.i)
    return actor is not None and actor.kind in ORIGIN[preposition.lower_]


def may_be_event_place(reading: Reading, mention: PlaceMention, leaving: bool = False) -> bool:
    """Not the seat of a medium or a speaker ("in London", "from Moscow" behind a verb of saying): a capital of another country."""
    token = reading.doc[mention.head]
    link = _link_of(token)
    from_there = leaving and link.lower_ == "from"  # where the displaced come from is where they were displaced
    if not from_there and ((link.dep_ == "prep" and link.lower_ in ELSEWHERE) or tells_origin(reading, link)):
        return False
    for _ in range(4):
        token = token.head
        if token.lemma_ in SEATED and token.dep_ == "acl":
            return False
    if _is_spoken_at(reading, mention) or leans_on_state(reading, mention):
        return False
    return mention.place.precision != "country" or mention.preposition in ("in", "across", "inside", "throughout", "over")


def _link_of(token: Token) -> Token:
    """The preposition on which a name hangs, or the first of the list that it stands in ("from A, B and C")."""
    while token.dep_ in ("conj", "appos", "compound") and token.head.i != token.i:
        token = token.head
    return token.head


def _is_spoken_at(reading: Reading, mention: PlaceMention) -> bool:
    """"said in Ankara": where somebody spoke is not where it happened."""
    token = reading.doc[mention.head]
    for _ in range(4):
        token = token.head
        clause = reading.verbs.get(token.i)
        if clause is not None:
            return clause.predicate in load_speech().content and mention.preposition in ("in", "at", "from")
    return False


def leans_on_state(reading: Reading, mention: PlaceMention) -> bool:
    """"that area" behind a capital that acted: the words go back to no place of an event."""
    if not mention.definite or mention.antecedent is None:
        return False
    actor = reading.actor_at(mention.antecedent)
    return actor is not None and actor.kind == "state"
