"""Layer 9, names beside an act that tell where it was: "in Mali ambush", "Syria's war", "clashes rocked the city".

In: a Reading and a token that stands where somebody could. Out: whether it is the scene only. Decision: a country by its name
between "in" and an event, or before a war, is where it was; its adjective or its possessive before an act is who did it.
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.clauses.noun_agents import PLEDGES
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.role_lexicon import load_roles

# The frame of a truce, which a country by its name has as its ground.
CEASEFIRE = "ceasefire"
# Before a truce it says that one side alone keeps it.
ONE_SIDED = "unilateral"
WARS = load_grammar().wars
# Means before which a country by its name tells where, not whose.
ARMS = frozenset(("weapon", "chemical-weapon"))
MEANS = ARMS | {"munition"}
# What a nationality before an act is of where such a thing stands between the two.
STRUCK = frozenset(("building", "post", "supplies", "infrastructure"))
# Words for those whom a deal lets go, who did not make it.
LET_GO = frozenset(("family", "relative", "evacuee", "civilian", "patient", "child"))


def is_no_party(reading: Reading, happening: Happening, head: int) -> bool:
    """Whether a head only tells where it was."""
    own = _is_paired(reading, head) or _is_one_sided(reading.doc[happening.main.head]) or reading.doc[head].head.lemma_ in PLEDGES
    if happening.main.frame.name == CEASEFIRE and happening.main.clause.kind == "noun" and _is_scene(reading, head) and not own:
        return True  # "Syria's fragile ceasefire"
    if happening.main.clause.predicate in WARS and _is_scene(reading, head) and reading.place_at(head) is not None:
        return True  # "Syria's worst violence"
    if happening.main.frame.type == "AGREE" and (_is_swapped(reading, head) or reading.doc[head].lemma_.lower() in LET_GO):
        return True  # "under the deal fighters and their families left": families made none
    if _is_of_sides(reading.doc[head]) or _is_country_of_thing(reading, head):
        return True
    means = _is_beside_act(reading, head) or _is_bare_means(reading, head)
    return means or _is_of_thing_struck(reading, happening, head) or is_in_place(reading, head) or (happening.main.frame.both_sides and (_is_scene(reading, head) or _is_ground(reading, head)))


def _is_one_sided(truce: Token) -> bool:
    """"Ethiopia's unilateral ceasefire": whose truce it is keeps it alone."""
    return any(child.i < truce.i and child.lower_ == ONE_SIDED for child in truce.children)


def _is_of_sides(token: Token) -> bool:
    """"violence on all sides": whose it is, not whom it hit."""
    return token.lower_ == "sides" and token.dep_ == "pobj" and token.head.lower_ == "on"


def _is_country_of_thing(reading: Reading, head: int) -> bool:
    """"Air strike on Yemen school": a country right before the thing that was hit is where that is, though the parse sets the two side by side."""
    actor, token = reading.actor_at(head), reading.doc[head]
    if actor is None or actor.kind != "state" or token.dep_ != "pobj" or token.i + 1 >= len(reading.doc):
        return False
    after = token.nbor(1)
    return after.dep_ == "pobj" and after.head.i == token.head.i and bool(reading.word_classes.of(after.lemma_.lower()) & STRUCK)


def _is_swapped(reading: Reading, head: int) -> bool:
    """"the population swap deal", "a prisoner exchange": people before a deal are whom it is about."""
    actor, token = reading.actor_at(head), reading.doc[head]
    return actor is not None and actor.kind == "people" and actor.actor is None and token.pos_ == "NOUN" and token.dep_ in ("compound", "nmod")


def _is_beside_act(reading: Reading, head: int) -> bool:
    """"targeted by air strikes and artillery": a weapon told beside an act is one more of the means."""
    token = reading.doc[head]
    if token.dep_ != "conj" or not reading.classes(head) & MEANS:
        return False
    return token.first_of_list.i in reading.event_words


def _is_bare_means(reading: Reading, head: int) -> bool:
    """"by air strikes and artillery": a weapon that the report gives to nobody is no doer."""
    actor = reading.actor_at(head)
    return actor is not None and actor.actor is None and actor.country is None \
        and any("munition" in reading.word_classes.of(reading.doc[i].lemma_.lower()) for i in (head, actor.head))


def _is_of_thing_struck(reading: Reading, happening: Happening, head: int) -> bool:
    """"a Kenyan market bombing", "the Libyan arms depot blast": the nationality is the thing's, and that was struck."""
    act, token = happening.main.head, reading.doc[head]
    actor = reading.actor_at(head)
    if happening.main.clause.kind != "noun" or actor is None or actor.kind != "state" or token.tag_ != "JJ" or not head + 1 < act:
        return False
    between = reading.doc[head + 1:act]
    return all(word.pos_ in ("NOUN", "PROPN", "ADJ") and not word.is_stop for word in between) and \
        bool(reading.word_classes.of(between[-1].lemma_.lower()) & STRUCK)


