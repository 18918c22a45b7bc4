"""Layer 2, mended: "brokered by rebel ally Chad and government backer Egypt", two whose names stand behind what they are to others.

In: a token of the parse. Out: the same, with each name in apposition to the word before it, and the second of the two coordinated with the first.
Decision: only the words of this shape, whatever the parse makes of them; the first hangs where the parse had the two.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

ALLIED = frozenset(("ally", "backer"))
JOINING = frozenset(("and", "or"))
# How many words may tell whose ally the second is.
MOST_BETWEEN = 3


def mend_allied_names(first: Token) -> None:
    """Set right what hangs on what among two allies with their names."""
    name = _name_behind(first)
    if name is not None and name.dep_ == "appos" and name.head.i < first.i and first.dep_ == "conj":
        name.hang_on(first, "appos")  # "between allies Chad and Niger and rebel backer Egypt"
    joint = name.nbor(1) if name is not None and name.i + 1 < first.sent.end else None
    if name is None or joint is None or joint.lower_ not in JOINING:
        return
    second = next((word for word in first.doc[joint.i + 1:min(joint.i + 2 + MOST_BETWEEN, first.sent.end)] if word.lower_ in ALLIED), None)
    other = _name_behind(second) if second is not None else None
    if second is None or other is None:
        return
    within = range(first.i, other.i + 1)
    outer = next((word for word in (first, name, second, other) if word.head.i not in within), None)
    if outer is None or _hangs_within(outer.head, within):
        return
    above, relation = outer.head, outer.dep_
    first.hang_on(above, relation)
    name.hang_on(first, "appos")
    joint.hang_on(first, "cc")
    second.hang_on(first, "conj")
    other.hang_on(second, "appos")
    for word in first.doc[joint.i + 1:second.i]:
        word.hang_on(second, word.dep_ if word.dep_ in ("det", "poss", "amod") else "compound")


def _hangs_within(token: Token, within: range) -> bool:
    """Whether a token hangs, however deep, on one of some others."""
    while token.head is not token and token.i not in within:
        token = token.head
    return token.i in within


def _name_behind(ally: Token) -> Token | None:
    """The name in one word right behind a word for an ally."""
    if ally.lower_ not in ALLIED or ally.i + 1 >= ally.sent.end or ally.nbor(1).pos_ != "PROPN":
        return None
    return ally.nbor(1)
