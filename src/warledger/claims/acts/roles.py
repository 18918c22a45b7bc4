"""Layer 9: who did it to whom, as participants with their passages.

In: a Happening. Out: participants of each role with the span that shows them. Decision: somebody is taken from the actor
mention that fills the place; a thing that was hit (a hospital, a convoy) is a target by its own words; a place by name is
where it was, not whom it hit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.acts.addressees import AIMED, aimed_at
from warledger.claims.acts.bans import banned, banning_countries, is_ban, is_bracketed
from warledger.claims.acts.companions import allied_between, believed_to_be, listed_before, shared_noun
from warledger.claims.acts.destinations import destination
from warledger.claims.acts.divided_between import sharers
from warledger.claims.acts.doers import REPEL, doing
from warledger.claims.acts.fellow_victims import parts
from warledger.claims.acts.frame_conditions import ACTING
from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.holders import (
    CAPTURING,
    GRIPS,
    HOLDING,
    TAKING,
    at_whose_expense,
    holders,
    lost_behind,
    lost_by_states,
    taken_back,
    taken_before,
)
from warledger.claims.acts.listed_between import listed_between
from warledger.claims.acts.moved_troops import moved_troops
from warledger.claims.acts.participant import Filled
from warledger.claims.acts.purposes import opposed_by_purpose, tells_one_side
from warledger.claims.acts.put_to_flight import put_to_flight
from warledger.claims.acts.scenes import is_in_place, is_no_party
from warledger.claims.acts.sides import (
    beside_in_fight,
    settle_sides,
    sides_told,
)
from warledger.claims.acts.things import crowd, is_struck, thing
from warledger.claims.acts.unlisted import is_somebody, many, others, unlisted
from warledger.claims.acts.unlisted_doers import unlisted_doer
from warledger.claims.acts.unlisted_sides import unlisted_sides
from warledger.claims.acts.victims import WATCHING, hit
from warledger.claims.clauses.aims import opposed_by
from warledger.claims.clauses.noun_agents import ALLIES
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.unit_lexicon import load_units
from warledger.model import Participant

# Classes of things with which somebody acts.
MEANS = frozenset(("vehicle", "aircraft", "weapon"))
# Verbs of an attack that may have a medium as its object; beside other words a medium tells of the act.
ASSAILING = frozenset(("attack", "storm", "bomb", "raid", "target", "hit", "strike", "shell", "burn"))
# Whoever owns these is not they: "their supporters", "its suburbs".
UNOWNED = frozenset(("side", "area"))
# How clauses hang whose subject is told above them.
HANGING = frozenset(("relcl", "acl", "pcomp", "xcomp"))
# Precisions of places that are no country: a capital that was hit, or a part of it, is no government.
IN_COUNTRY = frozenset(("town", "district", "province"))
UNARMED = frozenset(("CVL", "REF", "MED", "HLH", "EDU", "NGO", "REL"))


def _doing(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those who do it, with their parts, who else they may be, and who is allied with them."""
    heads = next((heads for heads in doing(reading, happening) if _names_doer(reading, happening, heads)), [])
    listed = sharers(reading, happening) or listed_between(reading, happening)
    heads = [*listed, *(head for head in heads if head not in listed)]
    heads = [*heads, *(head for head in parts(reading, heads, []) if head not in heads)]
    beside = [one for head in heads for one in (*believed_to_be(reading, head), *allied_between(reading, head))]
    return [*heads, *(head for head in beside if head not in heads)]


