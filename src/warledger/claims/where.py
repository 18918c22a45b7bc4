"""Layer 9: where a happening was: its own place by the parse, else the sentence's, else the report's, each said.

In: a Reading and a Happening. Out: the place mention with the rule that chose it. Decision: the place of an event is not
the nearest place name: it is what hangs on its clause; the narrower of two nested places; never the seat of a speaker.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.whole_war import is_measure, is_of_war, measures_for
from warledger.claims.event_location import judged
from warledger.claims.mentions import PlaceMention
from warledger.claims.not_there import acts, leans_on_state, may_be_event_place, tells_origin
from warledger.claims.place_signs import FINENESS, Ruling
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.answer_lexicon import load_answers
from warledger.model import Place

LOCATIVE = ("in", "at", "near", "on", "around", "inside", "outside", "across", "over", "into", "of", "against", "within", "north",
            "south", "east", "west", "along", "between", "through", "throughout", "to", "toward", "towards", "from", "off", "by")
OWN_SLOTS = ("in", "at", "near", "around", "inside", "outside", "on", "across", "over", "within", "along", "throughout", "into",
             "object", "of", "against", "to", "toward", "towards", "through", "between", "for", "from", "subject", "mod", "poss")
# The rule of a place that the sentence tells, but not the parse of the act.
SENTENCE = "the sentence's place"
# Rules that carry the place of something told before over to what names none.
CARRIED = frozenset(("the place told before", "the place of the happening told before"))
# How many sentences back a place still stands for what follows.
BACK = 3
# Nouns behind which the name of what they mean stands: "in the capital, Tamra".
SETTLEMENTS = frozenset(("capital", "city", "town", "village"))
# Slots that do not tell where acts of a type are: what people protest against or about is elsewhere, and who shoots from a place
# hits another; only those who leave a place are where they leave from.
NOT_THERE = {"DISPLACEMENT": (), "RETREAT": (), "PROTEST": ("from", "against", "object", "of", "for", "to", "toward", "towards", "over")}
# Acts that are where they leave from.
LEAVING = frozenset(("DISPLACEMENT", "RETREAT"))
# Relations of a name that stands before a noun, bare.
BEFORE_NOUN = frozenset(("compound", "nmod", "amod", "nsubj"))


@dataclass(frozen=True)
class Where:
    """A place with the characters that show it, None where a rule inferred it from elsewhere."""

    place: Place
    start: int
    end: int


def locate(reading: Reading, happening: Happening, scenes: list[PlaceMention], previous: Where | None) -> Where | None:
    """Where a happening was, None where nothing tells.

    scenes are the report's event_places; previous is where the happening told before it was.
    """
    ruling, places = by_rules(reading, happening), places_of_sentence(reading, happening)
    if not ruling.own and is_of_war(reading, happening):
        country = _country_of_theatre(reading, happening.main.head)
        if country is not None:
            return _inferred(country, "the country of the war")
    scenes = [scene for scene in scenes if all(scene is not place for place in places)]
    here = judged(reading, happening.main, places, ruling, alone=not scenes)
    if here is not None:
        return _inferred(here, None if here is ruling.place and ruling.own else SENTENCE)
    near = _told_shortly_before(reading, happening, scenes)
    if near is None and previous is not None:
        return Where(replace(previous.place, inferred="the place of the happening told before"), previous.start, previous.end)
    chosen = near or next(iter(scenes), None)
    return None if chosen is None else _inferred(chosen, "the place told before")


def by_rules(reading: Reading, happening: Happening) -> Ruling:
    """The place of its sentence that the parse gives to a happening, and whether it hangs on the act itself."""
    own = (_narrowest(_by_role(reading, happening)) or _narrowest(_by_clause(reading, happening))
           or _narrowest(_by_country_before(reading, happening)))
    return Ruling(own, True) if own is not None else Ruling(_narrowest(_by_sentence(reading, happening)), False)


def places_of_sentence(reading: Reading, happening: Happening) -> list[PlaceMention]:
    """The places that the sentence of a happening names."""
    sentence = reading.doc[happening.main.head].sent
    return [mention for mention in reading.places if sentence.start_char <= mention.start < sentence.end_char]


def of_background(reading: Reading, happening: Happening, where: Where | None) -> Where | None:
    """Where an act of the background was: not at the place of the news told before it, but in the country that they are about."""
    if where is None or where.place.inferred not in CARRIED:
        return where
    country = _country_of_theatre(reading, happening.main.head)
    return where if country is None else _inferred(country, "the country of the war")


def _country_of_theatre(reading: Reading, head: int) -> PlaceMention | None:
    """The country that the report is about, where it names it nearest."""
    theatre = theatre_of(reading.places)
    named = [mention for mention in reading.places if mention.place.precision == "country" and mention.place.country == theatre]
    return min(named, key=lambda mention: (abs(mention.head - head), mention.head)) if named else None


def _inferred(mention: PlaceMention, rule: str | None) -> Where:
    """The place of a mention, with the rule that chose it where one did and none stands there yet."""
    place = mention.place
    if rule is not None and place.inferred is None:
        place = replace(place, inferred=rule)
    return Where(place, mention.start, mention.end)


def _by_role(reading: Reading, happening: Happening) -> list[PlaceMention]:
    found = []
    for match in happening.matches:
        for head in match.roles.get("place", ()):
            found.extend(_under(reading, reading.doc[head]))
    return found


def _by_clause(reading: Reading, happening: Happening) -> list[PlaceMention]:
    """What hangs on the clauses of a happening: on the first that tells a place, or on a later one that tells a finer one.

    "launched an offensive in the north of X, targeting the village of Y": Y is where they fought.
    """
    found: list[PlaceMention] = []
    for match in happening.matches:
        more = _by_match(reading, match)
        if not found or (more and _fineness(_narrowest(more)) < _fineness(_narrowest(found))):
            found = more
    return found or _by_carrier(reading, happening)


def _by_match(reading: Reading, match: Match) -> list[PlaceMention]:
    for slot in OWN_SLOTS:
        if slot in match.frame.other or slot in NOT_THERE.get(match.frame.type, ("from",)):
            continue  # where the displaced fled to is not where they were displaced
        found = []
        for head in match.clause.at(slot):
            if slot in ("subject", "mod", "poss") and reading.place_at(head) is not None and reading.actor_at(head) is not None:
                continue
            found.extend(_under(reading, reading.doc[head]))
        if found:
            return found
    return []


def _fineness(mention: PlaceMention | None) -> int:
    return len(FINENESS) if mention is None else FINENESS.get(mention.place.precision, len(FINENESS))


def _by_carrier(reading: Reading, happening: Happening) -> list[PlaceMention]:
    """"The strikes left a clinic in Tamra in ruins": the place of the verb whose subject or object the event noun is."""
    found = []
    for match in happening.matches:
        carrier = reading.verbs.get(match.clause.parent) if match.clause.kind == "noun" and match.clause.parent is not None else None
        if carrier is None or match.head not in {head for slot in ("subject", "object") for head in carrier.at(slot)}:
            continue
        for slot in ("in", "at", "near", "object", "around", "outside", "inside", "on"):
            for head in carrier.at(slot):
                found.extend(_under(reading, reading.doc[head]) if head != match.head else [])
    return found


def _by_country_before(reading: Reading, happening: Happening) -> list[PlaceMention]:
    """"Syria fighting", "Syria gas kills dozens": the country of the report's events by its name before an act or its means."""
    heads = [head for match in happening.matches for head in (match.head, *match.clause.at("subject"))]
    found = [mention for head in heads for child in reading.doc[head].lefts if child.pos_ == "PROPN" and child.dep_ in BEFORE_NOUN
             and (mention := reading.place_at(child.i)) is not None and mention.place.country == reading.theatre]
    return [mention for mention in found if mention.place.precision == "country" and mention.text == mention.place.name]


