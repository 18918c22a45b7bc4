"""Layer 3, names of bodies that open with whose they are: "the Women's Defence Front", "the Farmers' Relief Union".

In: the drafts of a report in order. Out: the same, such a name as one. Decision: only people by a noun in the plural, in capitals and with the ending
of an owner, right before a body all in capitals; "the farmers' militia" and "Rebels' Front-line posts" are two.
"""

from __future__ import annotations

from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import TextWords

# The ending of an owner in s, which is no part of its word.
ENDINGS = ("' ", "’ ")
BODIES = frozenset(("group", "force", "body", "media"))


def join_owned(text: TextWords, drafts: list[Draft]) -> list[Draft]:
    """The drafts, a body with those whose it is by its name as one."""
    found: list[Draft] = []
    for draft in drafts:
        if found and _is_name_of(text, found[-1], draft):
            owner = found.pop()
            draft.first, draft.determiner, draft.bare = owner.first, owner.determiner, False
        found.append(draft)
    return found


def _is_name_of(text: TextWords, owner: Draft, body: Draft) -> bool:
    """Whether a body's name opens with its owner."""
    owns = owner.kind == "people" and (owner.possessive or text.gap[owner.last] in ENDINGS) and owner.plural and owner.noun is not None and text.capital(owner.last)
    return owns and body.kind in BODIES and body.listed is None and owner.last + 1 == body.first and body.last > body.first \
        and all(text.capital(i) for i in range(body.first, body.last + 1))