def participants(reading: Reading, happening: Happening) -> dict[str, list[Filled]]:
    """Who fills the roles initiator, target and other of a happening."""
    filled: dict[str, list[Filled]] = {}
    type_ = happening.main.frame.type
    may_hit_things = type_ == "ASSAULT"
    for role in ("initiator", "target", "other"):
        found: list[Filled] = []
        heads = happening.role(role)
        if role == "initiator":
            heads = _doing(reading, happening) or moved_troops(reading, happening)
        if role == "target":
            heads = hit(reading, happening)
        for head in [*listed_before(reading, heads), *heads]:
            if is_no_party(reading, happening, head) or (role == "initiator" and may_hit_things and _only_suffers(reading, happening, head)):
                continue
            if role == "other" and type_ == "DISPLACEMENT":
                item = destination(reading, head)
            else:
                item = _filled(reading, head, role == "target" and may_hit_things, role != "initiator", type_)
            if item is None and role == "initiator" and not found:
                item = unlisted_doer(reading, happening, head)
            if item is None and role == "target" and is_somebody(happening, head):
                item = unlisted(reading, head)
            if item is not None and item.participant.name not in {other.participant.name for other in found} and not _is_in_name(item, found):
                found.append(item)
        filled[role] = found
    both = happening.main.frame.both_sides
    subject = sides_told(reading, happening, filled["target"]) if both and not filled["initiator"] else []
    if (both or (type_ == "AGREE" and happening.main.clause.at("between"))) and len(filled["initiator"]) == 1:
        filled["initiator"] = [*_each(reading, beside_in_fight(reading, filled["initiator"][0].head), type_), *filled["initiator"]]
    filled["initiator"] += unlisted_sides(reading, happening, {item.head for item in filled["initiator"]})
    filled = settle_sides(reading, happening, filled, _each(reading, subject, type_))
    if is_ban(reading, happening):
        filled = _with_ban(reading, happening, filled)
    if not filled["target"] and (not both or tells_one_side(happening, filled["initiator"])):
        told = [] if both else _aimed_at(reading, happening, filled) or _held_before(reading, happening, filled)
        opposed = [] if told else _each(reading, opposed_by_purpose(reading, happening) or put_to_flight(reading, happening), type_)
        # "fighting to topple the junta": the two fight each other
        filled = {**filled, "initiator": [*filled["initiator"], *opposed]} if both else {**filled, "target": told or opposed}
    return filled


def _is_in_name(item: Filled, found: list[Filled]) -> bool:
    """"forces loyal to Yemen's president X": who stands within the name of those before is not one more beside them."""
    return any(other.start < item.start < other.start + len(other.participant.name) and other.participant.name.endswith(item.participant.name)
               for other in found)


def _with_ban(reading: Reading, happening: Happening, filled: dict[str, list[Filled]]) -> dict[str, list[Filled]]:
    """Whom a ban is on where it stands in brackets beside their names, and the governments of the countries in which it holds."""
    countries = [Filled(Participant(place.text, country=place.place.country, sector="GOV"), place.start, place.end, place.head)
                 for place in banning_countries(reading, happening)]
    clause = happening.main.clause
    if countries and not clause.passive and not clause.at("object"):
        return {**filled, "initiator": countries, "target": filled["initiator"]}  # "it outlawed in Kenya", "the group, outlawed in Kenya": whom else was banned
    if not is_bracketed(reading, happening):
        return {**filled, "initiator": filled["initiator"] or (countries if happening.main.clause.passive else [])}
    hit = _each(reading, banned(reading, happening), happening.main.frame.type)
    return {**filled, "initiator": countries or filled["initiator"], "target": hit or filled["target"]}


def _each(reading: Reading, heads: Sequence[int], type_: str) -> list[Filled]:
    return [item for head in heads if (item := _filled(reading, head, False, False, type_)) is not None]


def _held_before(reading: Reading, happening: Happening, filled: dict[str, list[Filled]]) -> list[Filled]:
    """"captured army positions", "seized the headquarters of X": from whom ground is taken, by what is taken."""
    frame = happening.main.frame
    taken = "place" if frame.type == "TERRITORY" and (frame.mode in TAKING or frame.mode is None) else "target" if frame.type == "COERCE" else None
    others = {item.participant.name for item in filled["initiator"]}
    lost = holders(reading, happening.role(taken)) if taken is not None else []
    lost = lost or (lost_behind(reading, happening) if taken == "place" and frame.mode in CAPTURING else [])
    lost = lost or ([*at_whose_expense(reading, happening), *taken_before(reading, happening), *taken_back(reading, happening)] if taken == "place" else [])
    named = [Filled(actor.participant(), actor.start, actor.end, actor.head) for actor in lost if actor.name not in others]
    states = lost_by_states(reading, happening) if taken == "place" else []
    return named or [item for head in states if (item := _country(reading, head)) is not None and item.participant.name not in others]


