"""Layer 9, whom a bomb was meant for that hit nothing by its own words: "went off near a patrol", "exploded as a convoy was passing".

In: a Reading and a Happening. Out: the heads of those beside whom or at whose passing it went off. Decision: only who is under arms or
on wheels, and only where the clause tells that they were there at that moment; who set it off is none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.sides import FIGHTING
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

PASSING = load_grammar().passing
# Frames of what goes off.
BLASTS = frozenset(("bomb", "detonate", "suicide-attack"))
NEAR = frozenset(("near", "beside", "alongside", "by"))
# Words that open the clause of what went on at that moment.
AT_THE_TIME = frozenset(("when", "as", "while"))
SUBJECTS = ("nsubj", "nsubjpass")
# "were on patrol", "were on their way": how somebody is on the move without a verb of it.
UNDER_WAY = frozenset(("on", "in"))


def passers(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those whom what went off was meant for."""
    if happening.main.frame.name not in BLASTS:
        return []
    doers = set(happening.role("initiator"))
    verbs = dict.fromkeys(verb for match in happening.matches if match.frame.name in BLASTS for verb in _verbs(reading.doc[match.head]))
    found = [i for verb in verbs for token in (*_beside(verb), *_at_the_time(verb)) for i in reading.fillers(token.i)]
    return [i for i in dict.fromkeys(found) if i not in doers and _may_be_meant(reading, i)]


def _verbs(trigger: Token) -> list[Token]:
    """The verb by which a thing goes off, with the thing itself."""
    over = [trigger.head] if trigger.dep_ in (*SUBJECTS, "dobj") and trigger.head.pos_ == "VERB" else []
    return [trigger, *over]


def _beside(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in NEAR and not (child.lower_ == "by" and verb.pos_ != "VERB"):
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _at_the_time(verb: Token) -> Iterator[Token]:
    """Who was on the move in the clause of the moment, which is the verb's own or the one above it."""
    clauses = [child for child in verb.children if child.dep_ == "advcl" and _opens_moment(child)]
    if verb.dep_ == "advcl" and _opens_moment(verb):
        clauses.append(verb.head)
    for clause in clauses:
        if clause.lemma_.lower() in PASSING or (clause.lemma_ == "be" and any(child.lower_ in UNDER_WAY for child in clause.children)):
            yield from (child for child in clause.children if child.dep_ in SUBJECTS)


def _opens_moment(clause: Token) -> bool:
    return any(child.lower_ in AT_THE_TIME and child.dep_ in ("advmod", "mark") for child in clause.children)


def _may_be_meant(reading: Reading, i: int) -> bool:
    actor = reading.actor_at(i)
    return (actor is not None and actor.kind in FIGHTING) or "vehicle" in reading.word_classes.of(reading.doc[i].lemma_.lower())
