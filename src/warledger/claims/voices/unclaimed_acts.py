"""Layer 7, what somebody is blamed for where nobody took it upon himself.

In: a verb of blaming. Out: the tokens of the act that its sentence told before as one for which nobody claimed responsibility.
Decision: what the verb itself names is another.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

RESPONSIBILITY = "responsibility"
NOBODY = frozenset(("no", "nobody", "none", "neither", "not"))


def unclaimed_acts(token: Token) -> set[int]:
    """"No group claimed responsibility for the bombing but officials blamed the rebels": whoever is blamed, is blamed for that."""
    held = next((part for part in token.sent if part.i < token.i and part.lower_ == RESPONSIBILITY), None)
    over = [held, *held.ancestors] if held is not None else []
    claimed = any(word.lemma_ == "claim" for word in over) and any(child.lower_ in NOBODY for word in over for part in word.children for child in (part, *part.children))
    if held is None or not claimed or token in over[:2]:
        return set()
    if any(child.lower_ in ("for", "of") and child.i > token.i for child in token.children):
        return set()  # blamed for something else
    links = [child for word in over[:3] for child in word.children if child.lower_ == "for" and held.i < child.i < token.i]
    return {part.i for link in links[:1] for part in link.subtree if part.i < token.i}