def _names_doer(reading: Reading, happening: Happening, heads: Sequence[int]) -> bool:
    """Whether any of some heads names somebody who can have done it."""
    type_ = happening.main.frame.type
    return any(not is_no_party(reading, happening, head) and not (type_ == "ASSAULT" and _only_suffers(reading, happening, head))
               and (_filled(reading, head, False, False, type_) or unlisted_doer(reading, happening, head)) is not None for head in heads)


def _aimed_at(reading: Reading, happening: Happening, filled: dict[str, list[Filled]]) -> list[Filled]:
    """Whom an act of words or measures is aimed at by way of what it is about."""
    others = [item.head for role in ("initiator", "other") for item in filled[role]]
    found: list[Filled] = []
    for head in aimed_at(reading, happening, [*others, *happening.role("initiator"), *happening.role("other")]):
        item = _filled(reading, head, False, True, happening.main.frame.type) or _country(reading, head)
        if item is not None and item.participant.name not in {other.participant.name for other in found}:
            found.append(item)
    return found


def _country(reading: Reading, head: int) -> Filled | None:
    """A place by name that stands for the country that it is in, or is."""
    place = reading.place_at(head)
    if place is None or place.place.country is None:
        return None
    return Filled(Participant(place.text, country=place.place.country), place.start, place.end, head)


def _only_suffers(reading: Reading, happening: Happening, head: int) -> bool:
    """Civilians attack nobody unless they are the plain subject of a violent verb."""
    actor = reading.actor_at(head)
    if happening.main.frame.both_sides or happening.main.frame.name == REPEL:
        return False
    if actor is None or not (actor.sector in UNARMED or actor.victims in ("civilians", "children", "women")):
        return False
    if reading.doc[head].tag_ == "PRP" and actor.victims in ("civilians", "unknown") and actor.kind == "people":
        return True  # "they hit the clinic" behind civilians: the planes of which nobody is left to be "they"
    return not any(argument.head == head and argument.slot == "subject" and (not argument.implied or _shares_subject(reading.doc[match.head]))
                   for match in happening.matches if match.clause.kind == "verb" for argument in match.clause.arguments)


def _shares_subject(verb: Token) -> bool:
    """Whether a verb has the subject of the one before it; "were killed in raids and shelling attacks" has a noun for the gerund.

    So it has that of the clause it hangs on where it has an object: "villagers who burned two cars", "was held for killing his wife".
    """
    carried = verb.tag_ != "VBG" or verb.head.tag_ == "VBG" or any(child.dep_ == "aux" for child in verb.children)
    return (verb.dep_ == "conj" and carried) or (verb.dep_ in HANGING and any(child.dep_ == "dobj" for child in verb.children))


def _is_town(reading: Reading, head: int) -> bool:
    place = reading.place_at(head)
    return place is not None and place.place.precision in IN_COUNTRY  # "central Kabul" is a part of the town


def _ends_address(reading: Reading, actor: ActorMention) -> bool:
    """"a strike on Raqqa, Syria": a country right behind a place is where that is."""
    return any(place.end < actor.start and not reading.report.text[place.end:actor.start].strip(" ,") for place in reading.places)


