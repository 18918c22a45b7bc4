"""Layer 7, participles of saying: who speaks in "..., adding that", "with a monitor saying that", "a video showed him announcing that".

In: a Reading and the clause of a participle. Out: its speakers, or the clause whose subject speaks. Decision: a participle has no subject
of its own; who says it is told by what it hangs on, and never by the noun that only stands before it.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.speakers import SPEAKING, by_name, phrase, speakers_at
from warledger.lexicons.speech_lexicon import load_speech

QUOTING = ("quote", "cite")
# "identified the dead man as Omar Haddad": by these somebody is given a name.
NAMING = frozenset(("identify", "name"))
# What is voted on or handed round and demands, whoever wrote it, and by which verbs it is turned down.
DRAFTS = frozenset(("draft", "resolution", "motion", "petition", "leaflet", "proposal", "plan", "bill"))
VETOING = frozenset(("veto", "block", "reject", "oppose"))


def shown_or_quoted(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The speakers of a participle by the phrase that it stands in."""
    return _quoted_as(reading, clause) or _shown(reading, clause) or _with_whom(reading, clause) or _turned_down(reading, clause)


def issued_by(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"The letter signed by twelve factions called on the army to leave": who gave out the paper, where the parse hangs the main verb on his name."""
    token = reading.doc[clause.head]
    giver = token.head if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "pobj" and token.head.head.lower_ == "by" else None
    given = giver.head.head if giver is not None else None
    says = clause.predicate in load_speech().demands or clause.predicate in load_speech().plain
    if giver is None or given is None or not says or given.dep_ != "acl" or given.head.lemma_.lower() not in load_speech().papers:
        return []
    return speakers_at(reading, [giver.i])


def sayer_above(reading: Reading, clause: Clause) -> Clause | None:
    """The clause whose subject says what a participle says."""
    return _robbed(reading, clause) or _above(reading, clause)


def said_before(reading: Reading, clause: Clause) -> Clause | None:
    """"... hit the town, state television said blaming the rebels": the verb of saying right before a participle of saying."""
    i = clause.head - 1
    first = reading.doc[clause.head].sent.start
    while i > first and (reading.doc[i].is_punct or i in reading.time_tokens):
        i -= 1
    said = reading.verbs.get(i) if reading.doc[clause.head].tag_ == "VBG" else None
    return said if said is not None and said.predicate in load_speech().plain and reading.doc[i].tag_ in ("VBD", "VBZ", "VBP") else None


def _quoted_as(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"... killed nine, TASS quoted the ministry as saying": the agency, and the ministry whose words they are."""
    token = reading.doc[clause.head]
    over = reading.verbs.get(token.head.head.i) if token.dep_ == "pcomp" and token.head.lower_ == "as" else None
    if over is None or over.passive or over.predicate not in QUOTING:
        return []
    return [*speakers_at(reading, over.at("subject")), *speakers_at(reading, over.at("object"))]


def _shown(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"a video showed the colonel announcing ...": he says it, not the video."""
    token = reading.doc[clause.head]
    shown = [child for child in token.head.children if child.dep_ == "dobj"] if token.dep_ == "advcl" else \
        [token.head.head if token.head.dep_ == "appos" else token.head] if token.dep_ == "acl" else []
    if token.tag_ != "VBG" or not shown or shown[0].dep_ != "dobj" or shown[0].head.lemma_ != "show":
        return []
    return speakers_at(reading, [shown[0].i])


def _turned_down(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"vetoed a draft calling for a truce": the draft demands it, not who turned it down."""
    token = reading.doc[clause.head]
    draft = token.head if token.dep_ == "acl" and token.tag_ == "VBG" and token.head.lemma_.lower() in DRAFTS else None
    over = draft.head.lemma_ if draft is not None and draft.dep_ == "dobj" else None
    calling = load_speech().demands.keys() | load_speech().accusing
    return [phrase(reading, draft, anonymous=True)] if draft is not None and over in VETOING and clause.predicate in calling else []


def _with_whom(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"the raid went on, with a monitor saying that ...": who stands between "with" and the participle says it."""
    token = reading.doc[clause.head]
    i = token.i - 1
    while reading.doc[i].text == "," and i > token.sent.start:
        i -= 1
    noun = next((word for word in (reading.doc[i], *reading.doc[i].ancestors) if word.dep_ == "pobj" and word.head.lower_ == "with" and word.head.i < word.i), None)
    if token.tag_ != "VBG" or noun is None or noun.right_edge.i < i or reading.doc[i].i < noun.i:
        return []
    mention = reading.actor_at(i) or reading.actor_at(noun.i)
    named = by_name(reading, mention) if mention is not None else None
    return [named] if named is not None and named.kind in SPEAKING else speakers_at(reading, [noun.i])


def _above(reading: Reading, clause: Clause) -> Clause | None:
    """"X said the jet crashed, adding that ...": who adds is who said, not the jet; else who does the main deed."""
    token = reading.doc[clause.head]
    if token.tag_ != "VBG" or any(not argument.implied for argument in clause.arguments if argument.slot == "subject"):
        return None
    quoting = reading.verbs.get(token.head.head.i)
    if token.dep_ == "acl" and quoting is not None and quoting.predicate in QUOTING:
        return None
    above = [other for ancestor in token.ancestors if (other := reading.verbs.get(ancestor.i)) is not None
             and any(not argument.implied for argument in other.arguments if argument.slot == "subject")]
    sayer = next((other for other in above if load_speech().saying_of((*other.variants, other.predicate)) is not None), None)
    if sayer is None and token.dep_ == "acl":  # "forces shelled the town claiming to have hit militants": not the town claims
        sayer = next(iter(above), None)
    return sayer


def _is_thing(reading: Reading, noun: Token) -> bool:
    """"bore out the account saying ...": whether a noun is nobody who could say a thing."""
    actor = reading.actor_at(noun.i)
    nobody = actor is None or (actor.kind == "unknown" and actor.anonymous)
    return noun.pos_ == "NOUN" and nobody and noun.lemma_.lower() not in load_speech().bodies | load_speech().spokesmen


def _robbed(reading: Reading, clause: Clause) -> Clause | None:
    """"forces shelled the town claiming ...", where the parser makes the town the subject of "claiming": the verb before.

    So too in "bore out that account saying ..." and "identified one of the dead as Omar Haddad adding ...".
    """
    token = reading.doc[clause.head]
    over = reading.verbs.get(token.head.i)
    if token.tag_ != "VBG" or over is None or any(child.dep_ == "aux" for child in token.children):
        return None
    marks = {child.lower_ for child in token.children if child.dep_ == "mark" and child.i < token.i}
    lost = token.dep_ == "ccomp" and over.predicate not in load_speech().content
    taken = next((child for child in token.children if child.dep_ == "nsubj" and child.i < token.i), None)
    lost = lost or (token.dep_ == "advcl" and taken is not None and not over.at("object") and _is_thing(reading, taken))
    return over if lost or "that" in marks or ("as" in marks and over.predicate in NAMING) else None