def is_in_place(reading: Reading, head: int) -> bool:
    """"killed in Syria attack", "in Mali ambush": a country by its name between "in" and an event is where it was."""
    token = reading.doc[head]
    actor = reading.actor_at(head)
    if actor is None or actor.kind != "state" or token.pos_ != "PROPN":
        return False
    if token.dep_ == "poss" and token.i + 2 < len(token.doc) and token.nbor(1).dep_ == "case" and (place := reading.place_at(token.i + 2)) is not None:
        return place.head != token.i  # "Syria's Aleppo bomb blast"
    if token.dep_ not in ("compound", "nmod", "amod"):
        return False
    if actor.text.isupper() or (reading.place_at(head) is None and load_roles().noun(actor.text.lower()) is not None):
        return False  # "in U.S. raids": a short form is the adjective as well; "Government raids": no country by its name
    if actor.country == reading.theatre and _before_act(reading, token):
        return True
    return token.head.dep_ == "pobj" and token.head.head.lower_ in ("in", "near", "after")


def _before_act(reading: Reading, token: Token) -> bool:
    """"Syria gas attack kills dozens": the country of the war by its name before an act or its means is where it was."""
    if token.i + 1 == len(token.doc) or token.nbor(1).dep_ == "case":
        return False
    after = next((word for word in token.doc[token.i + 1:] if not (word.is_quote or word.is_punct)), token)
    behind = (token.head, token.head.head, after)  # "tests on Syria attack victims"
    return any(above.i in reading.event_words or reading.classes(above.i) & ARMS for above in behind)


def _is_scene(reading: Reading, head: int) -> bool:
    """"Syria's war", "the Libya conflict", "Syria fighting": a country before a war is where it is, not who wages it."""
    actor = reading.actor_at(head)
    token = reading.doc[head]
    own = token.tag_ == "PRP$" and not any(child.lower_ == "civil" for child in token.head.children)  # "its five-year civil war"
    if actor is None or actor.kind != "state" or own or reading.actor_by_head.get(token.head.i) is not None:
        return False  # "among the government rebels and Kurds": it stands before another party
    verb = token.head
    bare = verb.tag_ == "VBG" and verb.i == head + 1 and not any(child.dep_ in ("aux", "dobj") or child.lower_ in ("against", "with")
                                                                 for child in verb.children)
    return token.dep_ in ("poss", "compound", "amod", "nmod") or bare


def _is_paired(reading: Reading, head: int) -> bool:
    """"the Kenyan-Ugandan ceasefire": of two states that a hyphen joins neither is where it was."""
    doc = reading.doc
    before, behind = doc[head - 2:head] if head > 1 else (), doc[head + 1:head + 3]
    return any(len(pair) == 2 and pair[k].text == "-" and (actor := reading.actor_at(pair[1 - k].i)) is not None and actor.kind == "state"
               for pair, k in ((before, 1), (behind, 0)))


def _is_ground(reading: Reading, head: int) -> bool:
    """"clashes rocked the city": the ground of a fight is no party to it."""
    return reading.actor_at(head) is None and "area" in reading.classes(head)
