"""Layer 7, verbs of saying by which nobody says anything: "the blast claimed 21 lives", "the rebels are to blame", "a deal that would see them leave".

In: a Reading and the clause of a verb of saying. Out: whether it says nothing. Decision: what else such a verb may mean is told by its form,
its object and what it hangs on; who stands as its subject then speaks neither here nor later.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.clauses.told_of import told_of_before
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.speech_lexicon import SpeechLexicon

# Verbs of belief, which before "to" are participles.
BELIEVING = load_grammar().believing
# Verbs of finding out.
SEEKING = frozenset(("determine", "ascertain"))
# Who has eyes.
SEEING = frozenset(("person", "people", "media", "office", "body"))
# What marks a clause as what somebody saw.
MARKS = frozenset(("that", "how", "what", "where", "why", "whether"))


def says_nothing(reading: Reading, clause: Clause, speech: SpeechLexicon) -> bool:
    """Whether a verb of saying tells a deed, is left open, is a noun, or has another sense."""
    token = reading.doc[clause.head]
    return _is_deed(reading, clause, speech) or _is_left_open(reading, clause) or _is_noun(reading, clause) \
        or (clause.predicate == "blame" and _is_blamed(token)) or (clause.predicate in SEEKING and _is_sought(token)) or (clause.predicate in speech.marked and not _is_marked(token) and not _can_see(reading, clause))


def _is_blamed(token: Token) -> bool:
    """"the rebels are to blame for the raid": somebody is blamed and blames nobody."""
    return token.tag_ == "VB" and token.head.lemma_ == "be" and token.dep_ in ("xcomp", "acl", "advcl") and any(child.lower_ == "to" for child in token.children)


def _is_sought(token: Token) -> bool:
    """"want to determine whether the army did it": what somebody means to find out he does not say."""
    return token.tag_ == "VB" or any(part.lower_ in ("whether", "if") for child in token.children if child.dep_ == "ccomp" for part in child.children)


def _can_see(reading: Reading, clause: Clause) -> bool:
    """"a reporter saw men dig in the rubble"."""
    return any((actor := reading.actor_at(head)) is not None and actor.kind in SEEING for head in clause.at("subject"))


def _is_marked(token: Token) -> bool:
    """"a monitor saw that the jets left", not "a deal that would see the fighters leave", "the town has seen a truce break down"."""
    clauses = (child for child in token.children if child.dep_ == "ccomp" and child.i > token.i)
    return any(part.lower_ in MARKS for clause in clauses for part in clause.children if part.i < clause.i)


def _is_deed(reading: Reading, clause: Clause, speech: SpeechLexicon) -> bool:
    """"the blast claimed 21 lives", "claiming four victims": nothing is said."""
    if clause.predicate != "claim":
        return False
    objects = [child for child in reading.doc[clause.head].children if child.dep_ == "dobj"]
    counted = any(one.unit == "people" for child in objects for one in reading.quantities_at(child.i))
    if any(told_of_before(child) is not None for child in reading.doc[clause.head].children):
        return False  # "claimed nine farmers, most of them women, were killed"
    return counted or any(child.lemma_ in speech.deeds or child.lower_ == "lives" for child in objects)


def _is_noun(reading: Reading, clause: Clause) -> bool:
    """"dismisses the centre's reporting", "gunmen suspected to be herders": a gerund that is somebody's and a bare participle say nothing."""
    token = reading.doc[clause.head]
    if clause.predicate in BELIEVING and token.tag_ in ("VBN", "VBD") and token.i + 1 < len(reading.doc) and token.nbor(1).lower_ == "to":
        return True
    return token.tag_ == "VBG" and any(child.dep_ in ("det", "poss", "amod") and child.i < token.i for child in token.children)


def _is_left_open(reading: Reading, clause: Clause) -> bool:
    """"neither confirmed nor denied", "declined to confirm or deny": nothing is said of it."""
    token = reading.doc[clause.head]
    if clause.predicate not in ("confirm", "deny"):
        return False
    beside = {child.lemma_ for child in token.children if child.dep_ == "conj"} | ({token.head.lemma_} if token.dep_ == "conj" else set())
    return bool(beside & {"confirm", "deny"})
