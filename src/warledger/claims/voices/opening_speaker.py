"""Layer 7, the speaker who opens a sentence: "The group with sources inside Tamra said ...", '"..." Omar Haddad of the Cham rebel group told Reuters'.

In: a Reading and a verb of saying. Out: who opens its sentence, or what stands behind a quotation. Decision: where nothing is told between
the opening of a sentence or the end of a quotation and the first verb of saying, whoever opens it speaks, and not who stands nearest to
the verb in what only describes him; in a text that lost its commas the parse takes the nearest.
"""

from __future__ import annotations

import re

from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.punctuation import DESCRIBING
from warledger.claims.text.tokens import Token
from warledger.claims.voices.speaker_names import ROLES
from warledger.claims.voices.speakers import SHORTEST_SPEECH, SPEAKING, by_name
from warledger.lexicons.speech_lexicon import load_speech

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# What opens a description of whoever opens the sentence, and those of them in which a finite verb may stand.
APPOSED = frozenset(("a", "an", "another", "the"))
WITHIN = frozenset(("of", "for", "with", "from", "at", "in", "inside"))
RELATIVE = frozenset(("who", "which", "that", "whose"))
# Before whoever somebody is with when he speaks.
BESIDE = frozenset(("with", "alongside", "beside"))
# A description is no longer than this, in tokens.
LONGEST = 22
# What may stand before him who opens.
BEFORE = frozenset("but and however meanwhile on in late early also the a an".split())
# A name that no list knows: one to four words with capitals, and the particles between them.
NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:(?:al|el|bin|ibn|abu|de|del|van)[- ])?[A-Z][\w'’-]+){0,3}")


def opening_speaker(reading: Reading, clause: Clause) -> ActorMention | None:
    """Whoever opens the stretch before a verb of saying and is described up to it."""
    verb = reading.doc[clause.head]
    speech = load_speech()
    says = clause.predicate in speech.plain | speech.accusing or clause.predicate in speech.event or clause.predicate in speech.demands
    interviewed = verb.tag_ == "VBN" and clause.predicate in speech.plain and verb.nbor(-1).lower_ in DESCRIBING
    if (verb.tag_ not in FINITE and not interviewed) or not says or (clause.passive and not interviewed) or verb.dep_ == "relcl":
        return None
    first = _first(reading, verb)
    opener = _listed(reading, first, verb) or _unlisted(reading, first, verb)
    paper = opener is not None and reading.doc[opener.head].lemma_.lower() in speech.papers  # it speaks for who gave it out
    if opener is None or paper or opener.kind not in SPEAKING or not _is_described(reading, opener, verb):
        return None
    if opener.text.islower() and _is_named_behind(reading, verb):
        return None
    near = by_name(reading, reading.actor_at(verb.i - 1))
    named = near is not None and ((near.kind == "person" and not near.anonymous) or near.kind == "media")
    beside = near is not None and named and near != opener and not is_companion(reading, near, opener)
    return by_name(reading, opener) if not beside else None


def _is_named_behind(reading: Reading, verb: Token) -> bool:
    """"A team of medics, the Cham Rescue Service in Tamra said": the name that follows what describes it speaks, as the subject of the verb."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i and child.pos_ == "PROPN"), None)
    named = reading.actor_at(subject.i) if subject is not None else None
    return subject is not None and named is not None and not named.anonymous and named.kind in ("body", "media", "group", "person") \
        and subject.left_edge.i > verb.sent.start and verb.doc[subject.left_edge.i - 1].text == ","


def is_companion(reading: Reading, near: ActorMention, opener: ActorMention) -> bool:
    """"Haddad speaking in Geneva with his counterpart Omar Nasser said", "a group with sources inside Syria said": who stands there does not speak."""
    doc, i = reading.doc, reading.tokens_of(near.start, near.end)[0] - 1
    while i > opener.head and (doc[i].pos_ == "ADJ" or doc[i].text == ","):
        i -= 1
    if i > opener.head and doc[i].lower_ in WITHIN:
        return True
    while i > opener.head and doc[i].pos_ in ("NOUN", "ADJ", "PROPN"):
        i -= 1
    return opener.kind == "person" and doc[i].tag_ == "PRP$" and doc[i - 1].lower_ in BESIDE


def _first(reading: Reading, verb: Token) -> int:
    """The first token of the stretch: that of the sentence, or the one behind the last quotation before the verb."""
    start = verb.sent.start_char
    ends = [end for begin, end in reading.layout.quotations if start <= end <= verb.idx and end - begin > SHORTEST_SPEECH]
    i = reading.tokens_of(max(ends), verb.idx + 1)[0] if ends else verb.sent.start
    while i < verb.i and (reading.doc[i].is_punct or reading.doc[i].is_space or reading.doc[i].lower_ in BEFORE or i in reading.time_tokens):
        i += 1
    return i


def _listed(reading: Reading, first: int, verb: Token) -> ActorMention | None:
    """The mention that opens the stretch, behind adjectives of its own at most."""
    i = first
    while i < verb.i and reading.actor_at(i) is None and reading.doc[i].pos_ in ("ADJ", "NUM") and reading.place_at(i) is None:
        i += 1
    mention = reading.actor_at(i) if i < verb.i else None
    return mention if mention is not None and mention.start >= reading.doc[first].idx and reading.doc[mention.head].pos_ != "PRON" else None


def _unlisted(reading: Reading, first: int, verb: Token) -> ActorMention | None:
    """"Rima a 28-year-old nurse living in Tamra said": a name that nobody knows, told by the article behind it."""
    named = name_at(reading, first)
    if named is None or reading.doc[first].pos_ != "PROPN" or named.end >= verb.idx:
        return None
    tokens = reading.tokens_of(named.start, named.end)
    behind = _behind(reading, named.end)
    known = any(reading.place_at(i) is not None or reading.actor_at(i) is not None for i in tokens)
    if known or behind is None or behind.lower_ not in (APPOSED | {"of"} | load_speech().spokesmen if len(tokens) > 1 else APPOSED):
        return None
    return named


def name_at(reading: Reading, i: int) -> ActorMention | None:
    """The name of a person whom no list knows that begins at a token."""
    match = NAME.match(reading.report.text, reading.doc[i].idx)
    if match is None:
        return None
    return ActorMention(match.start(), match.end(), reading.tokens_of(match.start(), match.end())[-1], match.group(), kind="person", name=match.group())


def _behind(reading: Reading, end: int) -> Token | None:
    """The first token behind a place of the text that is no comma."""
    tokens = reading.tokens_of(end, min(end + 3, len(reading.report.text)))
    return next((reading.doc[i] for i in tokens if reading.doc[i].idx >= end and reading.doc[i].text != ","), None)


def _is_described(reading: Reading, opener: ActorMention, verb: Token) -> bool:
    """Whether all between a speaker and the verb only tells who he is."""
    words = [token for token in reading.doc[reading.tokens_of(opener.start, opener.end)[-1] + 1:verb.i] if token.text != ","]
    if not words or len(words) > LONGEST or any(word.text in "\"“”.;:" or word.lemma_ in load_speech().plain for word in words):
        return False
    link = words[0].lower_
    if len(words) == 1 and link in DESCRIBING:
        return opener.kind in ROLES  # "two villagers interviewed said"
    finite = [n for n, word in enumerate(words) if word.tag_ in FINITE]
    relative = next((n for n, word in enumerate(words) if word.lower_ in RELATIVE), None)
    if finite and (relative is None or relative > finite[0] or len(finite) > 1):
        return False
    if words[0].tag_ == "VBG":
        return opener.kind in ROLES  # "Omar Haddad speaking in Tamra"
    if link in APPOSED:
        return opener.kind == "person" or (link != "the" and opener.kind in ("body", "media", "group") and not opener.anonymous)
    if link in load_speech().spokesmen:  # "Omar Haddad head of the centre"
        return opener.kind == "person" and len(words) > 1 and words[1].lower_ in WITHIN
    return link in WITHIN | RELATIVE and opener.kind != "state"
