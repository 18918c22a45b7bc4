"""Layer 4, event nouns: whose act it is that others mean to stop: "bombed the rebels in an attempt to halt their advance".

In: an event noun and its clause. Out: the clause with the foe as its subject. Decision: only where an infinitive of stopping tells what a fight
is for, and whom that is fought against is told; "agreed to stop its offensive" is of whoever agrees.
"""

from __future__ import annotations

from collections.abc import Callable

from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

STOPPING = load_grammar().stopping
TRYING = load_grammar().trying
# What the infinitive hangs on, in the parse.
PURPOSES = frozenset(("acl", "advcl"))
AGAINST = frozenset(("against", "on", "at"))
# By these an act is told to be that of others than the foe.
OWN = frozenset(("mod", "by", "of"))


def give_to_foe(act: Token, clause: Clause, is_actor: Callable[[int], bool]) -> None:
    """Make the act that somebody means to stop that of whoever is fought, or whose it is told to be."""
    verb = act.doc[clause.parent] if clause.relation == "light" and clause.parent is not None else act
    if verb.lemma_ not in STOPPING or act.head.i != verb.i or act.dep_ != "dobj":
        return
    owned = any(is_actor(head) and act.doc[head].tag_ != "PRP$" for head in clause.at("poss"))
    aim = verb.tag_ == "VB" and verb.dep_ in PURPOSES
    owned = owned or (aim and any(is_actor(head) for slot in OWN for head in clause.at(slot)))
    foe = None if owned or not aim else _foe_before(verb, is_actor)
    if owned or foe is not None:
        clause.arguments[:] = [one for one in clause.arguments if not (one.slot == "subject" and one.implied) and act.doc[one.head].tag_ != "PRP$"]
    if foe is not None:
        clause.arguments.append(Argument("subject", foe, implied=True))


def _foe_before(verb: Token, is_actor: Callable[[int], bool]) -> int | None:
    """"launched raids against the rebels to stop it": whom the fight is against that an infinitive tells the aim of."""
    fight = verb.head
    if fight.lemma_ in TRYING:
        fight = fight.head.head if fight.dep_ == "pobj" else fight.head
    foes = [word.i for word in verb.doc[fight.left_edge.i:verb.i] if is_actor(word.i) and fight.is_ancestor(word)
            and (word.dep_ == "dobj" or (word.dep_ == "pobj" and word.head.lower_ in AGAINST))]
    return foes[-1] if foes else None
