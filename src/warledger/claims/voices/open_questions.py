"""Layer 7, what somebody leaves open: "the ministry did not say who carried out the attack", "could not confirm how many of the casualties were women".

In: a Reading and the clause of a negated verb of saying. Out: tokens. Decision: who leaves a question open about an act tells that there was one;
a question whether something was done tells nothing of it, and what is not confirmed itself nobody says.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech

QUESTIONS = frozenset(("who", "whom", "whose", "what", "which", "where", "when", "why", "how", "whether", "if"))
# What of an act is not told.
TRAITS = frozenset(("nature", "cause", "identity", "nationality", "number", "location", "origin", "motive", "reason", "extent", "detail", "circumstance"))
DESCRIBING = frozenset(("acl", "relcl", "advcl"))
SAYING = frozenset(("confirm", "verify", "disclose", "determine"))


def left_open(reading: Reading, clause: Clause) -> frozenset[int]:
    """The acts in a question that a verb does not answer; the question itself is no statement."""
    if clause.predicate not in load_speech().plain | SAYING:
        return frozenset()
    behind = [child for child in reading.doc[clause.head].children if child.i > clause.head]
    asked = [child for child in behind if child.dep_ in ("ccomp", "xcomp") and _asks(child)]
    traits = [child for child in behind if child.dep_ == "dobj" and child.lemma_.lower() in TRAITS]
    return frozenset(i for child in (*asked, *traits) for i in _within(child) if i in reading.event_words or i in reading.verbs)


def _within(head: Token) -> set[int]:
    """The tokens of a question without what only describes its nouns: "whether the blast was a shell left from years of fighting"."""
    return {head.i}.union(*(_within(child) for child in head.children if child.dep_ not in DESCRIBING))


def _asks(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ in QUESTIONS or (first.i + 1 < len(first.doc) and first.dep_ == "prep" and first.nbor(1).lower_ in QUESTIONS)