def _under(reading: Reading, token: Token, depth: int = 0) -> list[PlaceMention]:
    """The places in a noun phrase, that of its head or those that hang on it by place words, not in relative clauses."""
    found: list[PlaceMention] = []
    if token.lemma_.lower() in load_answers().nouns:
        return found  # "in response to the attack on X": X is where the other attack was
    mention = reading.place_at(token.i)
    if mention is not None and not acts(reading, token) and not leans_on_state(reading, mention):
        found.append(mention)
    if depth > 5:
        return found
    for child in token.children:
        if tells_origin(reading, child):
            continue
        if child.dep_ == "appos" and mention is None and token.lower_ in SETTLEMENTS:
            found.extend(_under(reading, child, depth + 1))  # "in the capital, Tamra"
        elif child.dep_ in ("relcl", "acl", "appos", "nsubj", "ccomp", "advcl"):
            if child.dep_ == "acl":
                found.extend(place for inner in child.children if inner.dep_ == "prep" and inner.lower_ in LOCATIVE
                             for place in _under(reading, inner, depth + 1))
            continue
        found.extend(_under(reading, child, depth + 1))
    return found


def _by_sentence(reading: Reading, happening: Happening) -> list[PlaceMention]:
    sentence = reading.doc[happening.main.head].sent
    elsewhere = {head for match in happening.matches if match.frame.type == "DISPLACEMENT" for head in match.roles.get("other", ())}
    leaving = happening.main.frame.type in LEAVING
    inside = [mention for mention in reading.places if sentence.start_char <= mention.start < sentence.end_char
              and mention.head not in elsewhere and not measures_for(reading, happening, mention.head)
              and not acts(reading, reading.doc[mention.head], True) and may_be_event_place(reading, mention, leaving)]
    trigger = happening.main.head
    inside.sort(key=lambda mention: abs(mention.head - trigger))
    if not inside:
        return []
    nearest = inside[0]
    return [mention for mention in inside if mention is nearest or mention.inside == nearest.head or nearest.inside == mention.head]


