"""Layer 9: where the displaced went: "fled from Ituri to Uganda", "were evacuated to neighbouring villages".

In: a Reading and the head of what stands behind "to". Out: it as a participant beside the act. Decision: the place of a displacement is
where people left; where they went stands among its others, by its name and country.
"""

from __future__ import annotations

from warledger.claims.acts.participant import Filled
from warledger.claims.reading import Reading
from warledger.model import Participant

# Classes of ground and houses to which people flee, where they have no name.
GOALS = frozenset(("area", "building"))


def destination(reading: Reading, head: int) -> Filled | None:
    """The place that a token heads, as a participant; None where it is no place."""
    place = reading.place_at(head)
    if place is not None:
        return Filled(Participant(place.text, country=place.place.country), place.start, place.end, head)
    token = reading.doc[head]
    if not reading.word_classes.of(token.lemma_.lower()) & GOALS:
        return None
    words = [child for child in token.children if child.i < head and child.dep_ in ("compound", "amod", "nmod")]
    start, end = min([token.idx, *(word.idx for word in words)]), token.idx + len(token.text)
    return Filled(Participant(reading.quote(start, end)), start, end, head)
