"""Layer 3, whose "its", "their" and "his" is.

In: the parse, the mentions of a report in order and the token of a possessive. Out: a mention for it, None where nobody before it
can own. Decision: whoever the relative clause tells of comes first, then the last subject of the sentence before the possessive,
then the last who acts; "its" is said of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from warledger.claims.mentions import ActorMention

OWNERS = frozenset(("state", "force", "group", "body", "armed", "office"))
# Possessives of one person, and the kinds of those who may be one.
OF_ONE = frozenset(("his", "her"))
ALONE = frozenset(("armed", "office", "person"))
WARRING = frozenset(("state", "force", "group", "armed"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVE_TAGS = frozenset(("WDT", "WP"))


def possessor(doc: Doc, actors: Sequence[ActorMention], i: int) -> ActorMention | None:
    """The mention for the possessive pronoun at token i."""
    token = doc[i]
    sentence = token.sent.start
    kinds = ALONE if token.lower_ in OF_ONE else OWNERS
    before = [mention for mention in actors if sentence <= mention.head < i and mention.kind in kinds]
    if token.lower_ in OF_ONE:
        before = [mention for mention in before if not mention.plural]
    before = [mention for mention in before if mention.kind in WARRING] or before
    if token.lower_ == "its":
        before = [mention for mention in before if not mention.plural or mention.kind == "group"] or before
    subjects = [mention for mention in before if doc[mention.head].dep_ in SUBJECTS]
    told_of = {above.head.i for above in token.ancestors if above.dep_ == "relcl" and any(child.tag_ in RELATIVE_TAGS for child in above.children)}
    nearest = [mention for mention in before if mention.head in told_of]  # "the rebels that shell towns with their guns"
    chosen = (nearest or subjects or before)[-1:]
    if not chosen:
        return None
    return replace(chosen[0], start=token.idx, end=token.idx + len(token.text), head=i, text=token.text, definite=True, antecedent=chosen[0].head)