def event_places(reading: Reading) -> list[PlaceMention]:
    """The places of a report's theatre that an event may have been at, in text order, that of the date line last."""
    theatre = theatre_of([mention for mention in reading.places if reading.layout.tells_place(mention.start)] or reading.places)
    found = [mention for mention in reading.places if (theatre is None or mention.place.country in (None, theatre))
            and FINENESS.get(mention.place.precision, 9) <= 3
              and not acts(reading, reading.doc[mention.head], True) and may_be_event_place(reading, mention)
              and not reading.layout.is_boilerplate(mention.start) and not is_measure(reading, reading.doc[mention.head])]
    return sorted(found, key=lambda mention: not reading.layout.tells_place(mention.start))


def _told_shortly_before(reading: Reading, happening: Happening, usable: list[PlaceMention]) -> PlaceMention | None:
    """The last place told in the sentences before, within reach."""
    sentence = reading.doc[happening.main.head].sent
    starts = [span.start_char for span in reading.doc.sents if span.start_char < sentence.start_char]
    reach = starts[-BACK] if len(starts) >= BACK else 0
    before = [mention for mention in usable if reach <= mention.start < sentence.start_char]
    before = [mention for mention in before if reading.layout.tells_place(mention.start)] or before
    if not before:
        return None
    last = before[-1]
    return _narrowest([mention for mention in before if reading.doc[mention.head].sent.start == reading.doc[last.head].sent.start])


def _narrowest(candidates: list[PlaceMention]) -> PlaceMention | None:
    """The narrower of nested places; of places beside each other the first."""
    if not candidates:
        return None
    outer = {mention.inside for mention in candidates}
    inner = [mention for mention in candidates if mention.head not in outer] or candidates
    return min(inner, key=lambda mention: (FINENESS.get(mention.place.precision, 9), mention.start))


def theatre_of(places: list[PlaceMention]) -> str | None:
    """The country (alpha-3) in which most of a report's places below the country lie, None where none is.

    Of two with as many, the one in which the report says by name that things happen ("in Syria").
    """
    told = [mention for mention in places if mention.place.country is not None and not mention.definite]
    counts = Counter(mention.place.country for mention in told if FINENESS.get(mention.place.precision, 9) < 4)
    named = Counter(mention.place.country for mention in told if mention.preposition in ("in", "across", "inside"))
    return min(counts, key=lambda country: (-counts[country], -named[country], country or "")) if counts else None
