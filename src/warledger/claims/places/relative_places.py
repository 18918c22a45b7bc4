"""Reads wording that tells a place by another: "15 km east of X", "the outskirts of X", "near X", "the X-Y road".

In: the tokens before a name, or between two names. Out: a Wording with where it begins and what it says. Decision: the
wording is read apart from the name that it leans on, so that each works with any name, known or not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from warledger.claims.places.shapes import (
    KM_PER_UNIT,
    away_from,
    beside,
    distance_in,
    in_direction,
    surroundings,
)
from warledger.claims.text.tokens import Doc, written
from warledger.gazetteer.wording import PlaceWords
from warledger.model.place import Place

PARTS = frozenset("part parts side sides half edge edges entrance entrances section sections flank flanks end "
                  "corner tip fringe fringes limits centre center heart gates".split())
HYPHENS = frozenset("-–‐‑")


@dataclass(frozen=True)
class Wording:
    """What stands before a name. start is the token where it begins; kind is away, part or near."""

    start: int
    kind: str
    distance_km: float | None = None
    bearing: float | None = None
    surround: bool = False

    def applied(self, anchor: Place, name: str) -> Place:
        """The place that the wording makes of the place it leans on."""
        if self.kind == "near":
            return beside(anchor, self.distance_km or 0.0)
        if self.kind == "away":
            return away_from(anchor, name, self.distance_km, self.bearing)
        around = surroundings(anchor) if self.surround else anchor
        return replace(in_direction(around, self.bearing), name=name)


def wording_before(doc: Doc, start: int, words: PlaceWords) -> Wording | None:
    """The relative wording that ends right before the token start, or None."""
    index = start - 1
    while index > 0 and doc[index].lower_ in ("the", "central", "downtown"):
        index -= 1
    if index < 1:
        return None
    link = doc[index].lower_
    if link in ("of", "from"):
        return _before_of(doc, index - 1, words)
    near = words.near.get(link)
    if near is None and link in ("to", "from"):
        near = words.near.get(f"{doc[index - 1].lower_} {link}")
    if near is None and link == "to" and index >= 2:
        near = words.near.get(f"{doc[index - 1].lower_} to")
    return Wording(start, "near", near) if near is not None else None


def _before_of(doc: Doc, index: int, words: PlaceWords) -> Wording | None:
    """What ends in "... of X" or "... from X": a part, a direction with or without a distance, a bare distance."""
    noun = doc[index].lower_
    if words.kinds.get(noun) == "surround" or noun in PARTS:
        begin, bearing = _directions_left(doc, index - 1, words)
        return Wording(begin, "part", None, bearing, words.kinds.get(noun) == "surround")
    begin, bearing = _directions_left(doc, index, words)
    if begin <= index:
        if bearing is None and noun not in ("north", "south", "east", "west"):
            return None
        where, distance = _distance_left(doc, begin - 1)
        return Wording(where if distance is not None else begin, "away", distance, bearing)
    where, distance = _distance_left(doc, index)
    if distance is not None and doc[index + 1].lower_ == "from":
        return Wording(where, "away", distance, None)
    return None


def _directions_left(doc: Doc, index: int, words: PlaceWords) -> tuple[int, float | None]:
    """Where the words of direction that end at index begin (index + 1 where there are none), and their bearing."""
    begin, bearing = index + 1, None
    while index >= 0:
        joined = written(doc[index - 2:index + 1]).lower() if index >= 2 else ""
        if index >= 2 and doc[index - 1].text in HYPHENS and joined.replace("–", "-") in words.directions:
            begin, bearing = index - 2, words.directions[joined.replace("–", "-")]
            index -= 3
        elif doc[index].lower_ in words.directions:
            found = words.directions[doc[index].lower_]
            begin, bearing = index, bearing if bearing is not None else found
            index -= 1
        else:
            break
    return begin, bearing


def _distance_left(doc: Doc, index: int) -> tuple[int, float | None]:
    """The distance that ends at index ("15 km", "15 kilometres (9 miles) to the"), and the token where it begins."""
    while index >= 0 and doc[index].lower_ in ("to", "the", "just", "away", "further", "or", "so"):
        index -= 1
    if index >= 0 and doc[index].text == ")":
        while index >= 0 and doc[index].text != "(":
            index -= 1
        index -= 1
    if index < 0 or not _is_unit(doc[index].lower_):
        return index + 1, None
    begin = index if doc[index].lower_ not in KM_PER_UNIT else max(0, index - 1)
    if begin > 0 and doc[begin].text in HYPHENS:
        begin -= 1
    distance = distance_in([token.lower_ for token in doc[begin:index + 1]])
    return begin, distance


def _is_unit(word: str) -> bool:
    return word in KM_PER_UNIT or (word[:1].isdigit() and any(word.endswith(unit) for unit in ("km", "kms", "mi")))
