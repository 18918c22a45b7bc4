"""Layer 9: who did it to whom, as participants with their passages.

In: a Happening. Out: participants of each role with the span that shows them. Decision: somebody is taken from the actor
mention that fills the place; a thing that was hit (a hospital, a convoy) is a target by its own words; a place by name is
where it was, not whom it hit.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from warledger.claims.frames import ACTING, Match
from warledger.claims.happenings import Happening
from warledger.claims.reading import Reading
from warledger.model import Participant

# Classes of things that can be a target by their own words.
HIT = frozenset(("building", "vehicle", "aircraft", "infrastructure", "area", "weapon", "supplies"))


@dataclass(frozen=True)
class Filled:
    """A participant with the characters that show it and the token that heads it."""

    participant: Participant
    start: int
    end: int
    head: int


def participants(reading: Reading, happening: Happening) -> dict[str, list[Filled]]:
    """Who fills the roles initiator, target and other of a happening."""
    filled: dict[str, list[Filled]] = {}
    for role in ("initiator", "target", "other"):
        found = []
        for head in happening.role(role):
            item = _filled(reading, head, role)
            if item is not None and item.participant.name not in {other.participant.name for other in found}:
                found.append(item)
        filled[role] = found
    if happening.main.frame.both_sides:
        filled["initiator"], filled["target"] = _both_sides(filled["initiator"], filled["target"])
    else:
        named = {item.head for item in filled["initiator"]}
        filled["target"] = [item for item in filled["target"] if item.head not in named]
    return filled


def _both_sides(initiators: list[Filled], targets: list[Filled]) -> tuple[list[Filled], list[Filled]]:
    """A clash has two sides and no victim by name: those who are fought stand with those who fight."""
    heads = {item.head for item in initiators}
    sides = [item for item in targets if item.head not in heads and item.participant.sector not in ("CVL", None)]
    rest = [item for item in targets if item not in sides and item.head not in heads]
    return [*initiators, *sides], rest


def _filled(reading: Reading, head: int, role: str) -> Filled | None:
    token = reading.doc[head]
    if head in reading.event_words:
        return None
    actor = reading.actor_at(head)
    if actor is not None and reading.classes(head) & ACTING:
        return Filled(actor.participant(_count(reading, head)), actor.start, actor.end, head)
    if role == "initiator" or reading.place_at(head) is not None:
        return None
    if reading.word_classes.of(token.lemma_.lower()) & HIT:
        start, end = _short_name(reading, token)
        return Filled(Participant(reading.quote(start, end)), start, end, head)
    return None


def _count(reading: Reading, head: int) -> int | None:
    quantities = reading.quantity_by_head.get(head, ())
    return next((quantity.best for quantity in quantities if quantity.unit == "people" and not quantity.part), None)


def _short_name(reading: Reading, token: Token) -> tuple[int, int]:
    """The noun with its modifiers, without article, number and what hangs behind it."""
    first = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in ("compound", "amod", "nmod"):
            first = min(first, child.left_edge.i if child.dep_ == "compound" else child.i)
    start = reading.doc[first].idx
    return start, token.idx + len(token.text)


def trigger_span(reading: Reading, match: Match) -> tuple[int, int]:
    """The characters of a match's trigger; a wording with words between is its whole stretch."""
    tokens = [reading.doc[i] for i in match.trigger]
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
