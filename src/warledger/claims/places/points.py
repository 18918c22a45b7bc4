"""A point that somebody gives in degrees, as a Place.

In: words, the gazetteer. Out: a Place, or nothing where the words are no point. Decision: a point lies in the country and province of the nearest
settlement that is near enough to share them, so that it is found by them too; farther off it lies in none.
"""

from __future__ import annotations

import re

from warledger.gazetteer import Gazetteer
from warledger.model.place import Place

# Latitude first, as GPS devices and encyclopaedias write it: 35.86, 36.80 or 35.86°N 36.80°E.
POINT = re.compile(r"\s*([+-]?\d{1,2}(?:\.\d+)?)\s*°?\s*([NS]?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW]?)\s*", re.IGNORECASE)
# Whoever gives degrees means a spot; half a kilometre is a village's width.
RADIUS_KM = 0.5
# Farther than this from every settlement, the nearest may lie in another province.
NEAR_KM = 25.0


def point_of(words: str) -> tuple[float, float] | None:
    """Latitude and longitude, None where the words are no point on the Earth."""
    found = POINT.fullmatch(words)
    if found is None:
        return None
    lat = float(found[1]) * (-1 if found[2].upper() == "S" else 1)
    lon = float(found[3]) * (-1 if found[4].upper() == "W" else 1)
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else None


def place_at(gazetteer: Gazetteer, lat: float, lon: float) -> Place:
    """The point as a Place, named by its degrees."""
    near = gazetteer.nearest(lat, lon, NEAR_KM)
    known = (near.country, near.admin1, near.admin2) if near else (None, None, None)
    return Place(name=f"{lat:.4f}, {lon:.4f}", lat=lat, lon=lon, country=known[0], admin1=known[1], admin2=known[2], precision="exact", radius_km=RADIUS_KM)
