"""The circle of an area on the ellipsoid as a GeoJSON geometry.

In: a middle and a radius. Out: a Polygon, or a MultiPolygon where the circle crosses the date line (RFC 7946, 3.1.9).
Decision: corners come from the geodesic direct problem on WGS84 (Karney, 2013, by geographiclib), so that the radius
holds at every latitude.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from geographiclib.geodesic import Geodesic

Ring = list[list[float]]

# A quarter of the meridian: a circle beyond it would enclose more than half of the Earth.
MOST_KM = 10_000.0


def circle(lat: float, lon: float, radius_km: float, corners: int, decimals: int) -> dict[str, Any]:
    """The circle with its outer rings counter-clockwise and closed (RFC 7946, 3.1.6); coordinates in degrees."""
    ring = turned_ring(lat, lon, min(radius_km, MOST_KM) * 1000.0, corners)
    if abs(ring[-1][0] - ring[0][0]) > 180:
        pieces = [over_the_pole(ring, 90.0 if lat > 0 else -90.0)]
    else:
        pieces = [piece for shift in (-360.0, 0.0, 360.0) if (piece := within(ring, shift))]
    polygons = [[[[round(x, decimals), round(y, decimals)] for x, y in piece]] for piece in pieces]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def turned_ring(lat: float, lon: float, radius_m: float, corners: int) -> Ring:
    """The closed ring, counter-clockwise, its longitudes running on past 180 degrees where they have to."""
    ring: Ring = []
    for corner in range(corners):
        point = Geodesic.WGS84.Direct(lat, lon, -360.0 * corner / corners, radius_m)
        x = float(point["lon2"])
        if ring:
            x += 360.0 * round((ring[-1][0] - x) / 360.0)
        ring.append([x, float(point["lat2"])])
    first_again = ring[0][0] + 360.0 * round((ring[-1][0] - ring[0][0]) / 360.0)
    return [*ring, [first_again, ring[0][1]]]


def over_the_pole(ring: Ring, pole: float) -> Ring:
    """The ring of a circle that holds a pole: from -180 to 180 degrees, closed along the pole, counter-clockwise."""
    points = sorted([(x + 180.0) % 360.0 - 180.0, y] for x, y in ring[:-1])
    (ax, ay), (bx, by) = points[-1], points[0]
    edge = ay + (by - ay) * (180.0 - ax) / (bx + 360.0 - ax)
    line = [[-180.0, edge], *points, [180.0, edge]]
    closed = [*line, [180.0, pole], [-180.0, pole], line[0]]
    return closed if pole > 0 else closed[::-1]


def within(ring: Ring, shift: float) -> Ring:
    """The part of the ring, moved by shift, that lies between -180 and 180 degrees; empty where none does."""
    moved = [[x + shift, y] for x, y in ring]
    for limit, sign in ((180.0, -1), (-180.0, 1)):
        kept: Ring = []
        for (ax, ay), (bx, by) in pairwise(moved):
            a_in, b_in = (ax - limit) * sign >= 0, (bx - limit) * sign >= 0
            if a_in:
                kept.append([ax, ay])
            if a_in != b_in:
                kept.append([limit, ay + (by - ay) * (limit - ax) / (bx - ax)])
        moved = [*kept, kept[0]] if kept else []
    return moved if len({(x, y) for x, y in moved}) >= 3 else []
