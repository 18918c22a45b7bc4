"""Layer 9, where an act of fire or of explosives hit: "a bombing in a mosque", "a blast at a checkpoint", "a bomb hidden under a bus".

In: a Reading and a Happening. Out: the heads of buildings and vehicles at or in which it was. Decision: what stands where a charge went
off or fire fell was hit, be the place told of the act or of those whom it killed; ground, camps and villages only tell where it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.counting_words import is_partitive
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Frames of charges that are set off, participles of putting them somewhere, prepositions of where, and what then was to be hit.
SET_OFF = frozenset(("bomb", "detonate", "suicide-attack"))
PLANTED = frozenset(("plant", "place", "hide", "attach", "lay"))
AT_WHICH = frozenset(("inside", "outside", "at", "under", "underneath", "beneath", "aboard"))
NEAR = frozenset(("near", "outside", "at", "beside"))
# Parts of a building or vehicle, under or in which a charge is put.
PARTS = frozenset("platform floor roof wall seat pulpit stage basement hall chassis door gate entrance".split())
STANDING, SCENE = frozenset(("building", "vehicle")), "site"
# Frames of fire, beside those of charges, and prepositions behind them or behind what befell those whom they hit.
OF_FIRE = SET_OFF | {"shell", "airstrike", "barrel-bomb", "attack-by-name"}
WITHIN = frozenset(("in", "inside", "at", "aboard"))
# Words for what is built that tell a stretch of ground, a task or a part of the town.
GROUND = frozenset("village outskirt camp kibbutz position post target command centre center complex compound site farm property stronghold "
                   "operation mine field block facility court mission base basis tunnel trench".split())

LYING_IN_WAIT = frozenset(("ambush",))
ROADS = frozenset(("road", "highway", "motorway", "street", "route", "track"))
# Verbs of dying of a wound, and where that may be: "two of them died in a hospital".
DYING, HEALING = frozenset(("die", "succumb")), frozenset(("hospital", "clinic"))


def set_off_beside(reading: Reading, happening: Happening) -> list[int]:
    """"blew himself up in front of a pharmacy", "a bomb was hidden inside the church": the building or vehicle at which a charge was set off."""
    words = [reading.doc[i] for match in happening.matches if match.frame.name in SET_OFF for i in (match.head, match.carrier)]
    charges = [reading.doc[i] for match in happening.matches if match.frame.name in SET_OFF for slot in ("subject", "object") for i in match.clause.at(slot)]
    putting = list(_putting([*words, *charges]))
    near = [noun for word in (*words, *putting) for child in word.children if child.dep_ == "prep" for noun in _near(child) if noun.dep_ == "pobj"]
    beside = any(child.lower_ in NEAR for word in words for child in word.children)  # "placed in a car, went off near a bank": it came in the car
    near += [noun for verb in putting for child in verb.children if child.lower_ == "in" for noun in child.children
             if noun.dep_ == "pobj" and noun.lemma_.lower() not in GROUND and not (beside and "vehicle" in reading.word_classes.of(noun.lemma_.lower()))]
    return list(dict.fromkeys(noun.i for one in near for noun in (_carried_by(one),)
                              if reading.word_classes.of(noun.lemma_.lower()) & STANDING and noun.lemma_ != SCENE))


def _putting(words: list[Token]) -> Iterator[Token]:
    """"a bomb planted in", "the bomb that was placed in", "planted a bomb in": the verbs that tell where a charge was put."""
    for word in words:
        yield from (child for child in word.children if child.dep_ in ("acl", "relcl") and child.lemma_ in PLANTED)
        if word.head.lemma_ in PLANTED and word.dep_ in ("dobj", "nsubjpass"):
            yield word.head


def _carried_by(part: Token) -> Token:
    """"under the platform of the mosque": the building or vehicle of which a part is told."""
    whole = [inner for child in part.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"]
    return whole[0] if whole and part.lemma_.lower() in PARTS else part


def _near(preposition: Token) -> list[Token]:
    """What stands behind a preposition of where a charge is put, behind "in front of", and behind a second one ("in front of and inside")."""
    behind = [child for child in preposition.children if preposition.lower_ in AT_WHICH]
    for front in (inner for inner in preposition.children if inner.lower_ == "front" and preposition.lower_ == "in"):
        behind += [part for of in front.children if of.lower_ == "of" for part in of.children]
    return behind + [part for other in preposition.children if other.dep_ == "conj" and other.lower_ in AT_WHICH for part in other.children]


def struck_within(reading: Reading, happening: Happening) -> list[int]:
    """"an air raid in the market", "were killed in a blast at a checkpoint": the building in which fire fell or a charge went off."""
    if not any(match.clause.kind == "noun" and match.frame.name in OF_FIRE for match in happening.matches):
        return []
    found = [i for match in happening.matches for noun in _where(match, reading) for i in reading.fillers(noun.i)
             if _is_built(reading, reading.doc[i]) or (_goes_off(match) and "vehicle" in reading.word_classes.of(reading.lemma[i]))]
    return list(dict.fromkeys(found))


def is_site_of_act(reading: Reading, head: int) -> bool:
    """"the damage at the site of the blast": ground told by nothing but the act was not hit."""
    token = reading.doc[head]
    return token.lemma_.lower() == SCENE and any(inner.i in reading.event_words for child in token.children if child.lower_ == "of" for inner in child.children)


def _goes_off(match: Match) -> bool:
    """"a bomb exploded in a car": a charge by itself, told by its verb and not near something else, hit what it was in."""
    return match.frame.name == "bomb" and match.clause.kind == "verb" and not any(match.clause.at(slot) for slot in NEAR)


def is_road(reading: Reading, happening: Happening, head: int) -> bool:
    """"a bomb on the road between Gao and Ansongo", "an ambush on the road": there a charge or somebody waits; a road that is hit is so by fire from afar."""
    token = reading.doc[head]
    over = token.head.head if token.head.lower_ == "of" and is_partitive(token.head.head) else token  # "on one of the farm roads"
    waits = happening.main.frame.name in SET_OFF or happening.main.clause.predicate in LYING_IN_WAIT
    return waits and token.lemma_.lower() in ROADS and over.dep_ == "pobj" and over.head.lower_ == "on"


def _where(match: Match, reading: Reading) -> Iterator[Token]:
    """The nouns behind the prepositions of place of an act by its noun, or of what it did to somebody."""
    if match.clause.kind != "noun" and not (match.frame.result or match.frame.name in SET_OFF):
        return
    for argument in match.clause.arguments:
        treated = match.clause.predicate in DYING and reading.lemma[argument.head] in HEALING
        if argument.slot in WITHIN and not argument.implied and not treated:
            yield reading.doc[argument.head]
    for victim in (reading.doc[head] for head in match.clause.at("object") if match.frame.result and match.clause.kind == "verb"):
        for child in victim.children:  # "killed a nurse in the hospital"
            yield from (inner for inner in child.children if child.lower_ in WITHIN and inner.dep_ == "pobj")


def _is_built(reading: Reading, token: Token) -> bool:
    return token.lemma_.lower() not in GROUND and "building" in reading.word_classes.of(token.lemma_.lower()) and token.i not in reading.event_words
