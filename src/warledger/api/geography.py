"""/map: the incidents of a view as GeoJSON: clusters, single places with their radius, and areas.

In: filters, the box that is seen and its zoom. Out: a FeatureCollection (RFC 7946). Decision: what lies within some pixels of
each other is one cluster, worked out here, so that a page never holds a ledger; an incident of a province is told by the
province's middle and radius, to be drawn as that circle, and is in no cluster, since it is no point.
"""

from __future__ import annotations

import math
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Query, Request, Response
from numpy.typing import NDArray

from warledger.api.asking import Asked
from warledger.api.past import Then
from warledger.api.unchanged import unchanged
from warledger.model.place import PRECISIONS
from warledger.products.geojson import USUAL_RADIUS
from warledger.products.wording import is_area
from warledger.store.survey import Mask, Survey

router = APIRouter(tags=["map"])
# A cluster takes in what lies in a square of so many pixels of 256 to a tile; at MAX_ZOOM nothing is put together but one spot.
CELL = 48
TILE = 256
MAX_ZOOM = 12
# The web's projection ends here.
LAST_LATITUDE = 85.0511
DECIMALS = 4
# Whether a precision is of an area, by its number; the last is that of what has none.
AREAS = np.array([*map(is_area, PRECISIONS), False])
Zoom = Annotated[float, Query(ge=0, le=22, description="The zoom of a map with tiles of 256 pixels.")]


@router.get("/map", summary="Clusters, places and areas as GeoJSON", response_class=Response,
            responses={200: {"content": {"application/geo+json": {}}, "description": "A FeatureCollection."}})
def map_(request: Request, held: Then, asked: Asked, zoom: Zoom = 4) -> Response:
    """Points of clusters and places, and middles of areas with their radius; none for incidents without coordinates."""
    import json

    answer = Response(media_type="application/geo+json")
    unchanged(request, answer, held)
    with held.asking() as (survey, connection):
        mask = survey.mask(asked, connection) & ~np.isnan(survey.columns.lat) & ~np.isnan(survey.columns.lon)
        area = AREAS[survey.columns.precision]
        features = _areas(survey, mask & area) + _clusters(survey, mask & ~area, zoom)
    answer.body = json.dumps({"type": "FeatureCollection", "features": features}, allow_nan=False).encode()
    answer.headers["Content-Length"] = str(len(answer.body))
    return answer


def _clusters(survey: Survey, mask: Mask, zoom: float) -> list[dict[str, Any]]:
    """A point for every square that has incidents, largest last so that it is drawn on top."""
    own, rows = survey.columns, np.flatnonzero(mask)
    if not len(rows):
        return []
    cells = _cells(own.lat[rows], own.lon[rows], zoom)
    order = np.argsort(cells, kind="stable")
    rows = rows[order]
    begins = np.flatnonzero(np.r_[True, np.diff(cells[order]) != 0])
    counts = np.diff(np.r_[begins, len(rows)])
    lat, lon = own.lat[rows], own.lon[rows]
    spots = (np.maximum.reduceat(lat, begins) == np.minimum.reduceat(lat, begins)) & (np.maximum.reduceat(lon, begins) == np.minimum.reduceat(lon, begins))
    sums = [np.add.reduceat(column, begins) for column in (lat, lon, np.maximum(own.killed[rows], 0), own.contested[rows].astype(int), (own.origins[rows] <= 1).astype(int))]
    features = []
    for k in np.argsort(counts, kind="stable"):
        row, count = int(rows[begins[k]]), int(counts[k])
        killed, rival, lone = (int(column[k]) for column in sums[2:])
        at = [round(float(sums[1][k]) / count, DECIMALS), round(float(sums[0][k]) / count, DECIMALS)]
        radius = float(own.radius[row])
        features.append({"type": "Feature", "geometry": {"type": "Point", "coordinates": at},
                         "properties": {"kind": "place" if spots[k] else "cluster", "count": count, "killed": killed, "contested": rival, "one_origin": lone,
                                        "id": own.ids[row] if count == 1 else None, "name": own.place[row] if spots[k] else None,
                                        "radius_km": None if math.isnan(radius) or not spots[k] else radius}})
    return features


def _cells(lat: NDArray[np.float64], lon: NDArray[np.float64], zoom: float) -> NDArray[np.int64]:
    """The square of the web's projection that each point falls into at a zoom; beyond MAX_ZOOM every spot is its own."""
    if zoom > MAX_ZOOM:
        zoom = 20
    size = TILE * 2.0 ** math.floor(zoom) / CELL
    radians = np.radians(np.clip(lat, -LAST_LATITUDE, LAST_LATITUDE))
    x = np.floor((lon + 180) / 360 * size).astype(np.int64)
    y = np.floor((1 - np.log(np.tan(radians) + 1 / np.cos(radians)) / math.pi) / 2 * size).astype(np.int64)
    return x * 2 ** 32 + y


def _areas(survey: Survey, mask: Mask) -> list[dict[str, Any]]:
    """Middle and radius of every area that has incidents, largest first so that the smaller lie on top."""
    own, rows = survey.columns, np.flatnonzero(mask)
    middles = zip(np.round(own.lat[rows], DECIMALS).tolist(), np.round(own.lon[rows], DECIMALS).tolist(), strict=True)
    groups: dict[tuple[str | None, float, float], list[int]] = {}
    for row, (lat, lon) in zip(rows.tolist(), middles, strict=True):
        groups.setdefault((own.place[row], lat, lon), []).append(row)
    features = []
    for (name, lat, lon), inside in groups.items():
        precision = PRECISIONS[own.precision[inside[0]]]
        known = float(own.radius[inside[0]])
        radius = USUAL_RADIUS[precision] if math.isnan(known) or known <= 0 else known
        features.append({"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]},
                         "properties": {"kind": "area", "count": len(inside), "killed": int(np.maximum(own.killed[inside], 0).sum()),
                                        "contested": int(own.contested[inside].sum()), "one_origin": int((own.origins[inside] <= 1).sum()),
                                        "id": own.ids[inside[0]] if len(inside) == 1 else None, "name": name, "precision": precision, "radius_km": radius}})
    return sorted(features, key=lambda one: (-one["properties"]["radius_km"], str(one["properties"]["name"])))
