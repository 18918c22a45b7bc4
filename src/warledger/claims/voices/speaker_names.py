"""Layer 7, names of speakers: the name that stands beside the role or the sort of body that speaks.

In: a Reading and a mention of who speaks, or a bare noun. Out: the mention by its name, None where no name stands beside it.
Decision: a speaker goes by the name that the text gives him in the same breath: behind "known as", in quotes before the noun,
before an apposition without commas, behind the body whose director he is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token, written
from warledger.lexicons.speech_lexicon import load_speech

# "an activist identified as Omar Haddad": the name stands behind one of these.
NAMING = frozenset(("identify", "name", "call", "know", "introduce", "dub"))
# "a local activist who uses the name Omar Haddad", "who goes by the name of Abu Omar".
USING = frozenset(("use", "go", "give"))
# "The Civil Defence another rescue group said": an apposition that lost its commas opens with one of these.
APPOSED = frozenset(("a", "an", "another"))
# What may stand before it.
ASIDES = frozenset(("however", "meanwhile"))
ROLES = ("office", "people", "person")
NAMED = ("person", "body", "media", "group")
SORTED = ("body", "media", "group", "force")
# Of a group with the name behind "of" nothing but the name is told.
GROUPS = frozenset(("group", "organisation", "organization", "movement"))
# "the Cham Observatory (CO) monitoring group": what may stand between a name and its sort.
BRACKETED = re.compile(r" \([A-Z]{2,}\),? $")
QUOTES = frozenset('"“”«»')
# A name of two to four words, right before what its bearer does.
NAME = re.compile(r",? (?P<name>(?:(?:al|el|bin|ibn|abu)[- ])?[A-Z][\w'-]+(?: (?:(?:al|el|bin|ibn)[- ])?[A-Z][\w'-]+){1,3})(?=,? [a-z]+ed\b|,? (?:said|says|told|wrote)\b)")
# Between an office and the place that it is of, and the sort of place behind that.
OF_PLACE, AREA = re.compile(r" (?:of|in|for) (?:the )?"), re.compile(r" (?P<noun>[a-z]+)")
# What an office is of, with "of", is told in no more words.
LONGEST_BODY = 7
# A name in quotes has no more words.
LONGEST_QUOTED = 3


def beside(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """The name of a speaker by a role or by a sort of body."""
    person = _apposed_to(reading, mention) or _behind_body(reading, mention) or _called(reading, reading.doc[mention.head]) or _name_within(reading, mention) \
        or _name_before_of(reading, mention) \
        or _before_apposition(reading, mention)
    if person is not None:
        return replace(person, country=person.country or mention.country, sector=person.sector or mention.sector)
    return _named_sort(reading, mention) or _quoted(reading, mention)


def without_descriptions(reading: Reading, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Some speakers without what only describes another: "the rebel group Jaish Homs", "the Observatory, a monitoring group"."""
    described = set()
    for one, two in pairwise(mentions):
        gap = reading.report.text[one.end:two.start].strip(" ,").lower()
        sort = one.text[-1:].islower() and one.text.split()[-1].islower() and not two.text.split()[-1].islower() and gap in ("", "the")
        office = one.kind == "office" and not one.plural and two.kind == "person" and not two.anonymous and _is_of_body(gap)
        if sort or office:
            described.add(one)
        elif not one.text.split()[-1].islower() and _opens_description(gap) and (two.text.split()[-1].islower() or two.actor is None):
            described.add(two)
    return [mention for mention in mentions if mention not in described]


def _opens_description(gap: str) -> bool:
    """"the centre, a local NGO", "the centre however a local NGO": an article stands before no name."""
    words = gap.replace(",", "").split()
    return words[-1:] != [] and words[-1] in APPOSED and set(words[:-1]) <= ASIDES


def _is_of_body(gap: str) -> bool:
    """"President of the Cham Council Omar Haddad said": between an office and the name of who holds it stands only what it is of."""
    words = gap.split()
    return words[:1] in (["of"], ["for"]) and 1 < len(words) <= LONGEST_BODY and "and" not in words and "," not in gap


