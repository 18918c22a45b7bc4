"""Turns a chosen entry and the wording around it into a Place with honest precision and radius.

In: an entry, the wording, a direction, a distance. Out: a Place. Decision: what is said of a place ("north of",
"countryside", "province") changes its centre, radius and precision here and nowhere else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from geographiclib.geodesic import Geodesic

from warledger.gazetteer import Entry
from warledger.model.place import Place, Relative

PRECISION_OF_KIND = {
    "country": "country", "continent": "region", "region": "region", "sea": "region", "river": "region",
    "lake": "region", "border": "region", "mountain": "region", "island": "region", "province": "province",
    "admin1": "province", "admin2": "district", "valley": "region", "district": "district", "city": "town",
    "town": "town", "village": "town", "road": "district", "field": "district",
}
# The surroundings of a town ("countryside", "outskirts") reach this much farther than the town.
SURROUND_KM = 12.0
# A direction within an area ("northern Idlib") is centred this share of its radius from its middle, and reaches as far.
DIRECTION_SHARE = 0.55
# A direction without a distance ("south of Aleppo") is taken to mean up to this far beyond the town's edge.
BEYOND_KM = 15.0
# Eight winds leave 22.5 degrees either way: the sine of it, of the distance, is the error across.
WIND_ERROR = math.sin(math.radians(22.5))
NUMBER_WORDS = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "half": 0.5}
KM_PER_UNIT = {
    "km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0, "mile": 1.609,
    "miles": 1.609, "mi": 1.609, "m": 0.001, "meter": 0.001, "meters": 0.001, "metre": 0.001, "metres": 0.001,
}
NUMBER = re.compile(r"^\d+(?:[.,]\d+)?$")


def place_of(entry: Entry, name: str) -> Place:
    """The entry as a Place, named as the report writes it."""
    return Place(name=name, geonames=entry.geonames, lat=entry.lat, lon=entry.lon, country=entry.country,
                 admin1=entry.admin1, admin2=entry.admin2, precision=PRECISION_OF_KIND.get(entry.kind, "exact"),
                 radius_km=entry.radius_km)


def in_direction(place: Place, bearing: float | None) -> Place:
    """The part of an area that lies in a direction ("northwestern Idlib"); without bearing ("rural", "central") all of it."""
    precision = "region" if place.precision == "country" else place.precision
    if place.precision == "town":
        precision = "district"
    if bearing is None or place.lat is None or place.lon is None or place.radius_km is None:
        return replace(place, precision=precision)
    reach = place.radius_km * DIRECTION_SHARE
    lat, lon = moved(place.lat, place.lon, bearing, reach)
    return replace(place, lat=lat, lon=lon, radius_km=round(reach * 1.3, 1), precision=precision)


def surroundings(place: Place) -> Place:
    """"the countryside of X", "X's outskirts": the area around it."""
    if place.precision in ("province", "region", "country", "district") or place.radius_km is None:
        return place
    return replace(place, radius_km=round(place.radius_km + SURROUND_KM, 1), precision="district")


def beside(place: Place, within_km: float) -> Place:
    """"near X": the place with a wider radius, related to itself without distance or bearing."""
    if place.radius_km is None:
        return place
    precision = "district" if place.precision in ("exact", "town") else place.precision
    return replace(place, radius_km=round(place.radius_km + within_km, 1), precision=precision,
                   relative=Relative(None, None, place.name))


def away_from(anchor: Place, name: str, distance_km: float | None, bearing: float | None) -> Place:
    """"15 km east of X", "south of X", "20 km from X"; the radius takes in the anchor's size and the wind's width."""
    relative = Relative(distance_km, bearing, anchor.name)
    if anchor.lat is None or anchor.lon is None or anchor.radius_km is None:
        return replace(anchor, name=name, geonames=None, relative=relative)
    size = anchor.radius_km
    if bearing is None:
        radius = (distance_km or BEYOND_KM) + size
        return replace(anchor, name=name, geonames=None, radius_km=round(radius, 1), relative=relative,
                       precision="district", admin2=None)
    reach = distance_km if distance_km is not None else size + BEYOND_KM / 2
    lat, lon = moved(anchor.lat, anchor.lon, bearing, reach)
    error = (max(1.0, WIND_ERROR * reach) + min(size, 5.0)) if distance_km is not None else size + BEYOND_KM / 2
    return replace(anchor, name=name, geonames=None, lat=lat, lon=lon, radius_km=round(error, 1), relative=relative,
                   precision="town" if distance_km is not None and error <= 15 else "district", admin2=None)


def between(first: Place, second: Place, name: str) -> Place:
    """"between X and Y", "the X–Y road": the middle, with half the distance as radius."""
    if None in (first.lat, first.lon, second.lat, second.lon):
        return replace(first, name=name, geonames=None, lat=None, lon=None, radius_km=None, precision="district")
    line = Geodesic.WGS84.Inverse(first.lat, first.lon, second.lat, second.lon)
    half = line["s12"] / 2000.0
    lat, lon = moved(float(first.lat or 0), float(first.lon or 0), line["azi1"], half)
    same_country = first.country == second.country
    return Place(name, None, lat, lon, first.country if same_country else None,
                 first.admin1 if same_country and first.admin1 == second.admin1 else None, None, "district",
                 round(max(half, 2.0), 1), Relative(None, None, f"{first.name}, {second.name}"))


def moved(lat: float, lon: float, bearing: float, distance_km: float) -> tuple[float, float]:
    """The point so many kilometres from another along a bearing, on the WGS84 ellipsoid (Karney 2013)."""
    end = Geodesic.WGS84.Direct(lat, lon, bearing, distance_km * 1000.0)
    return round(float(end["lat2"]), 4), round(float(end["lon2"]), 4)


def distance_in(words: Sequence[str]) -> float | None:
    """The kilometres in "15 km", "15km", "about 5.5 miles", "ten kilometres (six miles)": the first that is told."""
    for position, word in enumerate(words):
        glued = re.match(r"^(\d+(?:[.,]\d+)?)(km|kms|mi|miles|m)$", word)
        if glued:
            return round(_number(glued.group(1)) * KM_PER_UNIT[glued.group(2)], 2)
        if word in KM_PER_UNIT and position > 0:
            previous = words[position - 1]
            if previous == "-" and position > 1:
                previous = words[position - 2]
            if NUMBER.match(previous):
                return round(_number(previous) * KM_PER_UNIT[word], 2)
            if previous in NUMBER_WORDS:
                return round(NUMBER_WORDS[previous] * KM_PER_UNIT[word], 2)
            if previous in ("several", "few"):
                return round(4 * KM_PER_UNIT[word], 2)
    return None


def _number(text: str) -> float:
    whole, _comma, part = text.partition(",")
    return float(whole + part) if len(part) == 3 else float(text.replace(",", "."))
