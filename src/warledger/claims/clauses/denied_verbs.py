"""Layer 4, verbs that are told not to have been: "did not fire", "talks with them rather than fighting them", "neither side".

In: the token of a verb, or the clause of one. Out: whether what it tells is denied. Decision: by its own words and by those right before it, which
the parser hangs now on the verb, now on what stands over it; what has not stopped goes on.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

NEVER = frozenset(("never", "not", "n't", "neither"))
# Words right before a gerund by which it is what was not done.
INSTEAD = (("rather", "than"), ("instead", "of"))
STOPPING = load_grammar().stopping
# What somebody is told to go on with, he does: "rather than continuing to shell it".
GOING_ON = load_grammar().going_on


def is_denied(verb: Token) -> bool:
    """"neither fired on them nor shelled them", "rather than fighting it", "never left"."""
    if any(child.dep_ == "neg" or child.lower_ in NEVER for child in verb.children):
        return True
    if verb.dep_ == "conj" and any(child.lower_ == "nor" and child.i < verb.i for child in verb.head.children):
        return True
    return verb.i > 1 and verb.lemma_ not in GOING_ON and (verb.nbor(-2).lower_, verb.nbor(-1).lower_) in INSTEAD


def is_undone(governor: Clause) -> bool:
    """Whether what a verb carries has not been: "did not launch an attack"; an attack that "has not stopped" has, one that "will not stop us" is as such."""
    return governor.negated and (governor.predicate not in STOPPING or bool(governor.at("object")))
