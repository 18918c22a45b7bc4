"""Layer 4, event nouns, the relative clause that the parse hangs on where or when it was: "the attack on the town, which X blames on Y".

So the clause within one in which somebody says who did it: "the raid that activists say X carried out".

In: an event noun and the clauses of the verbs. Out: the verbs of relative clauses that tell of the act, with the place in which it
stands there. Decision: only verbs that govern nothing but acts are asked, since of a town much else is said; the act told last before
the relative clause is meant, with no verb between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from warledger.claims.clauses.clause_filling import is_relative
from warledger.claims.clauses.mistaken_subjects import blame_before
from warledger.claims.clauses.records import Clause
from warledger.claims.text.tokens import Token

# Verbs that govern acts alone, never a place or a time.
OF_ACTS = frozenset(("launch", "conduct", "stage", "mount", "wage", "perpetrate", "commit", "blame", "pin", "attribute", "carry", "unleash"))


def told_behind(act: Token, verbs: dict[int, Clause], is_event: Callable[[Token], bool]) -> Iterator[tuple[Clause, str]]:
    """The clauses behind an act by which somebody is told to have done it, with the slot in which it stands there."""
    for child in act.children:
        if child.dep_ == "relcl" and child.i in verbs and not any(inner.dep_ == "dobj" for inner in child.children):
            yield from ((verbs[inner.i], "object") for inner in child.children if inner.dep_ == "ccomp" and _did(inner, verbs))
        if child.dep_ == "relcl":
            blames = (blame_before(subject) for subject in child.children)
            yield from ((verbs[blame.i], "object") for blame in blames if blame is not None and blame.i in verbs)
    yield from _over_ground(act, verbs, is_event)


def _did(verb: Token, verbs: dict[int, Clause]) -> bool:
    """"the raid that activists say X carried out": what is said has its own subject and no object, which the act is."""
    return verb.i in verbs and verb.lemma_ in OF_ACTS and not verbs[verb.i].passive and any(child.dep_ == "nsubj" and not is_relative(child) for child in verb.children) \
        and not any(child.dep_ == "dobj" and not is_relative(child) for child in verb.children)


def _over_ground(act: Token, verbs: dict[int, Clause], is_event: Callable[[Token], bool]) -> Iterator[tuple[Clause, str]]:
    """The relative clause behind an act that hangs on its place or its time, and the slot in which that stands there."""
    for part in act.doc[act.i + 1:act.sent.end]:
        if is_event(part):
            return
        if part.i not in verbs:
            continue
        antecedent = part.head
        if part.dep_ == "relcl" and part.lemma_ in OF_ACTS and antecedent.dep_ == "pobj" and antecedent.i > act.i \
                and any(is_relative(child) and child.dep_ in ("dobj", "nsubjpass") for child in part.children):
            yield verbs[part.i], "object"
        return
