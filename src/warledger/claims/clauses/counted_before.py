"""Layer 4, verbs, those right before a participle whom it befell: "and millions displaced", "and dozens more wounded", "dead and wounded".

In: a participle coordinated with the verb of another fate. Out: whom the second fate befell, or whether those of the first; the gerund
that a gerund behind a fate goes on with. Decision: a number right before the participle counts others; behind "dead" it is a second fate
of the same, unless it has an object of its own.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.number_lexicon import load_numbers

# "along with", "together with"
ALONG = frozenset(("along", "together"))
# How the parse tags "dead", "wounded", "trapped".
FATES = frozenset(("VBN", "VBD", "JJ"))


def counted_before(token: Token) -> Token | None:
    """"9,000 people were killed in the war and thousands displaced": the number right before a participle, hung elsewhere.

    So is "seven were killed and many more wounded": those further ones are not the seven.
    """
    before = token.nbor(-1) if token.i else token
    number = before.nbor(-1) if before.i else before
    on_number = before.head.i == number.i and number.head.i == token.i  # "and a dozen more wounded"
    if before.lower_ == "more" and (before.head.i == token.i or on_number) and token.tag_ in ("VBN", "VBD") and token.dep_ == "conj":
        return number if number.head.i == token.i and number.dep_ == "npadvmod" else before
    if _is_number_joined(before) and token.tag_ in ("VBN", "VBD") and not any(child.dep_ in ("dobj", "nsubj", "aux", "auxpass") for child in token.children):
        return before
    coordinated = before.dep_ == "conj" and before.i - 1 >= 0 and before.nbor(-1).dep_ == "cc" and before.head.i < before.i
    return before if coordinated and token.tag_ in ("VBN", "VBD") and before.lower_ in load_numbers().vague else None


def _is_number_joined(number: Token) -> bool:
    """"and more than two million displaced", "along with 2,200 evacuated from there": a bare number joined to what is told of others, that is no year."""
    if not number.like_num or number.ent_type_ in ("DATE", "TIME") or number.dep_ not in ("conj", "npadvmod", "pobj"):
        return False
    first = number.left_edge.i
    lead = number.doc[first - 1] if first > number.sent.start else None
    return lead is not None and (lead.dep_ == "cc" if number.dep_ != "pobj" else lead.lower_ == "with" and lead.i > 0 and lead.nbor(-1).lower_ in ALONG)


def is_beside_dead(token: Token) -> bool:
    """"left dozens of them dead and wounded": the parse makes a verb of the second fate."""
    before = token.doc[max(token.sent.start, token.i - 2):token.i]
    if token.tag_ not in ("VBN", "VBD") or token.dep_ != "conj" or len(before) < 2 or before[0].lower_ != "dead" \
            or any(child.dep_ == "dobj" for child in token.children):  # "left nine dead and displaced thousands"
        return False
    return before[1].dep_ == "cc" and token.head.i in (before[0].i, before[0].head.i)


def beside_gerund(token: Token) -> Token:
    """"leaving many dead and injured and destroying the post": a gerund is coordinated with the gerund, not with the fate before it.

    What is no such gerund stays where the parse hangs it.
    """
    if token.tag_ != "VBG" or token.dep_ != "conj":
        return token.head
    fate = token.head
    while fate.dep_ == "conj" and fate.tag_ in FATES:
        fate = fate.head
    over = fate.head.head if fate.dep_ == "acl" else fate.head
    return over if fate.dep_ in ("oprd", "acomp", "acl") and fate.tag_ in FATES and over.lower_ == "leaving" else token.head
