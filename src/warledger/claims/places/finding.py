"""Why one place wins for a name: the same choice as in a report, told step by step.

In: a name, what else is named beside it, the countries it is about. Out: the candidates with what speaks for each. Decision: it
calls the choice that the coder makes and weighs nothing itself, so that what is shown is what happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warledger.claims.places.choice import HINT_WEIGHT, Named, choose, country_weights, reasons, refusal
from warledger.gazetteer import Entry, Gazetteer


@dataclass(frozen=True)
class Candidate:
    """A place that a name may mean. reasons are pairs of words and points, without those of no weight; refused says why it
    was not weighed; wins: it is what the coder takes."""

    entry: Entry
    reasons: tuple[tuple[str, float], ...]
    refused: str | None
    wins: bool

    @property
    def score(self) -> float:
        """The sum of the points."""
        return sum(points for _reason, points in self.reasons)


def find(gazetteer: Gazetteer, name: str, beside: Sequence[str] = (), inside: str | None = None,
         countries: Sequence[str] = ()) -> list[Candidate]:
    """The candidates of a name, the winner first, then by score.

    beside are other places of the report; inside is one that the name is said to lie in ("Saraqeb, Idlib"); countries are
    alpha-3 codes that the report is about.
    """
    others = [*beside, *([inside] if inside else [])]
    holder_at = len(others) if inside else None
    named = [Named(name, tuple(gazetteer.candidates(name)), inside=holder_at),
             *(Named(other, tuple(gazetteer.candidates(other))) for other in others)]
    given = dict.fromkeys(countries, HINT_WEIGHT)
    chosen = choose(named, given)
    weights = country_weights(named, given)
    holder = chosen[holder_at] if holder_at is not None else None
    own = {entry.id for entry in named[0].candidates}
    context = [entry for entry in {entry.id: entry for entry in chosen if entry is not None}.values() if entry.id not in own]
    found = []
    for entry in named[0].candidates:
        told = tuple((reason, round(points, 2)) for reason, points in reasons(entry, named[0], holder, context, weights) if points)
        found.append(Candidate(entry, told, refusal(entry, named[0], holder, context, weights), entry == chosen[0]))
    return sorted(found, key=lambda one: (not one.wins, one.refused is not None, -one.score, one.entry.id))
