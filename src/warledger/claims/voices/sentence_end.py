"""Layer 7, the speaker at the end of a sentence: "... killed nine in Tamra, the ministry said on Friday".

In: a Reading and a verb of saying. Out: whether the verb closes its sentence, the phrase before it, what was told before that. Decision:
where nothing but a time, a paper or a participle follows the verb, whoever stands right before it speaks and all that stands before him
is said, whatever the parse makes of a text that lost its commas.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.punctuation import CLOSE_TO, DESCRIBING, speaking_nouns
from warledger.claims.text.tokens import Token
from warledger.claims.voices.speakers import SPEAKING, any_noun, by_name, speakers_at
from warledger.lexicons.speech_lexicon import load_speech

FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
# Words between the verb and the end of what it closes: a time, an adverb, where it was said.
AFTERWARDS = frozenset("on in at late early again also separately earlier later overnight today yesterday".split())
# What the sentence may go on with behind its speaker.
ONWARD = frozenset("as after amid before without while but because since citing".split())
ENDS = frozenset((".", "!", "?", ",", ";", "-", "--", ")"))
# "told Reuters in an interview at his office": so many tokens at most stand between the verb and the end of its phrase.
LONGEST_TAIL = 16
# What joins two who speak.
JOINING = "and"
# Tokens of what is told before the speaker, at least.
LEAST_TOLD = 4
# Who speaks as the first of two: a state or a force that "and" parts from the speaker stands in what is told.
TELLING = SPEAKING - {"state", "force", "armed"}


def closes_sentence(reading: Reading, clause: Clause) -> bool:
    """Whether nothing that could be said follows a verb of saying in its sentence."""
    token = reading.doc[clause.head]
    if token.tag_ not in FINITE or clause.predicate not in load_speech().plain or clause.negated or clause.modal or clause.mark:
        return False
    end = token.sent.end
    i = _past_hearer(reading, token)
    while i < end and reading.doc[i].lower_ not in ONWARD and (i in reading.time_tokens or reading.doc[i].lower_ in AFTERWARDS or _is_paper(reading, i)):
        i += 1  # "said late on Monday", "said days after the raid"
    if i >= end:
        return True
    behind = reading.doc[i]
    goes_on = behind.lower_ in ONWARD or (behind.tag_ == "VBG" and behind.dep_ in ("advcl", "prep", "acl", "xcomp"))
    return behind.text in ENDS or behind.is_space or goes_on


def _past_hearer(reading: Reading, token: Token) -> int:
    """The token behind the verb and the one who was told ("told the AFP")."""
    i = token.i + 1
    if token.lemma_ != "tell":
        return i
    heads = [child for child in token.children if child.dep_ in ("dobj", "dative") and child.i > token.i]
    return heads[0].i + 1 if heads and heads[0].i - token.i < LONGEST_TAIL // 2 else i


def _is_paper(reading: Reading, i: int) -> bool:
    """Whether a token is part of "in a statement", "in an interview in his office"."""
    token = reading.doc[i]
    above = [token, *token.ancestors][:4]
    return token.pos_ in ("DET", "NOUN", "ADJ", "PRON") and any(one.dep_ == "pobj" and one.head.lower_ in ("in", "by") for one in above)


def speaker_before(reading: Reading, clause: Clause) -> ActorMention | None:
    """Whoever stands right before a verb that closes its sentence, with something told before him."""
    doc, verb = reading.doc, reading.doc[clause.head]
    last = verb.i - 1
    while last > verb.sent.start and doc[last].dep_ in ("aux", "advmod"):
        last -= 1
    near = _before_lost_comma(reading, last)
    last = _reached_before(reading, near)
    if doc[last].text == "," and _is_set_apart(reading, last - 1):
        last -= 1
    elif doc[last].text == "," and (described := _described(doc[last - 1])) is not None:
        last = described.i
    if doc[last].like_num and doc[last - 1].pos_ == "PROPN":
        last -= 1  # "Omar, 24, said"
    if doc[last].text == ")":
        last = next((i - 1 for i in range(last, max(last - LONGEST_TAIL, verb.sent.start), -1) if doc[i].text == "("), last)
    if is_audience(doc[last]):
        return None
    source = _spokesman_of(reading, doc[last])
    mention = (reading.actor_at(source.i) if source is not None else None) or reading.actor_at(last) or next(
        iter(speakers_at(reading, [last]) if doc[last].ent_type_ == "PERSON" else []), None)
    if mention is None and last < near:
        mention = any_noun(reading, last)  # "..., an organisation monitoring the war said"
    if mention is None or mention.kind not in SPEAKING or (mention.end < doc[last].idx and source is None):
        mention = _behind_lost_comma(reading, verb)
    if mention is None:
        return None
    named = by_name(reading, mention) or mention
    return named if len(told_before(reading, clause, named)) >= LEAST_TOLD else None


def is_audience(last: Token) -> bool:
    """"The officer who was not allowed to speak to the media said": whoever is spoken to does not speak."""
    link = last.head if last.dep_ == "pobj" else None
    return link is not None and link.lower_ in ("to", "with") and link.head.lemma_ in ("speak", "talk") and link.head.tag_ in ("VB", "VBG")


def _behind_lost_comma(reading: Reading, verb: Token) -> ActorMention | None:
    """"... on Tuesday, a monitor and medics in the rebel-held area said": whoever opens the phrase behind a comma that was put back, whatever tells where he is."""
    doc, first = reading.doc, verb.i
    while first > max(verb.i - LONGEST_TAIL, verb.sent.start) and doc[first].text != ",":
        first -= 1
    if doc[first].text != "," or reading.report.text[doc[first].idx] == "," or any(token.tag_ in FINITE and token.dep_ != "amod" for token in doc[first + 1:verb.i]):
        return None
    last = next((i - 1 for i in range(first + 1, verb.i) if doc[i].pos_ == "ADP"), None)
    mention = reading.actor_at(last) if last is not None and last > first else None
    return mention if mention is not None and mention.kind in SPEAKING and mention.start > doc[first].idx else None


def _is_set_apart(reading: Reading, last: int) -> bool:
    """"..., the head of the Observatory, Omar Haddad, told ...": a person's name between two commas, the second right before the verb."""
    named = reading.actor_at(last)
    if named is None or named.kind != "person" or named.anonymous or named.end <= reading.doc[last].idx:
        return False
    return reading.doc[reading.tokens_of(named.start, named.end)[0] - 1].text == ","


