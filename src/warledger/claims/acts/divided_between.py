"""Layer 9, who shares a divided place: "split between the army-held west and the rebel-held east", "between regime and rebel control".

In: a Reading and a happening. Out: the heads of those between whom a place is divided, in text order. Decision: each that stands behind "between"
holds its part, whether it is named itself or before the part that it holds.
"""

from __future__ import annotations

from warledger.claims.acts.companions import ACTING
from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

DIVIDED = "divided-between"
# How what is shared, and whoever holds a part of it, hangs below "between".
PARTS = frozenset(("pobj", "conj", "compound", "amod", "nmod", "poss", "npadvmod"))


def sharers(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those who share what is divided; none where nothing is."""
    if happening.main.frame.name != DIVIDED:
        return []
    found: list[int] = []
    for head in happening.main.clause.at("between"):
        first = reading.doc[head].first_of_list
        below = (token for token in first.subtree if _is_part(token, first))
        found += [actor.head for token in below if (actor := reading.actor_at(token.i)) is not None and actor.head == token.i and actor.kind in ACTING]
    return sorted(set(found))


def _is_part(token: Token, first: Token) -> bool:
    """Whether every step from a word up to what "between" governs leads to a part or its holder."""
    while token.i != first.i:
        if token.dep_ not in PARTS:
            return False
        token = token.head
    return True
