"""GeoJSON (RFC 7946): one feature an incident, for maps and GIS.

In: incidents (claims and reports are not written). Out: a FeatureCollection. Decision: a place that is a point is a
Point with its radius; a province, region, district or country is the circle of its radius as a Polygon, never a pin on its
capital; an incident without coordinates has no geometry but is there.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from warledger.model import Claim, Incident, Place, Report
from warledger.products.arranged import arranged
from warledger.products.circle import circle
from warledger.products.json_lines import utf8
from warledger.products.rows import ASPECTS, FIGURE_VIEWS, versions
from warledger.products.wording import is_area

# RFC 7946, section 11.2: six decimals are about ten centimetres, more than any place here is known by.
DECIMALS = 6

# The radius of an area whose own is not known, in kilometres: the order of size of Syria's and Ukraine's units.
# Such a feature says radius_assumed.
USUAL_RADIUS = {"district": 20.0, "province": 60.0, "region": 120.0, "country": 350.0}


@dataclass(frozen=True)
class GeoJsonSettings:
    """corners: into how many corners the circle of an area is cut, at least 8."""

    corners: int = 64


class GeoJson:
    """Writes incidents as features, one to a line within the collection."""

    NAME = "geojson"
    SETTINGS = GeoJsonSettings()

    def __init__(self, settings: GeoJsonSettings = SETTINGS) -> None:
        self.settings = settings

    def write(self, incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report],
              out: BinaryIO) -> None:
        """Write the FeatureCollection; it is empty where there is no incident."""
        features = [self._feature(incident) for incident in arranged(incidents, claims, reports).incidents]
        lines = [json.dumps(feature, ensure_ascii=False, allow_nan=False) for feature in features]
        body = "\n" + ",\n".join(lines) + "\n" if lines else ""
        out.write(utf8('{"type": "FeatureCollection", "features": [' + body + "]}\n"))

    def _feature(self, incident: Incident) -> dict[str, Any]:
        """One incident as a Feature of RFC 7946, its id as the feature's."""
        place = incident.place
        area = place is not None and is_area(place.precision)
        radius = known_radius(place)
        assumed = area and radius is None
        if assumed and place is not None:
            radius = USUAL_RADIUS[place.precision]
        return {
            "type": "Feature",
            "id": incident.id,
            "geometry": self._geometry(place, radius if area else None),
            "properties": properties(incident) | {"area": area, "radius_km": radius, "radius_assumed": assumed},
        }

    def _geometry(self, place: Place | None, area_radius: float | None) -> dict[str, Any] | None:
        if place is None or not on_earth(place):
            return None
        lat, lon = float(place.lat or 0.0), float(place.lon or 0.0)
        if area_radius is not None:
            return circle(lat, lon, area_radius, max(8, self.settings.corners), DECIMALS)
        return {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}


def on_earth(place: Place) -> bool:
    """Whether the place has coordinates that are some."""
    if place.lat is None or place.lon is None:
        return False
    return math.isfinite(place.lat) and math.isfinite(place.lon) and abs(place.lat) <= 90 and abs(place.lon) <= 180


def known_radius(place: Place | None) -> float | None:
    """The radius of the place in kilometres, None where it is not known or is no length."""
    radius = place.radius_km if place else None
    return radius if radius is not None and math.isfinite(radius) and radius > 0 else None


def properties(incident: Incident) -> dict[str, Any]:
    """What a feature says of its incident beside its place on the map."""
    place, when = incident.place, incident.when
    given: dict[str, Any] = {
        "type": incident.type, "mode": incident.mode, "grade": incident.grade, "why": incident.why,
        "place": place.name if place else None, "precision": place.precision if place else None,
        "country": place.country if place else None, "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None, "geonames": place.geonames if place else None,
        "start": when.start if when else None, "end": when.end if when else None,
        "time_precision": when.precision if when else None,
        "participants": [participant.name for participant in incident.participants],
        "claims": list(incident.claims), "reports": incident.reports, "origins": incident.origins,
        "outlets": incident.outlets, "speakers_named": incident.speakers, "revision": incident.revision,
    }  # fmt: skip
    for name, column in FIGURE_VIEWS.items():
        view = incident.fields.get(name)
        if view is not None:
            given |= {f"{column}_{part}": getattr(view, part) for part in ("low", "high", "best", "agreement")}
    for what in ASPECTS:
        view = incident.fields.get(what)
        if view is not None:
            given |= {f"{what}_versions": versions(view), f"{what}_agreement": view.agreement}
    return given
