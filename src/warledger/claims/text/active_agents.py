"""Layer 2, mended: whose an act is that somebody did away with: "the army has foiled any attempts by rebels to retake the town".

In: a "by" that the parse takes for a passive's. Out: the same, hung on the object before it, as is the infinitive behind. Decision: only where
the verb has an auxiliary of the perfect, its own or that of the verb it is joined to, and ends its object right before "by".
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

PERFECT = frozenset(("has", "have", "had"))


def mend_active_agent(by: Token) -> None:
    """Hang "by" on the object of a verb that is no passive."""
    if by.dep_ != "agent" or by.lower_ != "by":
        return
    verb = by.head
    done = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i and child.right_edge.i == by.i - 1), None)
    if done is None or not _is_active(verb):
        return
    aims = [child for child in verb.children if child.dep_ == "xcomp" and child.i > by.i]
    by.hang_on(done, "prep")
    for aim in aims:
        aim.hang_on(done, "acl")


def _is_active(verb: Token) -> bool:
    """"has destroyed it and foiled", "had foiled": of a perfect; "has been given arms by" is none."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass", "nsubjpass")]
    over = own if own or verb.dep_ != "conj" else list(verb.first_of_list.children)
    return any(child.lower_ in PERFECT and child.dep_ == "aux" for child in over) and not any(child.dep_ in ("auxpass", "nsubjpass") for child in over)
