"""Layer 7, lost subjects: who speaks where the parse gives a verb of saying no subject, as in text without commas.

In: a Reading and the clause of the verb. Out: the speakers that stand beside it. Decision: behind the verb where the phrase
ends what is said ("... said the Observatory"), else before it ("... in the city SANA reported"), at the head of the phrase.
"""

from __future__ import annotations

from dataclasses import replace

from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.speaker_names import unlisted_name
from warledger.claims.voices.speakers import SPEAKING, any_noun, by_name, givers, phrase, speakers_at
from warledger.lexicons.speech_lexicon import load_speech

FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
IN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))
NAMES = frozenset(("PROPN",))
# From the last word of a phrase up to its head: "doctors at the scene".
UPWARDS = frozenset(("pobj", "prep", "compound", "amod", "nmod", "poss", "punct", "case"))
# Verbs whose subject may stand behind them, and who speaks less often than he is spoken of.
INVERTED = ("say", "add", "report")
# Verbs by which he names whom he has it from.
CITING = frozenset(("cite", "quote"))
# A phrase behind the verb has no more words.
LONGEST = 10


def beside(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The speakers that stand right behind or before a verb without a subject."""
    token = reading.doc[clause.head]
    before = before_verb(reading, token)
    if before >= 0 and (given := givers(reading, reading.doc[before])):
        return given  # "... have been killed UN estimates suggest"
    if token.tag_ not in FINITE or clause.predicate not in load_speech().plain:
        return []
    if clause.predicate not in ("tell", "claim") and (found := behind(reading, clause)):
        return found
    if before < token.sent.start:
        return []
    if (behind_body := _behind_body(reading, before)) is not None:
        return [behind_body]
    near, top = by_name(reading, reading.actor_at(before)), _top(reading.doc[before]).i
    above = reading.actor_at(top)
    speaks = reading.doc[top].lemma_.lower() in load_speech().spokesmen or (above is not None and above.kind == "person")
    if near is not None and near.kind in SPEAKING and not speaks:
        return [*_coordinated(reading, reading.doc[near.head], token), near]
    places = [top, before] if top < token.i else [before]
    found = next((found for i in places if (found := [mention for mention in speakers_at(reading, [i]) if mention.kind in SPEAKING])), [])
    return [*_coordinated(reading, reading.doc[found[0].head], token), *found] if len(found) == 1 else found


def _behind_body(reading: Reading, last: int) -> ActorMention | None:
    """"President of the Cham Coalition Omar al-Haddad said", of which the parse makes one name: the person's, behind that of the body."""
    if reading.actor_at(last) is not None or reading.doc[last].pos_ != "PROPN":
        return None
    start = reading.doc[last].sent.start_char
    body = max((actor for actor in reading.actors if start <= actor.start and actor.end < reading.doc[last].idx), key=lambda actor: actor.end, default=None)
    if body is None or body.kind not in ("group", "body", "media", "force") or body.anonymous:
        return None
    named = unlisted_name(reading, body, body.end)
    return replace(named, kind="person", actor=None) if named is not None and named.head == last else None


def set_apart(reading: Reading, verb: Token) -> list[ActorMention]:
    """"..., a spokesman, Omar Haddad, told SANA": the name right before the verb, which the parse hangs with its role on what was told."""
    doc, name = reading.doc, verb.i - 2
    if name < verb.sent.start or verb.tag_ not in FINITE or doc[name + 1].text != "," or any(child.dep_ == "nsubj" for child in verb.children):
        return []
    first = _first_of(doc[name], NAMES)
    role = first - 2
    if first == name + 1 or role < verb.sent.start or doc[first - 1].text != "," or doc[role].pos_ != "NOUN":
        return []
    opens = _first_of(doc[role], IN_PHRASE)
    if doc[opens].pos_ != "DET" or doc[max(opens - 1, 0)].text != ",":
        return []
    known = reading.actor_at(role)
    told = phrase(reading, doc[name], anonymous=False)
    return [replace(told, kind="person", country=known.country if known is not None else None, sector=known.sector if known is not None else None)]


def _first_of(last: Token, sorts: frozenset[str]) -> int:
    """Where the run of words of some sorts begins that a token ends."""
    at = last.i + 1
    while at > last.sent.start and last.doc[at - 1].pos_ in sorts:
        at -= 1
    return at


def _coordinated(reading: Reading, last: Token, verb: Token) -> list[ActorMention]:
    """"After talks in Geneva Omar Haddad and Ali Nasser said ...": the first of two speakers, where no deed stands before them."""
    first = reading.actor_at(last.head.i) if last.dep_ == "conj" else None
    opening = reading.doc[verb.sent.start:last.head.i]
    told = any(word.tag_ in FINITE and word.pos_ in ("VERB", "AUX") for word in opening) and opening[0].lower_ != "both"
    return [first] if first is not None and first.kind in SPEAKING and not told else []


def before_verb(reading: Reading, verb: Token) -> int:
    """The last token of the phrase before a verb, past its auxiliaries and a name in brackets."""
    before = verb.i - 1
    while before > verb.sent.start and reading.doc[before].dep_ in ("aux", "advmod"):
        before -= 1
    if reading.doc[before].text == "," and (before + 1 < verb.i or reading.report.text[reading.doc[before].idx] != ","):
        before -= 1  # "the Observatory, further said", and a comma that only stands in the parser's text
    if reading.doc[before].text == ")":
        before = next((i - 1 for i in range(before, max(before - LONGEST, verb.sent.start), -1) if reading.doc[i].text == "("), before)
    return before


def behind(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"said the Observatory adding that ...": a phrase behind the verb that no verb of its own follows."""
    doc, verb = reading.doc, reading.doc[clause.head]
    end = verb.i + 1
    while end < min(len(doc), verb.i + LONGEST) and (doc[end].pos_ in IN_PHRASE or doc[end].lower_ in ("-", "of", "for", "based")) and not (
            (end > verb.i + 1 and doc[end].is_sent_start) or end in reading.time_tokens):
        end += 1
    stops = end >= len(doc) or doc[end].is_punct or doc[end].is_space or doc[end].tag_ == "VBG" or doc[end].is_sent_start \
        or (doc[end].pos_ == "ADP" and not any(word.tag_ in FINITE for word in doc[end:verb.sent.end]))  # "said the police in a statement"
    if end == verb.i + 1 or not stops or _acts_on(doc[end - 1], verb):
        return []
    named = [mention for i in range(verb.i + 1, end) if (mention := by_name(reading, reading.actor_at(i))) is not None and mention.kind in SPEAKING]
    return named[:1] or speakers_at(reading, [end - 1])


def _acts_on(noun: Token, verb: Token) -> bool:
    """"media says the army, backed by jets, has entered the town": who acts in what is said, past a clause between commas."""
    act = noun.head
    finite = act.tag_ in ("VBD", "VBZ", "VBP") or any(child.dep_ in ("aux", "auxpass") for child in act.children)
    return noun.dep_ in ("nsubj", "nsubjpass") and act.head is verb and act.dep_ == "ccomp" and act.i > noun.i and finite


def ends_with_speaker(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"... raged in Tamra said the Observatory which has sources there": all behind the verb is one phrase of who speaks."""
    verb = reading.doc[clause.head]
    if clause.predicate not in INVERTED or verb.tag_ not in ("VBD", "VBZ") or clause.passive or clause.negated:
        return []
    behind = [token for token in verb.children if token.i > verb.i and not token.is_punct and not token.is_space]
    if len(behind) == 2 and behind[0].dep_ == "dobj" and behind[1].tag_ == "VBG" and behind[1].dep_ == "advcl" and behind[1].lemma_ not in CITING:
        behind = behind[:1]  # "said the Observatory, which has sources there, using phone calls"
    told = any(i in reading.event_words or (i in reading.verbs and reading.doc[i].tag_ in FINITE) for i in range(verb.sent.start, verb.i))
    if len(behind) != 1 or behind[0].dep_ not in ("dobj", "nsubj", "attr", "dep") or behind[0].left_edge.i != verb.i + 1 or not told:
        return []
    noun = behind[0]
    if noun.pos_ not in ("NOUN", "PROPN"):
        return []  # "the Observatory said most of them in Tamra"
    paper = noun.lemma_.lower() in load_speech().papers and noun.left_edge.lower_ == "the"
    named = [mention for mention in speakers_at(reading, [noun.i]) if mention.kind in ("body", "media", "person", "office", "people")]
    if not named and paper and (mention := any_noun(reading, noun.i)) is not None:
        return [mention]
    return named


def _top(token: Token) -> Token:
    """The head of the phrase that a token ends."""
    while token.dep_ in UPWARDS and token.head.i < token.i and token.head.pos_ != "VERB":
        token = token.head
    return token