def _reached_before(reading: Reading, last: int) -> int:
    """"..., activists and residents reached by phone said": the noun of a speaker before how he was reached, the token itself where there is none."""
    doc = reading.doc
    opens = (i for i in range(last - 1, max(last - LONGEST_TAIL // 2, doc[last].sent.start), -1)
             if doc[i].lower_ in DESCRIBING or f"{doc[i].lower_} {doc[i + 1].lower_}" in CLOSE_TO)
    at = next(opens, None)
    return at - 1 if at is not None and doc[at - 1].lower_ in speaking_nouns() else last


def _described(last: Token) -> Token | None:
    """"..., Omar Haddad, a spokesman for the governor, told ...": whom an apposition that ends here describes."""
    role = next((noun for noun in (last, *last.ancestors) if noun.dep_ == "appos" and noun.right_edge.i == last.i), None)
    return role.head if role is not None and role.head.i < role.i and role.head.pos_ == "PROPN" else None


def _spokesman_of(reading: Reading, last: Token) -> Token | None:
    """"a source at the command told ...", "Omar Haddad father of the family told ...": who speaks for the body that stands right before the verb."""
    at = last.head if last.dep_ == "pobj" else None
    speaks = at is not None and at.head.i < at.i and (at.head.lemma_.lower() in load_speech().spokesmen or _is_relative(reading, at))
    return at.head if speaks and at is not None else None


def _is_relative(reading: Reading, of: Token) -> bool:
    """Whether one person is told by whose he is: behind "of" stands nobody who speaks for him."""
    owner = reading.actor_at(of.head.i) if of.lower_ == "of" else None
    return owner is not None and owner.kind in ("people", "person") and of.head.tag_ == "NN" and of.head.dep_ in ("appos", "nsubj")


def _before_lost_comma(reading: Reading, i: int) -> int:
    """The token before a comma that only stands in the parser's text."""
    return i - 1 if reading.doc[i].text == "," and reading.report.text[reading.doc[i].idx] != "," else i


def told_before(reading: Reading, clause: Clause, speaker: ActorMention) -> frozenset[int]:
    """What stands before the speaker at the end of a sentence, empty where nothing happens in it."""
    first = reading.doc[clause.head].sent.start
    before = frozenset(i for i in range(first, clause.head) if reading.doc[i].idx < speaker.start)
    acts = any(i in reading.event_words or (i in reading.verbs and reading.doc[i].tag_ in FINITE) for i in before)
    return before if acts else frozenset()


def speaks_here(reading: Reading, subject: int, closing: ActorMention) -> bool:
    """Whether the subject that the parse gives may speak: it can, and no comma that the text lost parts it from the verb."""
    parted = any(reading.doc[i].text == "," and reading.report.text[reading.doc[i].idx] != "," for i in range(subject, closing.head)) \
        or _opens_behind_comma(reading, subject, closing)
    within = closing.head < subject and closing.kind == "unknown" and closing.anonymous  # "an organisation monitoring the war said"
    return not parted and not within and (bool(speakers_at(reading, [subject])) or reading.doc[subject].pos_ == "NOUN")


def _opens_behind_comma(reading: Reading, subject: int, closing: ActorMention) -> bool:
    """"A bomber killed 50 people, police and medical sources said": whoever stands between a comma and the verb, alone or as one of two."""
    first = reading.tokens_of(closing.start, closing.end)[0]
    while first > subject and reading.doc[first - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PART"):
        first -= 1
    return subject < first - 1 and reading.doc[first - 1].text == ","


def both_before(reading: Reading, closing: ActorMention) -> list[ActorMention]:
    """"..., a medical source and witnesses said", "a monitor and a doctor in the town said": whoever closes a sentence, with the one whom "and" joins to him."""
    doc, i = reading.doc, reading.tokens_of(closing.start, closing.end)[0] - 1
    while i > closing.head - LONGEST_TAIL and i > 0 and doc[i].pos_ in ("DET", "ADJ", "NOUN", "PUNCT") and doc[i].text != "," and doc[i + 1].pos_ != "DET":
        i -= 1  # "... killed 12 children and medical staff a monitor said": before the article stands no word of his
    if i < 1 or doc[i].lower_ != JOINING or doc[i].sent.start != doc[closing.head].sent.start:
        return [closing]
    first = reading.actor_at(i - 1)
    if first is None or first.end < doc[i - 1].idx or first.end >= closing.start or reading.quantity_by_head.get(first.head):
        return [closing]  # "... killed dozens of villagers and the army said": those who are counted are told of
    bare = reading.report.text[first.end:closing.start].strip() == JOINING and first.text.islower()  # "police and medics"
    return [*listed_before(reading, first), first, closing] if first.kind in (SPEAKING if bare else TELLING) else [closing]


def listed_before(reading: Reading, first: ActorMention) -> list[ActorMention]:
    """"a rights monitor, doctors and rescue workers said": whoever stands in the list right before the first of two."""
    at = reading.actors.index(first) if first in reading.actors else 0
    before = reading.actors[at - 1] if at and first.text.islower() else None
    if before is None or reading.report.text[before.end:first.start].strip(" ,") or not before.text.islower() or reading.quantity_by_head.get(before.head):
        return []
    noun = reading.doc[before.head]
    speaks = noun.lemma_.lower() in load_speech().spokesmen | load_speech().bodies
    told = before.kind in ("people", "office") and noun.dep_ in ("dobj", "nsubjpass")  # "wounding villagers medics and ...": they are told of
    return [before] if speaks and before.kind in ("body", "people", "office", "media") and not told else []
