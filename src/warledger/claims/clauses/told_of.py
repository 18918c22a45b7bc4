"""Layer 4, verbs of telling: those of whom somebody tells whom the parse makes the object or the subject of the verb of telling.

In: a verb, or what the parse makes its subject. Out: whom the verb is about, who tells it instead. Decision: the words before and behind a comma tell;
a verb that has its own subject or object keeps it.
"""

from __future__ import annotations

from warledger.claims.clauses.finite_verbs import TOLD, begins, has_finite
from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech


def told_of_before(verb: Token) -> Token | None:
    """"The office reported nine farmers, including two women, were killed": whom the parse makes the object of the verb of telling."""
    tells, edge = verb.head, begins(verb)
    told = verb.dep_ == "ccomp" or (verb.dep_ == "conj" and not any(child.dep_ == "cc" and child.i < verb.i for child in tells.children))
    if not told or tells.i > verb.i or tells.lemma_ not in load_speech().plain or not has_finite(verb) or verb.doc[edge - 1].text != "," \
            or any(child.dep_ in TOLD or child.dep_ == "csubjpass" for child in verb.children):
        return None
    return next((child for child in tells.children if child.dep_ == "dobj" and child.left_edge.i == tells.i + 1 and child.i < edge), None)


def speaker_behind_object(subject: Token) -> Token | None:
    """"killed nine members of the Guards, the Survey said": of whom somebody tells the parse makes the speaker, explained by who is."""
    tells, told = subject.head, subject.doc[subject.left_edge.i - 1]
    if subject.dep_ != "nsubj" or subject.pos_ != "NOUN" or tells.lemma_ not in load_speech().plain or subject.left_edge.i == subject.sent.start:
        return None
    if told.dep_ not in ("ccomp", "parataxis") or told.head.i != tells.i or not has_finite(told) or any(child.dep_ in ("dobj", "nsubjpass") for child in told.children):
        return None
    return next((child for child in subject.children if child.dep_ == "appos" and child.right_edge.i + 1 == begins(tells, subject.i)
                 and subject.doc[child.left_edge.i - 1].text == ","), None)


def object_of_told(verb: Token) -> Token | None:
    """"killed nine members of the Guards, the Survey said": the members."""
    behind = verb.head.children if verb.dep_ in ("ccomp", "parataxis") else ()
    return next((child for child in behind if child.dep_ == "nsubj" and child.left_edge.i == verb.i + 1 and speaker_behind_object(child) is not None), None)
