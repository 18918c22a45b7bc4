"""Layer 7, verbs of saying in the passive: "the capture was announced by the militia", "As reported by the station, ...".

In: a Reading and the clause of a verb of saying. Out: whether it is told so, the tokens of its subject and of who stands behind "by". Decision: who is said to
claim or deny a thing in the passive speaks of his part in it; who accuses, announces or reports in it stands behind "by".
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.voices.teller_above import teller_above
from warledger.lexicons.speech_lexicon import load_speech

# What somebody announces in the passive.
ANNOUNCED = ("announce", "report", "confirm", "verify", "document", "reveal")


def is_announced(reading: Reading, clause: Clause) -> bool:
    """"the capture was announced by the militia and confirmed by the monitor": the one behind "by" says it."""
    children = list(reading.doc[clause.head].children)
    subject = any(child.dep_ == "nsubjpass" for child in children) or reading.doc[clause.head].dep_ == "conj"
    return clause.predicate in ANNOUNCED and subject and any(child.dep_ == "agent" for child in children)


def announced_before(reading: Reading, clause: Clause) -> frozenset[int]:
    """"the capture was announced by the militia and confirmed by the monitor": what the first one announced, where the second verb has no subject of its own."""
    token = reading.doc[clause.head]
    own = any(child.dep_ in ("nsubjpass", "nsubj", "ccomp") for child in token.children)
    if token.dep_ != "conj" or token.tag_ not in ("VBN", "VBD") or own or not is_announced(reading, clause):
        return frozenset()
    return frozenset(part.i for child in token.head.children if child.dep_ == "nsubjpass" for part in child.subtree)


def told_as_reported(reading: Reading, clause: Clause) -> bool:
    """"As reported by the station, jets struck the port": the jets, whom the parse makes the subject of both, report nothing."""
    token = reading.doc[clause.head]
    children = list(token.children)
    marked = any(child.lower_ == "as" and child.dep_ in ("mark", "advmod") and child.i < token.i for child in children)
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in children)
    return token.tag_ == "VBN" and marked and not own and clause.predicate in (*ANNOUNCED, "state", "describe", "claim")


def subjects_of(reading: Reading, clause: Clause) -> list[int]:
    """"registered ten raids by separatists": whoever says it, not who did it, whom the parse hangs on the active verb."""
    token = reading.doc[clause.head]
    if (teller := teller_above(reading, clause)) is not None:
        return [*teller.at("subject")]
    active = not clause.passive and token.tag_ != "VBN" and any(child.dep_ == "nsubj" for child in token.children)
    by = {child.i for child in token.children if child.dep_ == "agent"} if active else set()
    return [head for head in clause.at("subject") if reading.doc[head].head.i not in by]


def agents_of(reading: Reading, clause: Clause) -> list[int]:
    """"is accused by rights groups of killing civilians", "was condemned by the ministry": who stands behind "by"."""
    return behind_by(reading, clause) if clause.predicate in load_speech().accusing else []


def behind_by(reading: Reading, clause: Clause) -> list[int]:
    """Who stands behind "by"."""
    agents = (child for child in reading.doc[clause.head].children if child.dep_ == "agent")
    return [inner.i for child in agents for inner in child.children if inner.dep_ == "pobj"]
