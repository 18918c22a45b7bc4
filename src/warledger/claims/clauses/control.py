"""Layer 4, verbs, whose object does what hangs on them: "accused X of bombing", "arrested X for killing", "flew troops in to attack".

In: a verb with its clause and that of the verb over it. Out: whether the object of the verb over it does it. Decision: what stands behind "for"
or "of" is what somebody is accused of, arrested or praised for; what stands behind "by" or "after" is how or when the one above did it.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

OBJECT_CONTROL = load_grammar().object_control
# Verbs of carrying somebody to where he is to act.
CARRYING = frozenset(("ferry", "airlift", "transport", "shuttle"))
# By these a gerund tells how or when the subject above did it, not what its object did.
MEANS = frozenset(("by", "through", "after", "before", "without", "while", "in", "when", "upon", "despite"))


def is_controlled(token: Token, clause: Clause, governor: Clause) -> bool:
    """"accused X of bombing", "arrested X for killing", "was given leave by Y to enter": the object of the verb above does it."""
    if governor.predicate not in OBJECT_CONTROL or not governor.at("object"):
        return False
    if "pcomp" in (token.dep_, clause.relation):
        return token.dep_ != "pcomp" or token.head.lower_ not in MEANS
    allowed = token.dep_ == "advcl" and governor.passive and token.tag_ == "VB" and any(child.lower_ == "to" for child in token.children)
    return token.dep_ == "xcomp" or allowed


def is_sent_to(token: Token, governor: Clause) -> bool:
    """"flew troops to the front to spearhead an assault": those who are carried there do it."""
    return token.dep_ == "advcl" and token.tag_ == "VB" and governor.predicate in CARRYING and not governor.passive and bool(governor.at("object"))
