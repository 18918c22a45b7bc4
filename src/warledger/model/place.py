"""Where: a point or an area with its radius; a province is an area, never a pin on its capital."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.record import Record

PRECISIONS = ("exact", "town", "district", "province", "region", "country")


@dataclass(frozen=True)
class Relative(Record):
    """A place told by another: distance in kilometres, bearing in degrees clockwise from north, from the place `of`."""

    distance_km: float | None
    bearing: float | None
    of: str


@dataclass(frozen=True)
class Place(Record):
    """A place as a claim holds it. name is as written. lat and lon are WGS84 degrees, None where it is only a name.

    radius_km is the radius within which it lies with good faith: the error of a point, the size of an area.
    country is ISO 3166-1 alpha-3; admin1 and admin2 are names. inferred names the rule where the place is not the
    clause's own.
    """

    name: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    precision: str = "town"
    radius_km: float | None = None
    relative: Relative | None = None
    inferred: str | None = None
