"""Layer 5, whom a sentence tells to be among those harmed: "four children were among the dead", "the wounded included a nurse".

In: a Reading and the frame lexicon. Out: a clause for each word for those harmed, with those who are told to be some of them.
Decision: the word must stand for people of whom the report told ("the dead") and have no number of its own, which is a toll; who is told to
be among them was harmed as they were.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.acts.phrases import CAUSES
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.fate_lexicon import load_fates
from warledger.lexicons.frame_lexicon import Frame, FrameLexicon

# The frames of those fates, and words for those harmed that name no fate without an act beside them.
FRAMES = {"killed": "dead", "wounded": "hurt"}
NO_FATE = frozenset(("victims", "casualties"))
INCLUDING = "include"
MEANT = frozenset(("the", "those"))


def find_told_dead(reading: Reading, lexicon: FrameLexicon) -> Iterator[tuple[Clause, Frame, tuple[int, ...]]]:
    """Each word for those harmed of whom some are told, as a clause with its frame and trigger."""
    frames = {one.name: one for one in lexicon.frames if one.name in FRAMES.values()}
    fates = load_fates().those
    for i, lower in enumerate(reading.lower):
        frame = frames.get(FRAMES.get(fates.get(lower, ""), ""))
        if frame is None or lower in NO_FATE or not _stands_for_people(token := reading.doc[i]):
            continue
        told = [part for first in _some_of(token) for part in conjuncts(first) if reading.actor_at(part.i) is not None or reading.quantities_at(part.i)]
        if told:
            clause = Clause(token.i, token.lower_, "phrase", arguments=[Argument("self", part.i) for part in told])
            clause.arguments.extend(Argument(child.lower_, inner.i) for child in token.children if child.lower_ in CAUSES
                                    for inner in child.children if inner.dep_ == "pobj" and inner.i in reading.event_words)
            clause.parent, clause.relation = token.head.i, token.dep_
            yield clause, frame, (token.i,)


def _stands_for_people(token: Token) -> bool:
    """"the dead", "those killed"; not "the nine dead", which is a toll."""
    leads = {child.lower_ for child in token.children if child.i < token.i}
    behind = token.dep_ == "acl" and token.head.lower_ == "those"
    return (bool(leads & MEANT) or behind) and not any(child.dep_ == "nummod" for child in token.children)


def _some_of(token: Token) -> list[Token]:
    """The first of those who are told to be some of the people at a word."""
    people = token.head if token.dep_ == "acl" else token
    above = people.head
    if people.dep_ == "pobj" and above.lower_ == "among":
        if above.head.pos_ in ("NOUN", "PROPN"):
            return [above.head] if above.head.i < above.i else []  # "11 children among the dead"
        places = ("attr", "nsubj") if above.i < above.head.i else ("nsubj",)
        return [child for child in above.head.children if child.dep_ in places and (child.i > above.i) == (above.i < above.head.i)] \
            if above.head.lemma_ == "be" else []
    if people.dep_ == "nsubj" and above.lemma_ == INCLUDING:
        return [child for child in above.children if child.dep_ == "dobj"]
    return []