def _owner(reading: Reading, token: Token) -> ActorMention | None:
    """"the coalition's aviation", "aircraft of the coalition": whose means it is that acts, where the means are no actor by themselves."""
    before = [child.i for child in token.children if child.i < token.i and child.dep_ in ("poss", "compound", "amod", "nmod")]
    behind = [inner.i for child in token.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"]
    for i in (*before, *(behind if reading.word_classes.of(token.lemma_.lower()) & MEANS else ())):
        actor = reading.actor_at(i)
        if actor is not None and actor.kind in ("state", "force", "group", "body", "armed") and not is_in_place(reading, i) \
                and not opposed_by(reading.doc[i]):
            return actor
    return None


def _filled(reading: Reading, head: int, things: bool, role_is_target: bool, type_: str) -> Filled | None:
    token = reading.doc[head]
    gathered = crowd(reading, token) if things or (role_is_target and type_ == "COERCE") else None
    if gathered is not None or (head in reading.event_words and not (things and is_struck(reading, token))):
        return gathered
    actor = reading.actor_at(head)
    if actor is not None and things and actor.kind == "state" and (_is_town(reading, head) or _ends_address(reading, actor)):
        return None  # "struck Damascus": the town was hit, not the government
    if actor is not None and things and actor.kind == "media" and (actor.actor is not None or token.head.lemma_ not in ASSAILING):
        return None  # a medium named beside an act is who tells of it
    if actor is not None and type_ == "ASSAULT" and not (things or role_is_target) and (_only_watches(actor) or _is_nobody(actor)):
        return None  # who tells of an act did not do it, and "they" alone says nothing of who did
    nameless = actor is not None and actor.actor is None and actor.country is None and not things and not role_is_target
    if nameless and reading.word_classes.of(token.lemma_.lower()) & MEANS and (owner := _owner(reading, token)) is not None and not any(
            child.dep_ == "cc" for child in reading.doc[owner.head].children):  # "Turkish artillery and F-16 jets" are two
        return Filled(owner.participant(), owner.start, owner.end, head)
    if actor is not None and reading.classes(head) & ACTING:
        someone = actor.participant(_count(reading, head))
        if actor.kind == "state" and token.dep_ in ("amod", "compound") and not things and type_ not in AIMED:
            someone = replace(someone, sector="MIL")  # "Russian air strikes" are its forces'
        return Filled(someone, actor.start, actor.end, head)
    by_nation = actor is not None and actor.country is not None and (token.lemma_ in ALLIES or not (things or role_is_target))
    side = actor is not None and "side" in reading.classes(shared_noun(token, actor).i)
    if actor is not None and side and (actor.plural or by_nation):
        return Filled(actor.participant(_count(reading, head)), actor.start, actor.end, head)  # "its allies", "warring sides", "its Russian ally"
    counted = token.pos_ == "NUM" or token.dep_ in ("nsubj", "nsubjpass") or _is_before_participle(token)
    if actor is None and type_ == "DISPLACEMENT" and counted:
        return others(token, "CVL") or many(reading, head)
    unowned = things or bool(reading.classes(head) & UNOWNED)
    owner = None if unowned or (role_is_target and token.lemma_.lower() not in GRIPS) else _owner(reading, token)
    if owner is not None:
        return Filled(owner.participant(), owner.start, owner.end, head)
    return thing(reading, token) or _held_by(reading, token) if things else None


def _is_nobody(actor: ActorMention) -> bool:
    """Whether a pronoun stands for nobody who is named."""
    return actor.text.lower() == "they" and actor.name.lower() == "they"


def _only_watches(actor: ActorMention) -> bool:
    return actor.kind in ("media", "body") and actor.sector in WATCHING


def _held_by(reading: Reading, token: Token) -> Filled | None:
    """"pounded the group's moves", "a war on jihadist terrorism": of what is no thing that is hit, those whose it is; "its crew" is somebody."""
    if load_units().unit_of(token.lower_) == "people":
        return None
    owner = next((actor for child in token.children if child.dep_ in ("poss", "compound") and child.i < token.i
                  and (actor := reading.actor_at(child.i)) is not None and actor.kind in HOLDING), None)
    if owner is None or reading.place_at(token.i) is not None:
        return None
    return Filled(owner.participant(), owner.start, owner.end, token.i)


def _is_before_participle(token: Token) -> bool:
    """"and millions displaced": a number right before what befell them."""
    return token.i + 1 < len(token.doc) and token.nbor(1).tag_ in ("VBN", "VBD")


def _count(reading: Reading, head: int) -> int | None:
    quantities = reading.quantity_by_head.get(head, ())
    return next((quantity.best for quantity in quantities if quantity.unit == "people" and not quantity.part and not quantity.idle), None)


def trigger_span(reading: Reading, match: Match) -> tuple[int, int]:
    """The characters of a match's trigger; a wording with words between is its whole stretch."""
    tokens = [reading.doc[i] for i in match.trigger]
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
