"""Which pairs of claims are worth comparing: those near in time that share a cell, a name, an area, parties or a figure.

In: traits. Out: pairs of positions, each once, the smaller first. Decision: no pair is looked at because it exists
(20,000 claims make 200 million); a claim meets at most NEIGHBOURS others per key, the nearest in time first.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights

CELL_DEGREES = 0.5  # about 50 km, twice the error of the widest point: a neighbour is in the same or the next cell
SLACK_DAYS = 3  # a day that a rule inferred may be off by as much (times.FEW_DAYS)
NEIGHBOURS = 50  # per claim and key; with more claims than this about one place and day, clusters meet through others

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Seat:
    """A claim under one key. seeks: it must meet everybody there; else it meets only those who seek it."""

    position: int
    seeks: bool


def candidates(traits: Sequence[Traits], weights: Weights) -> list[tuple[int, int]]:
    """Pairs of positions in `traits`, sorted."""
    families = _families(weights)
    blocks: dict[Key, list[_Seat]] = {}
    for position, one in enumerate(traits):
        frame = (families.get(one.claim.type, one.claim.type), _scale(one, weights))
        for key, seeks in _keys(one, weights):
            blocks.setdefault(frame + key, []).append(_Seat(position, seeks))
    pairs: set[tuple[int, int]] = set()
    for seats in blocks.values():
        if len(seats) > 1:
            pairs.update(_sweep(seats, traits))
    return sorted(pairs)


def _families(weights: Weights) -> dict[str, str]:
    """Types that kindred types tie together, each named by the first of its family."""
    family: dict[str, str] = {}
    for one, other in sorted(weights.kindred_types):
        first, second = one.partition("/")[0], other.partition("/")[0]
        names = {family.get(first, first), family.get(second, second)}
        head = min(names)
        for type_ in (first, second, *[t for t, f in family.items() if f in names]):
            family[type_] = head
    return family


def _scale(one: Traits, weights: Weights) -> str:
    """Months of bombardment and the bombardment of a day are no candidates for one happening."""
    if one.first is None or one.last is None:
        return "event"
    return "campaign" if one.last - one.first > weights.limits["campaign_days"] else "event"


def _keys(one: Traits, weights: Weights) -> Iterator[tuple[Key, bool]]:
    place = one.place
    if place is None:
        yield from ((("party", name), True) for name in _party_names(one))
    else:
        yield from ((("party", name), False) for name in _party_names(one))
        yield ("name", one.place_key), True
        if one.admin1_key:
            yield ("admin1", place.country, one.admin1_key), not one.point
        elif not one.point:
            yield ("country", place.country), True
        if one.point and place.lat is not None and place.lon is not None:
            yield from ((("cell", *cell), True) for cell in _cells(place.lat, place.lon))
    for what, figure in one.figures.items():
        if figure.exact and figure.best >= weights.limits["telling_figure"]:
            yield ("figure", what, figure.best), True
    if one.words:
        yield ("words", one.words), True


def _cells(lat: float, lon: float) -> Iterator[tuple[int, int]]:
    """The cell of a point and the next ones on its nearer sides: two points half a cell apart share one at least."""
    row, column = lat / CELL_DEGREES, lon / CELL_DEGREES
    rows = {math.floor(row), math.floor(row + (0.5 if row % 1 >= 0.5 else -0.5))}
    columns = {math.floor(column), math.floor(column + (0.5 if column % 1 >= 0.5 else -0.5))}
    yield from ((r, c) for r in sorted(rows) for c in sorted(columns))


def _party_names(one: Traits) -> list[str]:
    people = one.initiators + one.targets + one.others
    return sorted({person.actor or person.country or person.key for person in people} - {""})


def _sweep(seats: Sequence[_Seat], traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs under one key of which one seeks, and whose windows meet: a sweep over their first days."""
    if not any(seat.seeks for seat in seats):
        return
    dated = sorted((*window, seat.position, seat) for seat in seats
                   if (window := traits[seat.position].window) is not None)
    undated = [(0, 0, seat.position, seat) for seat in seats if traits[seat.position].window is None]
    for row in (dated, undated):
        seeking = [index for index, (*_rest, seat) in enumerate(row) if seat.seeks]
        for index, (_first, last, position, seat) in enumerate(row):
            behind = range(index + 1, len(row)) if seat.seeks else seeking[bisect_right(seeking, index) :]
            met = 0
            for other in behind:
                first, _last, neighbour, _seat = row[other]
                if first > last + SLACK_DAYS or met >= NEIGHBOURS:
                    break
                if first <= last or not (traits[position].certain_time and traits[neighbour].certain_time):
                    met += 1
                    yield min(position, neighbour), max(position, neighbour)
