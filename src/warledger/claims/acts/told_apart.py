"""Layer 5 to 9, acts that their own words tell apart from another of the sentence: "another attack", "days after the raid", "the raid coincided with".

In: a Reading and an act. Out: whether it is told apart so. Decision: by the words right beside it alone, whatever the parse ties.
"""

from __future__ import annotations

from warledger.claims.acts.frames import Match
from warledger.claims.clauses.mistaken_subjects import DELAYS, SPELLS
from warledger.claims.clauses.records import Argument
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.denial_lexicon import load_denials
from warledger.lexicons.retelling_lexicon import load_retelling

# Verbs by which one act is told to have been at the time of another, or before or behind it.
TIMING = frozenset(("coincide", "follow", "precede"))


def is_another(reading: Reading, head: int) -> bool:
    """"another attack", "a second blast": an act that its own words tell apart from those told before."""
    noun = reading.doc[head]
    return noun.pos_ in ("NOUN", "PROPN") and any(child.dep_ in ("det", "amod") and child.lower_ in load_retelling().apart for child in noun.children)


def goes_on_to(reading: Reading, before: Match, act: Match) -> bool:
    """"rebels shelled the port and another attack hit the market": an act told apart in a clause of its own behind one told before."""
    noun = reading.doc[act.head]
    if not is_another(reading, act.head) or is_another(reading, before.head) or before.head > act.head:
        return False
    verb = next((above for above in noun.ancestors if above.pos_ == "VERB"), noun)
    return verb.i not in (before.head, before.carrier) and not noun.is_ancestor(reading.doc[before.head])


def is_delayed(reading: Reading, act: Match) -> bool:
    """"days after an army attack a woman was wounded", "hours after demolishing the dam": a stretch of time lies between what is told of it and the act."""
    noun = reading.doc[act.head]
    if noun.dep_ in ("nsubj", "nsubjpass") and not any(child.dep_ in ("nsubj", "nsubjpass") and child.i > noun.i for child in noun.head.children):
        return False  # "days after a bombing killed ten": the clause tells of the bombing itself
    within = [above for above in (noun, *noun.ancestors) if above.tag_ == "VBG" and above.dep_ == "pcomp"]  # "after demolishing the dam in a raid": the raid too
    return any(_is_behind_spell(above) for above in ([noun, *within] if act.clause.kind == "noun" else within))


def _is_behind_spell(act: Token) -> bool:
    before = act.left_edge.i - 1
    return before > 0 and act.doc[before].lower_ in DELAYS and act.doc[before - 1].lemma_.lower() in SPELLS


def is_timed_by(reading: Reading, act: Match, other: Match) -> bool:
    """"the raids coincided with an offensive by X", "the violence follows an assault": the other act only tells when the first was."""
    first = reading.doc[act.head].first_of_list
    verb = first.head
    return first.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in TIMING and _is_below(verb, reading.doc[other.head]) and not _is_below(first, reading.doc[other.head])


def _is_below(above: Token, token: Token) -> bool:
    return above.is_ancestor(token) and above.i != token.i


def is_only_reported(reading: Reading, argument: Argument) -> bool:
    """"shelling left nine dead, with reports of clashes in the suburbs": what else is told to have been is no cause."""
    return argument.slot == "with" and reading.doc[argument.head].lemma_.lower() in load_denials().tellings
