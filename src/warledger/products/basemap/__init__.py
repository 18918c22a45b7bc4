"""The base map of the report: the prepared world, and the part of it that a report needs.

In: a box of longitudes and latitudes. Out: lines and rings as lists of integers, fine within the box and a coarse world
around it. Decision: only the surroundings of the incidents are carried, so that a report stays small and needs no
network.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

from warledger.errors import InstallationError

Points = list[tuple[float, float]]

WORLD_FILE = "basemap/world.json"

# Around the incidents, at least so many degrees and so much of their extent are drawn in full detail.
LEAST_MARGIN = 12.0
MARGIN_SHARE = 0.6


class Box(NamedTuple):
    """West, south, east, north in degrees; or in whole units of a level where it says so."""

    west: float
    south: float
    east: float
    north: float


@cache
def world() -> dict[str, Any]:
    """The prepared world as scripts/prepare_basemap.py wrote it. Raises InstallationError where the file is missing."""
    try:
        text = (resources.files("warledger.products") / WORLD_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InstallationError(f"the base map {WORLD_FILE} is missing from the installation") from None
    found: dict[str, Any] = json.loads(text)
    return found


def surroundings(points: Points) -> Box | None:
    """The box of the points with its margin, None where there is no point."""
    if not points:
        return None
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    wide = max(LEAST_MARGIN, MARGIN_SHARE * (max(xs) - min(xs)))
    high = max(LEAST_MARGIN, MARGIN_SHARE * (max(ys) - min(ys)))
    return Box(
        max(-180.0, min(xs) - wide), max(-85.0, min(ys) - high), min(180.0, max(xs) + wide), min(85.0, max(ys) + high)
    )


def base_map(points: Points) -> dict[str, Any]:
    """What a report embeds: {"box", "fine", "coarse", "labels"}; fine and box are None where there is no point.

    A line is [x, y, step in x, step in y, …] in whole units of its level; labels are [name, lon, lat, size in degrees].
    """
    full, box = world(), surroundings(points)
    fine = None
    if box is not None:
        unit = full["fine"]["unit"]
        limits = Box(*(round(side / unit) for side in box))
        fine = {
            "unit": unit,
            "land": [steps(ring) for line in full["fine"]["land"] if (ring := clipped_ring(walked(line), limits))],
            **{kind: [steps(piece) for line in full["fine"][kind] for piece in clipped_line(walked(line), limits)]
               for kind in ("borders", "contested")},
        }
    return {"box": box, "fine": fine, "coarse": full["coarse"], "labels": full["labels"]}


def walked(line: list[int]) -> Points:
    """The points of a line that is written as a beginning and steps."""
    x = y = 0
    points: Points = []
    for dx, dy in zip(line[::2], line[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def steps(points: Points) -> list[int]:
    """The opposite of `walked`, with the points rounded to whole units."""
    x = y = 0
    line: list[int] = []
    for px, py in points:
        nx, ny = round(px), round(py)
        if not line or (nx, ny) != (x, y):
            line += [nx - x, ny - y]
        x, y = nx, ny
    return line


def clipped_ring(ring: Points, box: Box) -> Points:
    """The part of a closed ring within the box, empty where there is none (Sutherland and Hodgman, 1974)."""
    inside = [box.west <= x <= box.east and box.south <= y <= box.north for x, y in ring]
    if all(inside):
        return ring
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        kept: Points = []
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            a_in, b_in = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if a_in:
                kept.append(a)
            if a_in != b_in:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        ring = kept
        if not ring:
            return []
    return ring


def clipped_line(line: Points, box: Box) -> Iterator[Points]:
    """The pieces of a line within the box (Liang and Barsky, 1984, segment by segment)."""
    piece: Points = []
    for a, b in pairwise(line):
        cut = _segment(a, b, box)
        if cut is None or (piece and piece[-1] != cut[0]):
            if len(piece) > 1:
                yield piece
            piece = []
        if cut is not None:
            piece = [*piece, cut[1]] if piece else list(cut)
    if len(piece) > 1:
        yield piece


def _segment(a: tuple[float, float], b: tuple[float, float], box: Box) -> tuple[tuple[float, float], tuple[float, float]] | None:
    first, last = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for run, room in ((-dx, a[0] - box.west), (dx, box.east - a[0]), (-dy, a[1] - box.south), (dy, box.north - a[1])):
        if run == 0:
            if room < 0:
                return None
        elif run < 0:
            first = max(first, room / run)
        else:
            last = min(last, room / run)
    if first > last:
        return None
    start = a if first == 0.0 else (a[0] + first * dx, a[1] + first * dy)
    end = b if last == 1.0 else (a[0] + last * dx, a[1] + last * dy)
    return start, end
