"""Which pairs of claims are worth comparing: those near in time that share a cell, a name, an area, parties or a figure.

In: traits. Out: pairs of positions, each once, the smaller first. Decision: no pair is looked at because it exists
(20,000 claims make 200 million); a claim meets at most NEIGHBOURS others per key, the nearest in time first.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from warledger.incidents.places import ONE_PLACE_KM, PLACELESS
from warledger.incidents.times import gains
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights

CELL_DEGREES = 0.5  # about 50 km, twice the error of the widest point: a neighbour is in the same or the next cell
SLACK_DAYS = 3  # a day that a rule inferred may be off by as much (times.FEW_DAYS)
KM_PER_DEGREE = 111.2  # of latitude, on a sphere of 6,371 km
NARROWING = 1.1  # meridians draw together between the two points; at 25 km this is ample up to 80 degrees north
NEIGHBOURS = 50  # per claim and key; with more claims than this about one place and day, clusters meet through others

# Reports with one name that are paired by it: a name that more have tells too little to be looked up by.
HOLDERS = 20
# Likeness by words that so few have, from which two reports are compared whenever they appeared (judgement: half of what makes many words).
RARELY_ALIKE = 0.1

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Seat:
    """A claim under one key. seeks: it must meet everybody there; else it meets only those who seek it."""

    position: int
    seeks: bool


def candidates(traits: Sequence[Traits], weights: Weights, positions: Iterable[int] | None = None,
               within: bool = False) -> list[tuple[int, int]]:
    """Pairs of positions in `traits`, sorted; of these positions only, and of one report only where within is set."""
    family = families(weights)
    positions = list(range(len(traits)) if positions is None else positions)
    blocks: dict[Key, list[_Seat]] = {}
    for position in positions:
        one = traits[position]
        frame = (family.get(one.claim.type, one.claim.type), _scale(one, weights), one.claim.report if within else "")
        for key, seeks in _keys(one, weights):
            blocks.setdefault(frame + key, []).append(_Seat(position, seeks))
    pairs: set[tuple[int, int]] = set()
    for key, seats in blocks.items():
        if len(seats) > 1:
            pairs.update(_sweep(seats, traits, only_near="cell" in key))
    if not within:
        pairs.update(_sharing_names(traits, positions, family, weights.limits["telling_names"]))
        pairs.update(_sharing_words(traits, [p for p in positions if traits[p].lead and traits[p].vocabulary], family))
    return sorted(pairs)


def _sharing_names(traits: Sequence[Traits], positions: Iterable[int], family: dict[str, str],
                   enough: float) -> Iterator[tuple[int, int]]:
    """Pairs of two reports that share names enough, whenever they were published: a trial is years after its crime."""
    voices: dict[str, list[int]] = {}
    for position in positions:
        if traits[position].names:
            voices.setdefault(traits[position].claim.report, []).append(position)
    holders: dict[str, list[str]] = {}
    for report, told in voices.items():
        for name in traits[told[0]].names:
            holders.setdefault(name, []).append(report)
    surprise: dict[tuple[str, str], float] = {}
    for name, having in holders.items():
        if 1 < len(having) <= HOLDERS:
            for pair in itertools.combinations(sorted(having), 2):
                surprise[pair] = surprise.get(pair, 0.0) + traits[voices[pair[0]][0]].names[name]
    for (one, other), found in surprise.items():
        if found >= enough:
            for a, b in itertools.product(voices[one], voices[other]):
                if family.get(traits[a].claim.type, traits[a].claim.type) == family.get(traits[b].claim.type, traits[b].claim.type):
                    yield min(a, b), max(a, b)


def _sharing_words(traits: Sequence[Traits], leads: Sequence[int], family: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Pairs of what two reports tell most, where these are alike in their words: many reports tell no day and no known place."""
    holders: dict[str, list[int]] = {}
    for position in leads:
        for word in traits[position].vocabulary:
            holders.setdefault(word, []).append(position)
    alike: dict[tuple[int, int], float] = {}
    for word, having in holders.items():
        if 1 < len(having) <= HOLDERS:
            for pair in itertools.combinations(sorted(having), 2):
                alike[pair] = alike.get(pair, 0.0) + traits[pair[0]].vocabulary[word] * traits[pair[1]].vocabulary[word]
    for (a, b), found in alike.items():
        one, other = traits[a], traits[b]
        if found >= RARELY_ALIKE and family.get(one.claim.type, one.claim.type) == family.get(other.claim.type, other.claim.type):
            yield a, b


def families(weights: Weights) -> dict[str, str]:
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
        yield from ((("party", name), one.claim.type in PLACELESS) for name in _party_names(one))
        yield ("name", one.place_core or one.place_key), True
        if one.admin1_key:
            yield ("admin1", place.country, one.admin1_key), not one.point
        elif not one.point:
            yield ("country", place.country), True
        if one.point and place.lat is not None and place.lon is not None:
            yield from ((("cell", *cell), True) for cell in _cells(place.lat, place.lon))
    telling = {(what, figure.best) for what, told in one.versions.items() for figure in told
               if figure.exact and figure.best >= weights.limits["telling_figure"]}
    yield from ((("figure", what, best), True) for what, best in sorted(telling))
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


def _sweep(seats: Sequence[_Seat], traits: Sequence[Traits], only_near: bool) -> Iterator[tuple[int, int]]:
    """Pairs under one key of which one seeks, and whose windows meet: a sweep over their first days.

    only_near leaves out points that no radius brings together; other keys than cells bring such pairs up themselves.
    """
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
                if _may_be_one(traits[position], traits[neighbour], first - last, only_near):
                    met += 1
                    yield min(position, neighbour), max(position, neighbour)


def _may_be_one(one: Traits, other: Traits, days_between: int, only_near: bool) -> bool:
    """A quick look before a comparison: days told in so many words do not differ, points are within both radii."""
    if days_between > 0 and one.certain_time and other.certain_time and not (
            one.rival != other.rival or (gains(one) and gains(other)) or days_between == 1):
        return False
    if not only_near or one.place is None or other.place is None:
        return True
    if one.place.lat is None or other.place.lat is None or one.place.lon is None or other.place.lon is None:
        return True
    reach = one.radius + other.radius + ONE_PLACE_KM
    north = abs(one.place.lat - other.place.lat) * KM_PER_DEGREE
    east = abs(one.place.lon - other.place.lon) * KM_PER_DEGREE * math.cos(math.radians(one.place.lat))
    return north <= reach and east <= reach * NARROWING
