"""Layer 7, speakers: who a word that says something has for its subject, as mentions.

In: a Reading and tokens. Out: mentions of those who can speak. Decision: a name that no list knows speaks where it stands
in the place of a speaker; a role whose name stands beside it speaks by the name; a paper speaks for who gave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from warledger.claims.apposed import is_told_of
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.mark_guards import is_named_so
from warledger.claims.text.tokens import Token
from warledger.claims.voices.speaker_names import NAMING, beside, known_as
from warledger.lexicons.speech_lexicon import load_speech

SPEAKING = frozenset(("media", "body", "person", "people", "state", "office", "force", "group", "armed", "unknown"))
# "Another said ...": one more of those who spoke before.
FURTHER_ONES = frozenset(("another", "others", "some", "many"))
# Those who give out a paper stand before it ("UN estimates") or behind one of these ("a report by the centre").
GIVEN_BY = frozenset(("by", "from", "of"))
# No papers of their own; they speak for who gave them out where that is told: "information provided by the council".
PROVIDED = frozenset(("information", "detail", "intelligence"))
BEFORE_NOUN = frozenset(("compound", "amod", "nmod", "poss", "nsubj"))
QUOTES = re.compile('["“”«»]')
# Where somebody puts what he shows.
PAGES = frozenset(("page", "website", "site", "account", "channel", "feed", "blog"))
# Who is no person, whose name might stand before: "... the arrest of Omar Haddad, state television said".
BODIES = frozenset(("media", "body", "group", "state", "force"))
# What bears a thing out and is no word of anybody's: "the reality on the ground confirms that ...".
THINGS_SEEN = frozenset(("reality", "fact", "event", "experience", "history", "situation", "development"))
# Whose own the ones behind it are: they are local to a place told before.
LOCAL = " local "
# Who stands by somebody.
SUPPORTING = frozenset("ally allies aide aides supporter supporters loyalist loyalists opponent opponents critic critics rival rivals".split())
# Where anybody may say a thing.
NO_MEDIUM = "social media"
# A quotation of fewer characters is a word in quotes, which may be a name.
SHORTEST_SPEECH = 25


def speakers_at(reading: Reading, heads: Iterable[int]) -> list[ActorMention]:
    """Those who speak at some tokens, each once."""
    found: list[ActorMention] = []
    for head in heads:
        whole = _whose_part(reading, reading.doc[head])
        fillers = [i for i in reading.fillers(head) if reading.actor_at(i) is not None or i not in reading.time_tokens]  # "on Saturday, who had said"
        for filler in fillers if whole is None else [whole]:
            given = givers(reading, reading.doc[filler])
            mention = _in_brackets(reading, filler) or by_name(reading, reading.actor_at(filler)) or _unlisted(reading, filler)
            for one in given or ([mention] if mention is not None else []):
                if one.kind in SPEAKING and one not in found:
                    found.append(one)
    return found


def _whose_part(reading: Reading, token: Token) -> int | None:
    """"the Cham Front part of the rebel alliance said": the head of who is told, where the apposition behind it lost its comma."""
    if token.lower_ != "part" or token.i < 2 or token.i + 1 >= len(reading.doc) or token.nbor(1).lower_ != "of":
        return None
    before = reading.actor_at(token.i - 2 if token.nbor(-1).text == "," else token.i - 1)
    return before.head if before is not None and before.kind in SPEAKING else None


def _in_brackets(reading: Reading, i: int) -> ActorMention | None:
    """"the children's agency (UNICEF) said": the known body by its short name, where the long one is nobody's."""
    doc = reading.doc
    if i + 2 >= len(doc) or doc[i + 1].text != "(" or reading.actor_at(i) is not None:
        return None
    return reading.actor_at(i + 2)


