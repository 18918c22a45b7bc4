"""Layer 6, harm that somebody only tried to do: "trying to kill the envoy", "an attempt to murder a judge" leave no victim.

In: a verb of harm. Out: whether it is told as tried. Decision: the infinitive right under a verb or a noun of trying; what
a raid in the attempt did is told by its own verb.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

TRYING = load_grammar().trying
# How the parser hangs what is tried on the word of trying.
TRIED = frozenset(("xcomp", "acl", "advcl", "relcl", "ccomp"))


def is_only_tried(verb: Token) -> bool:
    """Whether a verb tells what somebody tries to do, not that he did it."""
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return infinitive and verb.dep_ in TRIED and verb.head.lemma_.lower() in TRYING and verb.head.i < verb.i
