"""Layer 7, a second verb of saying that shares its subject: "The monitor said rebels had left the town but reported fresh fighting".

In: a Reading and the clause of a verb that the parse joins to what was said. Out: the clause of the first saying, whose subject goes on. Decision: a plain past
joined to a verb with an auxiliary does not share its subject; a body or a medium reports, not those of whom it tells; nor does what somebody does not say when it happened.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.lexicons.speech_lexicon import load_speech

REPORTING = frozenset(("report", "confirm", "document", "record", "note", "add", "warn", "say"))
TELLERS = frozenset(("body", "media"))
TOLD_OF = frozenset(("armed", "force", "people"))
AUXILIARIES = frozenset(("aux", "auxpass"))
# What somebody does not say stands behind one of these.
QUESTIONS = frozenset(("WRB", "WP", "WDT"))


def teller_above(reading: Reading, clause: Clause) -> Clause | None:
    """The clause of saying whose subject goes on behind "and" or "but"."""
    verb, first = reading.doc[clause.head], reading.doc[clause.head].head
    said = reading.verbs.get(first.head.i)
    if clause.predicate not in REPORTING or verb.dep_ != "conj" or verb.tag_ != "VBD" or first.dep_ not in ("ccomp", "advcl") or said is None or first.i < said.head:
        return None
    if said.predicate not in load_speech().plain or any(child.dep_ in ("nsubj", "nsubjpass", *AUXILIARIES) for child in verb.children):
        return None
    compound = any(child.dep_ in AUXILIARIES for child in first.children)
    tellers = [actor for head in said.at("subject") if (actor := reading.actor_at(head)) is not None]
    told_of = [actor for child in first.children if child.dep_ in ("nsubj", "nsubjpass") and (actor := reading.actor_at(child.i)) is not None]
    if said.negated and first.left_edge.tag_ in QUESTIONS:
        return said if all(actor.kind in TOLD_OF for actor in told_of) else None  # "did not say when the raid took place and said two had died"
    reports = first.dep_ == "ccomp" and bool(tellers) and all(actor.kind in TELLERS for actor in tellers) and all(actor.kind in TOLD_OF for actor in told_of)
    return said if compound and reports else None
