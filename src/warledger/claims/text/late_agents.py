"""Layer 2, mended: who did it, told behind a comma ("civilians were killed in the war, mostly by the junta and its allies, and millions fled").

In: a "by" of the parse. Out: the same, hung on the passive verb before it where the parse hangs it on the next verb beside that one. Decision: a
doer stands behind the verb that was done; before the subject of another verb he belongs to the one before him, if that has no doer yet.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

BY = frozenset(("prep", "agent"))


def hang_late_agent(by: Token) -> None:
    """Hang a "by" that stands before its verb on the passive one before both."""
    verb = by.head
    before = verb.head
    if by.lower_ != "by" or by.dep_ not in BY or verb.i < by.i or verb.dep_ != "conj" or before.i > by.i:
        return
    passive = any(child.dep_ == "auxpass" for child in before.children) and not any(child.dep_ == "agent" for child in before.children)
    if passive:
        by.hang_on(before, "agent")
