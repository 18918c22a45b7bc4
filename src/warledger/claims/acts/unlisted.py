"""Layer 9, somebody whom an act befell and whom no list knows: "Okello was arrested", "a homemaker was shot", "the three were freed".

In: a Reading, a Happening and the head of a noun or name that is no actor mention. Out: a participant with the characters that show it.
Decision: who was killed, shot, arrested or freed is somebody, by whatever word; a bare number is a figure and names nobody,
one with an article stands for people told before.
"""

from __future__ import annotations

from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.lone_victims import HARMED, is_one_more, named_person
from warledger.claims.acts.participant import Filled
from warledger.claims.acts.things import short_name
from warledger.claims.counting_words import is_partitive
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.unit_lexicon import load_units
from warledger.model import Participant

# What befalls somebody and never a thing, as tallies count it.
BEFALLS = HARMED | {"abducted", "detained", "released"}
# Classes of whoever a frame asks for where only somebody will do.
SOMEBODY = frozenset(("people", "person", "armed", "unknown-people", "group-name", "captive", "called-person", "none"))
# A pronoun for people that a number before it counts.
OTHERS = frozenset(("others", "other"))
# Pronouns for all who were in a place, and what tells that place.
GATHERED, INSIDE = frozenset(("those", "everyone", "everybody", "all")), frozenset(("in", "inside", "aboard", "on"))
# Words for one more of those just told of, and the kinds of those who are counted so.
ONE_MORE = frozenset(("one", "another"))
COUNTED = frozenset(("people", "armed"))
# Words for no one.
NOBODY = frozenset(("nobody", "none"))
# Before a number these make it stand for people told before.
TOLD_BEFORE = frozenset(("the", "all", "both", "these", "those"))
SUBJECTS = frozenset(("nsubjpass", "nsubj"))


def is_somebody(happening: Happening, head: int) -> bool:
    """Whether who stands at a head must be somebody, by what is told to have befallen them or those beside whom they are told."""
    befell = [match for match in happening.matches if _befalls_somebody(match)]
    in_place = any(head in heads for match in happening.matches for heads in match.roles.values())
    return any(head in match.roles.get("target", ()) for match in befell) or (bool(befell) and not in_place)


def _befalls_somebody(match: Match) -> bool:
    counted = BEFALLS.intersection(what for slot, what in match.frame.tally.items() if slot not in ("initiator", "self"))
    return bool(counted) or bool(match.frame.needs.get("target") and match.frame.needs["target"] <= SOMEBODY)


def unlisted(reading: Reading, head: int) -> Filled | None:
    """Somebody by a name or a noun that is on no list, None where the words stand for nobody."""
    token = reading.doc[head]
    if reading.actor_at(head) is not None or not token.text[0].isalnum() or _is_denied(token) or is_nobody(token):
        return None
    inside = next((child for child in token.children if child.i > token.i and child.lower_ in INSIDE), None)
    if token.lower_ in GATHERED and inside is not None:  # "those in the helicopter died"
        end = inside.right_edge.idx + len(inside.right_edge.text)
        return Filled(Participant(reading.quote(token.idx, end)), token.idx, end, token.i)
    if token.lower_ in OTHERS:
        return many(reading, head, "") or others(token, None)  # "six others were killed"
    if token.lower_ in ONE_MORE and is_one_more(token):
        return _one_of_them(reading, token)
    if token.pos_ == "NUM":
        return _told_before(reading, token)
    lone = None if is_partitive(token) else named_person(reading, head)  # a number at the start of a sentence is a name to the parser
    if lone is not None:
        return Filled(Participant(reading.quote(lone.start, lone.end)), lone.start, lone.end, head)
    count = next((item.best for item in reading.quantity_by_head.get(head, ()) if item.unit == "people" and not item.part and not item.idle), None)
    if (count is None or token.pos_ != "NOUN") and not may_be_somebody(reading, token):
        return None
    start, end = short_name(reading, token)
    return Filled(Participant(reading.quote(start, end), sector=None if count is None else "CVL", count=count), start, end, head)


def _is_denied(token: Token) -> bool:
    """"non-Iraqis": who somebody is not, in one word or in the three of the parse."""
    hyphened = token.i > 1 and token.nbor(-1).text == "-"
    return token.lower_ == "non" or (hyphened and token.nbor(-2).lower_ == "non")


def is_nobody(token: Token) -> bool:
    """"Nobody left the town", "no one was hurt": words for no one name no one."""
    return token.lower_ in NOBODY or (token.lower_ == "one" and any(child.lower_ == "no" for child in token.children))


def others(token: Token, sector: str | None) -> Filled | None:
    """"others were injured": further ones without their number, of whom nothing is told; those who flee are civilians."""
    return None if token.lower_ != "others" else Filled(Participant(token.text, sector=sector), token.idx, token.idx + len(token.text), token.i)


def many(reading: Reading, head: int, noun: str = "people") -> Filled | None:
    """"10 million have been displaced": a number of people without its noun, or with a pronoun for it."""
    quantity = next((item for item in reading.quantities_at(head) if item.unit == "people"), None)
    if quantity is None or is_nobody(reading.doc[head]):
        return None
    words = reading.quote(quantity.start, quantity.end)
    name = words if reading.doc[head].tag_ == "NNS" and noun == "people" else f"{words} {noun or reading.doc[head].text}"
    return Filled(Participant(name, sector="CVL", count=quantity.best), quantity.start, quantity.end, head)


def _told_before(reading: Reading, number: Token) -> Filled | None:
    """"the three were shot", "all four": people of whom the report told before."""
    first = next((child for child in number.children if child.i < number.i and child.lower_ in TOLD_BEFORE), None)
    if first is None:
        return None
    end = number.idx + len(number.text)
    return Filled(Participant(number.text), number.idx, end, number.i)


def _one_of_them(reading: Reading, token: Token) -> Filled | None:
    """"six soldiers were wounded, while another one was killed": those whose number the clause before told, one more of whom it befell."""
    before = [actor for actor in reading.actors if token.sent.start <= actor.head < token.i and reading.doc[actor.head].dep_ in ("nsubjpass", "dobj")
              and actor.kind in COUNTED and actor.plural]
    verb = token.head
    if not before or token.dep_ != "nsubjpass" or verb.dep_ not in ("advcl", "conj") or verb.head is not reading.doc[before[-1].head].head:
        return None
    return Filled(before[-1].participant(), before[-1].start, before[-1].end, token.i)


def may_be_somebody(reading: Reading, token: Token) -> bool:
    """A noun, or a name that the parser takes for another word at the head of a sentence, and neither thing, time, place nor act."""
    named = token.dep_ in SUBJECTS and token.text[:1].isupper() and token.pos_ != "PRON"
    if token.pos_ not in ("NOUN", "PROPN") and not named:
        return False
    if reading.place_at(token.i) is not None or token.i in reading.event_words or token.i in reading.time_tokens or is_partitive(token):
        return False
    return not reading.word_classes.of(token.lemma_.lower()) and load_units().unit_of(token.lower_) in (None, "people")
