"""Layer 2, mended: "in raids by the junta, as well as Russian mercenaries", of whom the parse makes one more thing beside the verb.

In: a noun of the parse. Out: the same, coordinated with the noun behind "by" that stands right before its "as well as". Decision: only a noun for
those who fight or rule, or for their craft, and only right behind such an agent; of anything else it is not known beside what it stands.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.role_lexicon import load_roles

# What adds one more to those named before.
ADDING = ("as", "well", "as")
# Kinds of those who act.
ACTING = frozenset(("force", "armed", "group", "state"))


def mend_added_party(noun: Token) -> None:
    """Hang one who is added behind a comma on the agent before it."""
    if noun.dep_ != "conj" or noun.head.pos_ not in ("VERB", "AUX") or noun.pos_ not in ("NOUN", "PROPN") or noun.head.i > noun.i:
        return
    start = noun.left_edge.i
    if start < 5 or tuple(token.lower_ for token in noun.doc[start - 3:start]) != ADDING:
        return
    before = noun.doc[start - 4]
    agent = (before.nbor(-1) if before.text == "," else before).first_of_list
    if agent.dep_ == "pobj" and agent.head.lower_ == "by" and _acts(noun):
        noun.hang_on(agent, "conj")


def _acts(noun: Token) -> bool:
    role = load_roles().noun(noun.lower_)
    return role is not None and role.kind in ACTING