def givers(reading: Reading, token: Token) -> list[ActorMention]:
    """Who gave out a paper: "UN estimates", "a February report by the policy centre", "a statement attributed to the mayor"; none where it is no paper."""
    released = [child for child in token.children if child.dep_ == "acl" and child.tag_ == "VBN"]  # "a toll released by the centre"
    provided = token.lemma_.lower() in PROVIDED and any(child.dep_ == "agent" for one in released for child in one.children)
    if not provided and token.lemma_.lower() not in load_speech().papers | load_speech().inquiries | load_speech().visual:
        return []
    links = [child for over in (token, *released) for child in over.children if child.dep_ in ("prep", "agent") and (
        child.lower_ in GIVEN_BY or (over.lemma_ == "attribute" and child.lower_ == "to") or (over is not token and _is_on_medium(reading, child)))]
    pages = [inner for link in token.children if link.lower_ == "on" for inner in link.children if inner.lemma_.lower() in PAGES]  # "photos on the charity's page"
    behind = [*(inner.i for link in links for inner in link.children if inner.dep_ == "pobj"), *(child.i for page in pages for child in page.children if child.dep_ == "poss")]
    told_by = {i for i in behind if reading.doc[i].head.lower_ != "of"}  # "reports from witnesses", no footage of rebels
    before = [child.i for child in token.children if child.dep_ in BEFORE_NOUN and child.i < token.i]
    named = [(i, reading.actor_at(i)) for i in (*behind, *before)]
    known = [mention for i, mention in named if mention is not None and mention.head != token.i and (mention.kind != "people" or i in told_by) and mention.kind != "armed"]
    unknown = [mention for i in (*behind, *before) if i not in reading.time_tokens
               and (reading.doc[i].pos_ == "PROPN" or (i in told_by and reading.doc[i].lemma_.lower() in load_speech().bodies))
               and (mention := _unlisted(reading, i)) is not None]
    return (known or unknown)[:1]


def _is_on_medium(reading: Reading, link: Token) -> bool:
    """"pictures posted on state television": the medium by which they were given out."""
    named = [reading.actor_at(child.i) for child in link.children if child.dep_ == "pobj" and link.lower_ in ("on", "in")]
    return any(actor is not None and is_medium(actor) and not load_speech().is_platform("on", actor.text.lower()) for actor in named)


def any_noun(reading: Reading, i: int) -> ActorMention | None:
    """Whoever is the subject of a plain verb of saying: "the driver told AFP"; a word of saying speaks, an attack does not."""
    token = reading.doc[i]
    deed = (i in reading.event_words and token.lemma_.lower() not in load_speech().ascribing) or token.lemma_.lower() in THINGS_SEEN
    if token.lower_ in FURTHER_ONES and token.dep_ == "nsubj":
        return phrase(reading, token, anonymous=True)
    if token.pos_ != "NOUN" or "area" in reading.word_classes.of(token.lemma_.lower()) or reading.place_at(i) is not None or deed:
        return None
    return phrase(reading, token, anonymous=True)


def by_name(reading: Reading, mention: ActorMention | None) -> ActorMention | None:
    """"Rami Haddad head of the centre said": the person, where the role behind the name lost its comma."""
    mention = _without_place(reading, mention)
    if mention is not None and (head := _head_of_body(reading, mention)) is not None:
        return head
    if mention is None or (mention.kind in ("media", "person") and not mention.anonymous) or reading.doc[mention.head].pos_ == "PRON":
        return mention
    name = _name_before_role(reading.doc[mention.head])
    if name is not None and mention.start <= name.idx:
        return replace(phrase(reading, name, anonymous=False), kind="person", country=mention.country, sector=mention.sector)
    person = _named_beside(reading, mention)
    if person is not None:  # "the mayor, Roman Haddad, said"
        return replace(person, country=person.country or mention.country, sector=person.sector or mention.sector)
    if (named := beside(reading, mention)) is not None:
        return named
    at = reading.actors.index(mention) if mention in reading.actors else 0
    before = reading.actors[at - 1] if at else None
    gap = reading.report.text[before.end:mention.start].strip(" ,").lower() if before is not None else ""
    apposed = gap in ("the", "a", "an") and mention.kind == "office" and not mention.plural  # "Omar Haddad the centre's head said"
    if before is not None and not gap and before.kind in ("body", "media") and not before.anonymous and mention.kind in ("group", "body", "unknown") \
            and mention.text.islower():
        return before  # "the Observatory for Human Rights monitoring group"
    if before is not None and mention.text.split()[-1].lower() in SUPPORTING and not gap and mention.kind == "unknown":
        text = reading.quote(before.start, mention.end)  # "a staunch Putin ally said": whose ally he is does not say it
        return replace(mention, start=before.start, text=text, name=text)
    parted = before is not None and "," in reading.report.text[before.end:mention.start] and is_told_of(reading.doc[before.head], reading.doc[mention.head])
    if before is None or before.kind != "person" or (gap and not apposed) or mention.plural or mention.kind in BODIES or parted:
        return mention
    return replace(before, country=before.country or mention.country, sector=before.sector or mention.sector)


