"""Layer 4, event nouns, whom they are against or between where the parse hangs it elsewhere: on the verb, on the time, on who did it.

In: an event noun, its clause so far and the clauses of the verbs. Out: the clause with the sides and those hit. Decision: what stands
in the same clause without another act between is the noun's.
"""

from __future__ import annotations

from collections.abc import Callable

from warledger.claims.clauses.aims import AGAINST
from warledger.claims.clauses.asked import FINITE, TIMES
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.noun_agents import PITTING, pitted
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.clauses.told_nouns import SINGLED_OUT
from warledger.claims.text.tokens import Token

# Participles of an act that tell against whom it was begun, and what they would have as verbs of their own.
LAUNCHED = frozenset(("launch", "mount", "wage", "direct", "stage", "carry", "conduct", "unleash"))
OF_A_CLAUSE = frozenset(("nsubj", "nsubjpass", "aux", "auxpass", "dobj"))


def from_far_on(token: Token, clause: Clause, is_event: Callable[[Token], bool]) -> None:
    """"an offensive by men led by X launched against the village", "the raids were the first of the year on the camp": whom it hit."""
    if any(argument.slot in (*AGAINST, "object") and token.doc[argument.head].ent_type_ not in TIMES for argument in clause.arguments):
        return
    for preposition in (*_launched(token, is_event), *_behind_rank(token)):
        clause.arguments.extend(Argument(preposition.lower_, inner.i, implied=True) for inner in preposition.children
                                if inner.dep_ == "pobj" and inner.ent_type_ not in TIMES)


def _launched(act: Token, is_event: Callable[[Token], bool]) -> list[Token]:
    """The prepositions of the participle that tells against whom an act was launched, no other act or verb between."""
    for part in act.doc[act.i + 1:act.sent.end]:
        bare = part.tag_ in ("VBN", "VBD") and not any(child.dep_ in OF_A_CLAUSE and child.i != act.i for child in part.children)
        if bare and part.lemma_ in LAUNCHED:
            return [child for child in part.children if child.dep_ == "prep" and child.lower_ == "against"]
        if is_event(part) or (part.tag_ in FINITE and not bare) or part.lower_ in ("which", "that", "who", "and"):
            return []
    return []


def _behind_rank(act: Token) -> list[Token]:
    """The prepositions in what an act is said to be the first or the last of."""
    rank = next((child for child in act.head.children if child.dep_ in ("attr", "acomp") and child.lower_ in SINGLED_OUT), None)
    if act.dep_ != "nsubj" or act.head.lemma_ != "be" or rank is None:
        return []
    return [part for part in (*rank.subtree, *act.head.children) if part.dep_ == "prep" and part.lower_ in AGAINST and part.i > rank.i]


def from_far_against(token: Token, clause: Clause, verbs: dict[int, Clause], is_actor: Callable[[int], bool]) -> None:
    """"pushing ahead in their offensive in the north against X": the parse hangs on the verb whom the act is against."""
    verb = token.head.head
    pitting = next((one for one in (token.head, *token.children) if one.i in verbs and verbs[one.i].predicate == PITTING), None)
    if pitting is not None:  # "the war pits A, backed by B, against C", "a war which pits A against C"
        sides = [part for part in pitting.subtree if part.lower_ == "against"]
        against = [inner.i for part in sides for inner in part.children if inner.dep_ == "pobj"]
        clause.arguments[:] = [argument for argument in clause.arguments if argument.slot != "against" or argument.head not in against]
        clause.arguments.extend(Argument("between", i, implied=True) for i in (*pitted(pitting), *against))
        clause.arguments.extend(Argument("between", child.i, implied=True) for child in pitting.children  # "... against B in the north and C"
                                if sides and child.i > sides[0].i and child.dep_ in ("npadvmod", "dobj") and is_actor(child.i))
    if token.dep_ == "pobj" and token.head.lower_ in ("in", "with") and verb.i in verbs and not clause.at("against"):
        clause.arguments.extend(Argument("against", head, implied=True) for head in verbs[verb.i].at("against") if head > token.i)


def from_far_between(token: Token, clause: Clause, verbs: dict[int, Clause], is_actor: Callable[[int], bool],
                      is_event: Callable[[Token], bool]) -> None:
    """"fighting erupted during the night between A and B", "intensified among the militias": the parse hangs the sides on verb, time or place."""
    verb = token.head
    if token.dep_ == "pobj" and token.i + 1 in verbs and token.i in verbs[token.i + 1].at("subject"):
        verb = token.nbor(1)  # "On Saturday clashes erupted": of a day and an act side by side the parse makes one name
    elif token.dep_ not in ("nsubj", "nsubjpass") or verb.i not in verbs:
        return
    for part in verb.subtree:
        among = part.lower_ == "among" and part.head.i == verb.i and not any(child.dep_ == "dobj" for child in verb.children)
        if not among and (part.lower_ != "between" or is_event(part.head)):
            continue
        if part.i > verb.i and next((above for above in part.ancestors if above.i in verbs), verb).i == verb.i:
            clause.arguments.extend(Argument("between", inner.i) for inner in part.children if inner.dep_ == "pobj"
                                    and any(is_actor(one.i) for one in conjuncts(inner)))
            return
