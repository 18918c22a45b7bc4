"""/labels and /base-map: what lies under the incidents.

In: a box with its zoom; settings. Out: names of places from our gazetteer as GeoJSON, and the base map of the user's own, where
one is set. Decision: without a setting the page asks nobody but this server; with one, the page may ask the address that was
set and no other, and the kind of a base map is told by its address.
"""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from warledger.api.answers import Answer
from warledger.api.asking import Held, box_of
from warledger.gazetteer.build import ensure_index
from warledger.gazetteer.labels import labels
from warledger.settings import Settings

router = APIRouter(tags=["map"])
# Names of places do not change while a server runs.
KEEP = "private, max-age=3600"
_building = threading.Lock()
Box = Annotated[str, Query(max_length=120, description="west,south,east,north in degrees.")]
Zoom = Annotated[float, Query(ge=0, le=22, description="The zoom of a map with tiles of 256 pixels.")]


class BaseMap(Answer):
    """The base map of the user's own. kind none: there is none, and the page draws its own."""

    kind: Literal["none", "style", "raster", "pmtiles"]
    address: str | None
    credit: str | None = Field(description="Whom the map must name.")


@router.get("/base-map", summary="The base map that was set")
def base_map(response: Response, held: Held) -> BaseMap:
    """What lies under the incidents."""
    response.headers["Cache-Control"] = "no-cache"
    address = held.settings.map_address
    return BaseMap(kind=_kind(address) if address else "none", address=address, credit=held.settings.map_credit)


@router.get("/labels", summary="Names of places as GeoJSON", response_class=Response,
            responses={200: {"content": {"application/geo+json": {}}, "description": "A FeatureCollection."}})
def labels_(request: Request, held: Held, box: Box, zoom: Zoom = 4) -> Response:
    """The names that a map of the box shows, best known first."""
    found = labels(_index(held.settings), box_of(box), zoom)
    features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [round(one.lon, 4), round(one.lat, 4)]},
                 "properties": {"name": one.name, "level": one.level, "rank": one.rank}} for one in found]
    return Response(json.dumps({"type": "FeatureCollection", "features": features}), media_type="application/geo+json", headers={"Cache-Control": KEEP})


def allowed(settings: Settings) -> str | None:
    """The origin that the page may ask beside this server."""
    if not settings.map_address:
        return None
    parts = urlsplit(settings.map_address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else None


def _kind(address: str) -> Literal["style", "raster", "pmtiles"]:
    if "{z}" in address:
        return "raster"
    return "pmtiles" if urlsplit(address).path.endswith(".pmtiles") else "style"


def _index(settings: Settings) -> Path:
    """The gazetteer that the reports were coded with: the user's own, else the one that comes with the program."""
    own = settings.of("coders", "rules").get("gazetteer")
    if own and Path(str(own)).is_file():
        return Path(str(own))
    with _building:
        return ensure_index()
