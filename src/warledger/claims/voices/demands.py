"""Layer 7, demands: what of the parse is what somebody asks for: "urged the army to stop its raids", "called for a halt to the shelling".

In: the verb of a demand. Out: tokens. Decision: he who demands says what is to be done, to be stopped, by what name he calls a thing, and
what has happened that it is about ("an inquiry into the attack", "to inspect the site of the attack"); the report says whom he asks, and
when and after what he did so.
"""

from __future__ import annotations

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# What is demanded stands in a clause or an object, and behind these.
CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl"))
THINGS = frozenset(("dobj", "conj"))
BEFORE_DEMANDED = frozenset(("for", "to"))
BEFORE_ASKED = frozenset(("on", "upon"))
# "asked what the plan was": a question demands nothing.
ASKING = "ask"
QUESTIONS = frozenset(("WP", "WRB", "WDT"))
# Words that tell when, or why: their clause is nobody's demand.
CIRCUMSTANCES = frozenset(("mark", "advmod"))
# Behind these stands when, or in what state of things, the demand was made.
BEFORE_CIRCUMSTANCE = frozenset("after following since amid before during despite until".split())


def demanded(reading: Reading, verb: Token) -> frozenset[int]:
    """The tokens of what a verb demands, from what it governs down."""
    found: set[int] = set()
    clause = any(child.dep_ in ("xcomp", "ccomp") for child in verb.children)
    asked = {child.i for child in verb.children if child.dep_ == "dobj" and (clause or reading.actor_at(child.i) is not None)}  # "urged the rebels to leave"
    below = [verb]
    while below:
        token = below.pop()
        for child in token.children:
            if child.i <= verb.i:
                continue
            if child.dep_ == "prep" and child.lower_ in BEFORE_DEMANDED | BEFORE_ASKED:
                # behind "on" and "to" stands who is asked; the parse may hang on him what he is to do
                below.append(child)
            elif child.dep_ in THINGS or child.dep_ in ("pobj", "pcomp") or (child.dep_ in CLAUSES and _is_to_be(child)) or _is_named(reading, child) or _is_for_act(reading, child):
                found.add(child.i)
                below.append(child)
                to_whom = child.dep_ == "pobj" and (token.lower_ in BEFORE_ASKED or (token.lower_ == "to" and token.head is verb))
                if to_whom or (child.dep_ == "conj" and token.i in asked):
                    asked.add(child.i)
    return frozenset(found | {i for head in found - asked for i in _about(reading, reading.doc[head])})


def _about(reading: Reading, head: Token) -> set[int]:
    """What hangs on a part of a demand, without who is to act, and when and in what state of things it was made."""
    found = {head.i}
    for child in head.children:
        marked = child.dep_ == "advcl" and any(part.dep_ in CIRCUMSTANCES and part.i < child.i for part in child.children)
        circumstance = marked or (child.dep_ == "prep" and child.lower_ in BEFORE_CIRCUMSTANCE)
        if not circumstance and (child.dep_ != "nsubj" or child.i in reading.event_words):
            found |= _about(reading, child)
    return found


def _is_to_be(clause: Token) -> bool:
    """Whether a clause tells what is to be done, not when or why the demand was made, nor what somebody only wants to know."""
    if clause.head.lemma_ == ASKING and clause.left_edge.tag_ in QUESTIONS:
        return False  # "asked what the army wanted"
    marks = [child for child in clause.children if child.dep_ in CIRCUMSTANCES and child.i < clause.i]
    return clause.dep_ in ("ccomp", "xcomp") or (clause.tag_ == "VB" and not any(mark.dep_ == "mark" for mark in marks))


def _is_for_act(reading: Reading, child: Token) -> bool:
    """"asked for a truce to allow aid in": the act that the parse takes for the subject of what it is for."""
    marked = child.dep_ == "advcl" and child.tag_ == "VB" and any(part.dep_ == "mark" and part.lower_ == "for" for part in child.children)
    return marked and any(part.dep_ == "nsubj" and part.i in reading.event_words for part in child.children)


def _is_named(reading: Reading, child: Token) -> bool:
    """"called the bombing a crime", "called it a massacre": the happening that a name is given to, and the name."""
    if child.dep_ == "oprd" and child.i in reading.event_words:
        return True
    return child.dep_ == "nsubj" and child.head.dep_ in ("ccomp", "xcomp", "oprd") and child.head.pos_ in ("NOUN", "ADJ") and child.i in reading.event_words