def known_as(reading: Reading, token: Token) -> ActorMention | None:
    """"the organisation known as the White Helmets": the name behind a noun that is nobody by itself."""
    return _called(reading, token)


def _called(reading: Reading, token: Token) -> ActorMention | None:
    for child in token.children:
        named = child.dep_ == "acl" and child.lemma_ in NAMING
        goes_by = child.dep_ == "relcl" and child.lemma_ in USING and any(part.lower_ == "name" for part in child.subtree)
        if child.i < token.i or not (named or goes_by):
            continue
        behind = (reading.doc[part.i + 1] for part in child.subtree if part.lower_ == "name" and part.i + 1 < len(reading.doc))
        for part in (*child.subtree, *behind):  # the parse may give the name to the verb behind it
            actor = reading.actor_at(part.i) if part.pos_ == "PROPN" else None
            if actor is not None and actor.kind in NAMED and not actor.anonymous:
                return actor
    return None


def _apposed_to(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"Omar Haddad, a writer, told ...": the person of whom a role only tells what he is."""
    role = reading.doc[mention.head]
    if role.dep_ != "appos" or mention.kind not in ROLES or role.head.i > role.i or role.head.ent_type_ not in ("PERSON", ""):
        return None
    actor = reading.actor_at(role.head.i)
    if actor is not None:
        return actor if actor.kind == "person" and not actor.anonymous else None
    first = min([role.head.i, *(child.i for child in role.head.children if child.dep_ == "compound" and child.i < role.head.i)])
    if role.head.ent_type_ != "PERSON" or first == role.head.i:
        return None
    start, end = reading.doc[first].idx, role.head.idx + len(role.head.text)
    text = reading.quote(start, end)
    return replace(mention, start=start, end=end, head=role.head.i, text=text, name=text, kind="person", anonymous=False)


def _behind_body(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"the director of the Observatory Omar Haddad": the name right behind the body whose director speaks."""
    at = reading.actors.index(mention) if mention in reading.actors else len(reading.actors)
    if mention.kind not in ROLES or mention.plural:
        return None
    if (placed := _behind_place(reading, mention)) is not None or at + 1 >= len(reading.actors):
        return placed
    body, *behind = reading.actors[at + 1:at + 3]
    link = reading.report.text[mention.end:body.start].split()
    if link[:1] not in (["of"], ["for"], ["at"], ["to"], ["in"]) or len(link) > 2 or body.kind == "person":
        return None
    joined = bool(behind) and not reading.report.text[body.end:behind[0].start].strip(" ,")
    return behind[0] if joined and behind[0].kind == "person" else unlisted_name(reading, mention, body.end)


def _behind_place(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"the governor of Kivu region Omar Haddad told ...": the name right behind the place that is his."""
    link = OF_PLACE.match(reading.report.text, mention.end)
    place = next((one for one in reading.places if link is not None and one.start <= link.end() < one.end), None)
    if link is None or place is None:
        return None
    area = AREA.match(reading.report.text, place.end)
    sort = area is not None and "area" in reading.word_classes.of(area["noun"])
    return unlisted_name(reading, mention, area.end() if area is not None and sort else place.end)


def unlisted_name(reading: Reading, mention: ActorMention, end: int) -> ActorMention | None:
    """"the head of the coalition Omar al-Haddad said": a name of some words that nobody knows, right behind the body and before its verb."""
    name = NAME.match(reading.report.text, end)
    place = reading.place_at(reading.tokens_of(name.start("name"), name.end())[0]) if name is not None else None
    if name is None or (place is not None and place.place.geonames is not None):
        return None  # what only looks like a place's name may be a person's
    head = reading.tokens_of(name.start("name"), name.end())[-1]
    return replace(mention, start=name.start("name"), end=name.end(), head=head, text=name["name"], name=name["name"], kind="person", anonymous=False)


def _name_within(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"Omar Haddad HRW deputy director": the person's name with which the phrase of his role opens."""
    head = reading.doc[mention.head]
    if mention.kind != "office" or mention.plural:
        return None
    first = head.left_edge.i
    name = [token for token in reading.doc[first:head.i] if token.ent_type_ == "PERSON" and not token.text.isupper()]
    if len(name) < 2 or name[0].i != first or name[-1].i - first != len(name) - 1:
        return None
    end = name[-1].idx + len(name[-1].text)
    text = reading.quote(name[0].idx, end)
    return replace(mention, start=name[0].idx, end=end, head=name[-1].i, text=text, name=text, kind="person", anonymous=False)


def _name_before_of(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"Omar Haddad head of the committee": the name, where the phrase of his role takes it in for a lost comma."""
    *name, role = mention.text.split()
    speech, behind = load_speech(), reading.report.text[mention.end:mention.end + len(" for ")]
    named = len(name) > 1 and role in speech.spokesmen and behind.startswith((" of ", " for "))
    if not named or any(not word[:1].isupper() or word.lower() in speech.bodies for word in name):
        return None
    text = mention.text.removesuffix(role).rstrip()
    end = mention.start + len(text)
    return replace(mention, end=end, head=reading.tokens_of(mention.start, end)[-1], text=text, name=text, kind="person", anonymous=False)


def _before_apposition(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"The Civil Defence another rescue group said": the name with which the sentence opens."""
    at = reading.actors.index(mention) if mention in reading.actors else 0
    before = reading.actors[at - 1] if at else None
    if before is None or not mention.text.islower() or before.kind not in (*NAMED, "people") or not before.text.istitle():
        return None
    opens = not reading.report.text[reading.doc[before.head].sent.start_char:before.start].strip(" \"'“,").lower().removeprefix("the")
    joined = reading.report.text[before.end:mention.start].strip(" ,").lower().split()
    if not opens or len(joined) != 1 or joined[0] not in APPOSED:
        return None
    return replace(before, kind="body") if before.kind == "people" else before


def _named_sort(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"another activist group the Cham Network", "the Jaish Homs (JH) rebel group", "the militant group of Jaish Homs": whose sort alone is the mention."""
    head = reading.doc[mention.head]
    if mention.kind not in SORTED or not mention.text[-1:].islower() or not head.text.islower() or mention.plural:
        return None
    behind = [child for child in head.children if child.dep_ == "prep" and child.lower_ == "of"]
    within = [part for child in behind for part in child.children if part.dep_ == "pobj"]
    apposed = [child.i for noun in (head, *within) for child in noun.children if child.dep_ == "appos" and child.i > head.i]
    described = [child.i for child in head.children if child.dep_ in ("nmod", "compound") and child.i < head.i and reading.doc[child.i + 1].text == "("]
    owned = [part.i for part in within if head.lemma_ in GROUPS and head.left_edge.lower_ == "the"]
    for i in (*apposed, *described, *owned):
        named = reading.actor_at(i)
        if named is not None and named.kind in (("group",) if i in owned else SORTED) and not named.anonymous and named.text[:1].isupper() and named.head != head.i:
            return named
    before = BRACKETED.search(reading.report.text, 0, mention.start)
    return next((actor for actor in reading.actors if before is not None and actor.end == before.start() and actor.kind in SORTED and not actor.anonymous), None)


def _quoted(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"the "Cham" TV network": a body by the name in quotes before it."""
    last = min(reading.tokens_of(mention.start, mention.end), default=mention.head) - 1
    if mention.kind not in ("group", "media", "body", "unknown") or not mention.text[-1:].islower() or last < 1 or reading.doc[last].text not in QUOTES:
        return None
    first = next((i for i in range(last - 1, max(last - LONGEST_QUOTED - 2, -1), -1) if reading.doc[i].text in QUOTES), last)
    words = reading.doc[first + 1:last]
    if not len(words) or any(not word.text[:1].isupper() for word in words):
        return None
    return replace(mention, start=reading.doc[first].idx, text=reading.quote(reading.doc[first].idx, mention.end),
                   name=f"{written(words)} {mention.name}", anonymous=False)
