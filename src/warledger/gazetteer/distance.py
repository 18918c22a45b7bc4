"""How far apart two points are that are near each other.

In: latitudes and longitudes in degrees (WGS 84). Out: kilometres. Decision: the plane that touches the sphere between the points,
good to a per cent under 100 km, since the index compares very many pairs; choosing places of a report measures on the sphere.
"""

from __future__ import annotations

import math

KM_PER_DEGREE = 111.2


def kilometres_over_ground(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The distance of two points."""
    scale = math.cos(math.radians((lat1 + lat2) / 2))
    return KM_PER_DEGREE * math.hypot(lat1 - lat2, (lon1 - lon2) * scale)
