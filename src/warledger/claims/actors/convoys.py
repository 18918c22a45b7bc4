"""Layer 3, whose convoy it is: "the convoy" behind an aid convoy carries relief and no arms.

In: the drafts of a report, by where they stand. Out: the same drafts. Decision: a convoy that is only pointed at is the one told last before
it; one of relief is people, so that its way on tells of no troops.
"""

from __future__ import annotations

from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import TextWords

CONVOY = "convoy"
CONVOYS = frozenset((CONVOY, "convoys"))
POINTING = frozenset(("the", "this", "that", "these", "those", "its", "their"))


def with_relief_convoys(text: TextWords, drafts: list[Draft]) -> list[Draft]:
    """Makes a bare convoy what the last convoy before it is, where that is one of relief."""
    last: Draft | None = None
    for draft in drafts:
        if draft.role is None or text.lower[draft.last] not in CONVOYS:
            continue
        pointed = draft.role.word == CONVOY and draft.determiner in POINTING and draft.bare
        if pointed and last is not None and last.kind == "people":
            draft.kind, draft.sector, draft.victims, draft.anonymous = last.kind, last.sector, last.victims, last.anonymous
        last = draft
    return drafts