def _without_place(reading: Reading, mention: ActorMention | None) -> ActorMention | None:
    """"... in the cities of Homs and Raqqa local media reported": the town before "local" is where it happened, as the word before it tells."""
    if mention is None or LOCAL not in mention.text:
        return mention
    first, start = reading.tokens_of(mention.start, mention.end)[0], mention.start + mention.text.index(LOCAL) + 1
    leads = first > 0 and (reading.doc[first - 1].pos_ in ("ADP", "CCONJ") or reading.doc[first - 1].dep_ == "case")
    if not leads or not is_named_so(reading.doc[first].text):
        return mention
    text = reading.quote(start, mention.end)
    return replace(mention, start=start, text=text, name=text)


def _head_of_body(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """"said Centre for Justice director Omar Haddad": the person whose role stands between the body and his name."""
    if mention.kind not in ("body", "group", "media") or mention not in reading.actors:
        return None
    after = reading.actors[reading.actors.index(mention) + 1:][:1]
    role = reading.report.text[mention.end:after[0].start].split() if after else []
    return after[0] if len(role) == 1 and after[0].kind == "person" and role[0] in load_speech().spokesmen else None


def _named_beside(reading: Reading, mention: ActorMention) -> ActorMention | None:
    """The person whose role a mention is: in apposition, behind "identified as", behind the body that the role is of."""
    for child in reading.doc[mention.head].children:
        inside = [child] if child.dep_ == "appos" else \
            [part for part in child.subtree if part.pos_ == "PROPN"] if child.dep_ == "acl" and child.lemma_ in NAMING else \
            [part for part in child.subtree if part.dep_ in ("pobj", "appos")] if _is_of_body(reading, mention, child) else []
        for part in inside:
            actor = reading.actor_at(part.i)
            if actor is not None and child.lower_ == "of" and _is_bare_name(actor):
                return replace(actor, kind="person")
            if actor is not None and (actor.kind == "person" or (child.dep_ == "appos" and _speaks_for(mention, actor))):
                return actor
    return None


def _is_bare_name(actor: ActorMention) -> bool:
    """"member of the Kurdish National Council Omar Haddad": a name without a word for a body, which the parse gave to the body."""
    words = actor.text.split()
    return actor.kind in ("body", "unknown") and actor.actor is None and len(words) == 2 and all(
        word[:1].isupper() and word.lower() not in load_speech().bodies for word in words)


def _speaks_for(mention: ActorMention, named: ActorMention) -> bool:
    """"its ally Russia said"; "... killed 112 people, the Observatory said", where the parse makes one phrase of the two."""
    return (mention.anonymous and named.kind == "state") or (mention.kind in ("people", "armed") and named.kind in ("body", "media"))


def _is_of_body(reading: Reading, mention: ActorMention, child: Token) -> bool:
    """Whether a phrase tells the body of a role ("president of the coalition Omar Haddad"), not whose opponents somebody is."""
    known = load_speech().bodies
    return child.lower_ == "of" and not mention.plural and mention.kind in ("office", "people", "person", "armed") and \
        any(part.lemma_.lower() in known and part.dep_ == "compound" for part in child.subtree)


def _unlisted(reading: Reading, i: int) -> ActorMention | None:
    """A speaker that no list knows: a name, or an office by its noun ("the reconciliation centre")."""
    token = reading.doc[i]
    named = token.pos_ == "PROPN" or any(word.pos_ == "PROPN" for word in _words_before(token))
    if (called := known_as(reading, token)) is not None:
        return called
    if i in reading.event_words and token.text.islower() and token.lemma_.lower() not in load_speech().ascribing | load_speech().papers | load_speech().bodies:
        return None  # "Air strikes on a market ... a monitor said"
    if token.lower_ in ("al", "el") and i + 1 < len(reading.doc) and reading.doc[i + 1].text == "-":
        return None  # "al-Haddad said", of which the parse made two
    if token.text.islower() and "area" in reading.word_classes.of(token.lemma_.lower()):
        return None  # "... on the eastern Homs province says a monitor"
    if token.pos_ not in ("NOUN", "PROPN") or not (named or token.lemma_ in load_speech().bodies) or (reading.place_at(i) is not None and not _is_body(token)):
        return None
    name = _name_before_role(token)
    if name is not None:
        return phrase(reading, name, anonymous=False)
    apposed = next((actor for child in token.children if child.dep_ == "appos" and (actor := reading.actor_at(child.i)) is not None), None)
    if apposed is not None and apposed.kind in ("body", "media", "person"):
        return apposed  # "the group, the Observatory for Human Rights, said"
    inside = next((actor for child in token.children if child.i < i and child.dep_ in BEFORE_NOUN and not _is_credit(child)
                   and (actor := reading.actor_at(child.i)) is not None), None)
    if inside is not None and inside.kind in ("group", "media", "body") and not inside.anonymous and inside.head != i:
        return inside  # "the Islamic State (IS) militant group"
    last = i - 2 if i > 1 and reading.doc[i - 1].text == "," else i - 1
    while last > i - 3 and last > 0 and reading.doc[last].text.islower() and reading.doc[last].dep_ in BEFORE_NOUN:
        last -= 1  # "the Observatory for Human Rights monitoring group"
    before = reading.actor_at(last) if last >= 0 and token.lemma_ in load_speech().bodies else None
    if before is not None and before.kind in ("media", "body") and not before.anonymous:
        return before  # "the Times of Israel newspaper"
    return phrase(reading, token, anonymous=not named)


def _is_body(name: Token) -> bool:
    """"The aid group Mercy Bridge says": a name that is also a place's, behind the noun of a body."""
    return any(word.text.islower() and word.lemma_ in load_speech().bodies for word in _words_before(name))


def _name_before_role(token: Token) -> Token | None:
    """"Omar Haddad head of the office": the last word of the name before a role that lost its comma."""
    doc, i = token.doc, token.i
    behind = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    names = i > 1 and doc[i - 1].pos_ == "PROPN" and doc[i - 2].pos_ == "PROPN"
    return doc[i - 1] if names and token.text.islower() and behind == "of" else None


def _words_before(token: Token) -> list[Token]:
    return [child for child in token.children if child.i < token.i and child.dep_ in ("compound", "amod", "nmod") and not _is_credit(child)]


def _is_credit(word: Token) -> bool:
    """"(Reuters) Western powers say": the credit of a picture that opens a sentence is no part of the name behind it."""
    return 0 < word.i < len(word.doc) - 1 and word.nbor(1).text == ")" and word.nbor(-1).text == "(" and word.i - 1 == word.sent.start


def _opening(word: Token) -> Token:
    """The first of a word's own words, without the article that the parse may hang on it."""
    first = word.left_edge
    return first.nbor(1) if first.pos_ == "DET" and first is not word else first


def _is_platform(word: Token) -> bool:
    """"in a statement on Facebook Jaish Homs said": where it was said, whatever name the parse makes of it."""
    return word.i > 0 and load_speech().is_platform(word.nbor(-1).lower_, word.lower_)


def phrase(reading: Reading, token: Token, anonymous: bool) -> ActorMention:
    """A noun with the words before it that belong to it, as somebody whom no list knows."""
    starts = sorted([token.idx, *(_opening(word).idx for word in _words_before(token) if not _is_platform(word))])
    # no name runs out of a quotation: "... on the road to Homs" Haddad said"
    start = next(at for at in starts if at == token.idx or len(QUOTES.findall(reading.quote(at, token.idx))) % 2 == 0)
    text = reading.quote(start, token.idx + len(token.text))
    return ActorMention(start, token.idx + len(token.text), token.i, text, kind="unknown", name=text, anonymous=anonymous)


def is_medium(mention: ActorMention) -> bool:
    """A medium, or its reporter by its name ("told SANA's reporter"); "told reporters" names none, nor does a statement "on social media"."""
    if mention.text.lower() == NO_MEDIUM:
        return False
    return mention.kind == "media" or (mention.sector == "MED" and any(word[:1].isupper() for word in mention.text.split()))


def own_tokens(reading: Reading, speakers: Iterable[ActorMention]) -> set[int]:
    """The tokens of some speakers' names."""
    return {i for mention in speakers for i in reading.tokens_of(mention.start, mention.end)}


def in_same_quotation(reading: Reading, i: int, cue: int) -> bool:
    """Whether a token stands in no quotation that ends before the cue: who is quoted about does not say it."""
    place, spoken = reading.doc[i].idx, reading.doc[cue].idx
    return all(not start < place < end or start < spoken < end for start, end in reading.layout.quotations
               if end - start > SHORTEST_SPEECH)
