"""The names of places for a map: of each part of what is seen the one that most people know.

In: a box and a zoom. Out: entries. Decision: the box is cut into squares as wide as a name, and each has one name of each level
(countries, provinces, settlements with the places of the wars), the one with the most people, so that a map is never full.
"""

from __future__ import annotations

import contextlib
import math
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Box = tuple[float, float, float, float]

# A name is about so many pixels wide, at 256 pixels to a tile.
CELL = 90
TILE = 256
# What a map shows at which zooms, by the level of the name; ends are inside.
ZOOMS = {"country": (0, 6), "province": (6, 9), "place": (4, 22)}
LEVELS = {"country": "country", "admin1": "province", "province": "province"}
# Kinds that are no name of a place on a map: subdivisions below provinces, and what has no middle.
PASSED_OVER = ("admin2", "district", "continent", "road", "border", "river", "street")
# Places that news of the wars names have no people counted; they weigh as a small town does.
OWN_WEIGHT = 20_000
FIRST_OWN_ID = 1_000_000_000
# So many of the largest are looked at; the rest of a wide box is too small to be seen.
MOST = 6_000
# Places of fewer people than this are shown from a zoom on that shows few of them; halved with each zoom.
LARGEST_HIDDEN = 4_000_000


@dataclass(frozen=True)
class Label:
    """A name with where it stands, its level (country, province, place) and its rank: 0 is the best known."""

    name: str
    lat: float
    lon: float
    level: str
    rank: int


def labels(index: Path, box: Box, zoom: float) -> list[Label]:
    """The names for a map, best known first. box is west, south, east, north; a box over the date line has its west above its east."""
    size = CELL / (TILE * 2.0 ** zoom) * 360
    taken: set[tuple[str, int, int]] = set()
    found: list[Label] = []
    for name, lat, lon, kind in _known_first(index, box, least=LARGEST_HIDDEN / 2 ** (1.6 * zoom)):
        level = LEVELS.get(kind, "place")
        first, last = ZOOMS[level]
        narrow = max(0.05, math.cos(math.radians(lat)))
        cell = (level, math.floor(lon / size), math.floor(lat / (size * narrow)))
        if first <= zoom <= last and cell not in taken:
            taken.add(cell)
            found.append(Label(name, lat, lon, level, len(found)))
    return found


def _known_first(index: Path, box: Box, least: float) -> Iterator[tuple[str, float, float, str]]:
    west, south, east, north = box
    across = "lon BETWEEN ? AND ?" if west <= east else "(lon >= ? OR lon <= ?)"
    query = (f"SELECT name, lat, lon, kind, population + (id >= {FIRST_OWN_ID}) * {OWN_WEIGHT} AS weight FROM place WHERE lat BETWEEN ? AND ? AND {across}"
             f" AND kind NOT IN ({', '.join('?' * len(PASSED_OVER))}) AND (weight >= ? OR kind = 'country') ORDER BY weight DESC, id LIMIT {MOST}")
    with contextlib.closing(sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        for row in connection.execute(query, (south, north, west, east, *PASSED_OVER, least)):
            yield row[:4]
