"""How the places of two claims relate: distance against both radii, areas against what lies in them.

In: traits. Out: one Evidence, or Forbidden where the places are surely two. Decision: an area is never compared as a
pin; by names of provinces first, by radii only where a name is missing.
"""

from __future__ import annotations

import math

from warledger.incidents.evidence import Evidence, Forbidden
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights
from warledger.model import Place

EARTH_KM = 6371.0  # mean radius, IUGG
# Acts that parties make with each other, and that have no place of their own.
PLACELESS = frozenset({"AGREE"})
# Two pins nearer than this (km) are one place, whatever they are called.
ONE_PLACE_KM = 1.0
# Beyond both radii and half as much again of the larger, a point is outside an area: provinces are no circles (judgement).
OUTSIDE = 1.5


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance, None where either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other.lon - one.lon) / 2
    root = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(root)))


def compare_places(a: Traits, b: Traits, weights: Weights) -> Evidence | Forbidden:
    """The evidence of two claims' places."""
    needless = a.claim.type in PLACELESS and b.claim.type in PLACELESS
    if a.place is None or b.place is None:
        return Evidence("place.needless" if needless else "place.untold")
    certain = a.place.inferred is None and b.place.inferred is None
    found = _related(a, b, a.place, b.place, weights, certain)
    if getattr(found, "kind", "place.apart") == "place.apart" and a.place_core and a.place_core == b.place_core:
        return Evidence("place.homonym", (a.place.name,))
    if needless and (isinstance(found, Forbidden) or weights.weights[found.kind] < 0):
        return Evidence("place.needless")  # where it was signed, and where it is to hold
    if isinstance(found, Evidence) and not certain and (weights.weights[found.kind] > 0 or found.kind == "place.apart"):
        return found._replace(share=weights.share(a.place.inferred, b.place.inferred))
    return found


def _related(a: Traits, b: Traits, one: Place, other: Place, weights: Weights, certain: bool) -> Evidence | Forbidden:
    away = distance_km(one, other)
    if a.point and b.point:
        return _points(a, b, one, other, away, weights, certain)
    if a.point != b.point:
        area, inner = (b, a) if a.point else (a, b)
        return _inside(area, inner, away, certain)
    if (one.geonames is not None and one.geonames == other.geonames) or (
        a.place_key == b.place_key and one.country == other.country
    ):
        return Evidence(f"place.same_{_size(one.precision)}", (one.name,))
    smaller, larger = (a, b) if a.radius <= b.radius else (b, a)
    return _inside(larger, smaller, away, certain)


def _points(a: Traits, b: Traits, one: Place, other: Place, away: float | None, weights: Weights,
            certain: bool) -> Evidence | Forbidden:
    if one.geonames is not None and one.geonames == other.geonames:
        return Evidence("place.same", (one.name,))
    if away is None:
        if a.place_key == b.place_key and (one.country == other.country or None in (one.country, other.country)):
            return Evidence("place.name", (one.name,))
        site = any(place.lat is None and not weights.sites.isdisjoint(key.split()[-1:])
                   for place, key in ((one, a.place_key), (other, b.place_key)))
        return Evidence("place.site" if site else "place.names_differ", (one.name, other.name))
    reach = a.radius + b.radius
    if away <= ONE_PLACE_KM or (a.place_key == b.place_key and away <= reach):
        return Evidence("place.same", (one.name,))
    if away <= reach:
        return Evidence("place.near", (f"{away:.0f}",))
    if certain and away > reach + weights.limits["apart_km"]:
        return Forbidden(f"{one.name} and {other.name} are {away:.0f} km apart")
    return Evidence("place.apart", (one.name, other.name))


def _inside(area: Traits, inner: Traits, away: float | None, certain: bool) -> Evidence | Forbidden:
    """Whether a place lies in an area; the first is the larger."""
    outer, place = area.place, inner.place
    if outer is None or place is None:
        raise ValueError("both claims must tell a place")
    size = _size(outer.precision)
    inside = Evidence(f"place.inside_{size}", (place.name, outer.name))
    apart = Evidence("place.apart", (place.name, outer.name))
    if outer.country and place.country and outer.country != place.country:
        return Forbidden(f"{place.name} is not in the country of {outer.name}") if certain else apart
    if size == "country":
        return inside
    if area.admin1_key and inner.admin1_key and area.admin1_key != inner.admin1_key:
        beyond = away is None or away > area.radius + inner.radius
        return Forbidden(f"{place.name} is not in {outer.name}") if certain and beyond else apart
    if away is None:
        return inside if area.admin1_key and area.admin1_key == inner.admin1_key else apart
    if away <= area.radius + inner.radius:
        return inside
    if size == "province" and area.admin1_key and area.admin1_key == inner.admin1_key:
        return inside
    far = away > OUTSIDE * area.radius + inner.radius
    return Forbidden(f"{place.name} is not in {outer.name}") if certain and far else apart


def _size(precision: str) -> str:
    """District, province or country: the sizes of areas that weights tell apart."""
    return {"country": "country", "region": "country", "province": "province"}.get(precision, "district")
