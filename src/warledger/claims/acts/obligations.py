"""Layer 5, obligations: "X must withdraw", "Y should allow inspectors in", "Z has to stop": what is asked of somebody.

In: a Reading with its verbs, and the frames that have modals. Out: a clause for each of them with that frame. Decision: who
says that another must do a thing asks it of them, whatever the thing is; so it is read from the modal, with the one who
must as its target, and only in what somebody is said to say: a report by itself asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.acts.frame_conditions import ACTING
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import Frame, FrameLexicon

# A thing that must be is a wish, no act that is asked for; one who must say so only stresses what they say.
NO_ACT = frozenset(("be", "say", "note", "know", "have", "remember", "stress", "admit"))


def find_obligations(reading: Reading, lexicon: FrameLexicon, saying: frozenset[str]) -> Iterator[tuple[Clause, Frame, tuple[int, ...]]]:
    """Each obligation of another in what somebody says, as a clause with its frame and trigger; saying are the verbs of saying."""
    for head, clause in reading.verbs.items():
        token = reading.doc[head]
        modal = _modal(clause, token)
        frame = lexicon.by_modal.get(modal) if modal is not None else None
        if frame is None or clause.predicate in NO_ACT or clause.negated or not _is_said(reading, token, saying):
            continue
        obliged = _obliged(reading, clause)
        if obliged is None:
            continue
        made = Clause(head, clause.predicate, "phrase", tense=clause.tense, parent=clause.parent, relation=clause.relation,
                      arguments=[Argument("subject", obliged), *(one for one in clause.arguments if one.slot != "subject")])
        yield made, frame, tuple(sorted({head, *(child.i for child in token.children if child.tag_ == "MD")}))


def _modal(clause: Clause, token: Token) -> str | None:
    """The modal before the verb, or the verb that stands for one ("has to")."""
    if token.dep_ == "xcomp" and any(child.lower_ == "to" for child in token.children):
        return f"{token.head.lemma_} to"
    return clause.modal


def _obliged(reading: Reading, clause: Clause) -> int | None:
    """Who must do it; None where nobody must."""
    for subject in clause.at("subject"):
        if reading.actor_at(subject) is not None and reading.classes(subject) & ACTING:
            return subject
    return None


def _is_said(reading: Reading, token: Token, saying: frozenset[str]) -> bool:
    """Whether it stands in the content of a verb of saying, or beside one ("X must go, Y said")."""
    for above in (token, *token.ancestors):
        if above.dep_ in ("ccomp", "parataxis") and above.head.i in reading.verbs and reading.verbs[above.head.i].predicate in saying:
            return True
    return False
