"""GeoJSON after RFC 7946: closed rings, finite coordinates, and a province that is no pin."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from warledger.products.circle import circle
from warledger.products.geojson import GeoJson


def features(sample: Any) -> dict[str, Any]:
    found = json.loads(sample.write(GeoJson()))
    assert found["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in found["features"]}


def rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def turned_area(ring: list[list[float]]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def test_a_town_is_a_point_with_its_radius(sample: Any) -> None:
    feature = features(sample)["i_1"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.806, 35.864]}
    assert feature["properties"]["area"] is False
    assert feature["properties"]["radius_km"] == 3


def test_a_province_is_the_circle_of_its_radius(sample: Any) -> None:
    feature = features(sample)["i_2"]
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["area"] is True
    ring = feature["geometry"]["coordinates"][0]
    for lon, lat in ring:
        assert Geodesic.WGS84.Inverse(35.93, 36.63, lat, lon)["s12"] == pytest.approx(55_000, abs=1)


def test_an_incident_without_coordinates_is_there_without_geometry(sample: Any) -> None:
    assert features(sample)["i_3"]["geometry"] is None


@pytest.mark.parametrize(("lat", "lon"), [(float("nan"), 36.0), (35.0, float("inf")), (95.0, 36.0), (35.0, None)])
def test_coordinates_that_are_none_give_no_geometry(sample: Any, lat: float, lon: float | None) -> None:
    odd = replace(sample.incidents[0], place=replace(sample.incidents[0].place, lat=lat, lon=lon))
    assert features(replace(sample, incidents=(odd,)))["i_1"]["geometry"] is None


def test_an_area_without_a_radius_says_that_its_size_is_assumed(sample: Any) -> None:
    bare = replace(sample.incidents[1], place=replace(sample.incidents[1].place, radius_km=None))
    found = features(replace(sample, incidents=(bare,)))["i_2"]
    assert found["geometry"]["type"] == "Polygon"
    assert found["properties"]["radius_assumed"] is True


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), radius=st.floats(0.5, 3000))
def test_every_circle_is_closed_finite_and_counter_clockwise(lat: float, lon: float, radius: float) -> None:
    for ring in rings(circle(lat, lon, radius, 32, 6)):
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert all(math.isfinite(x) and math.isfinite(y) and abs(x) <= 180 and abs(y) <= 90 for x, y in ring)
        assert turned_area(ring) > -1e-9


def test_a_circle_over_the_date_line_is_cut_in_two() -> None:
    geometry = circle(-17.0, 179.9, 60, 64, 6)
    assert geometry["type"] == "MultiPolygon"
    assert {math.copysign(1, ring[1][0]) for ring in rings(geometry)} == {1.0, -1.0}


def test_a_circle_over_the_pole_reaches_it() -> None:
    geometry = circle(89.0, 10.0, 500, 64, 6)
    assert max(y for ring in rings(geometry) for _x, y in ring) == 90


def test_the_figures_keep_their_open_end(sample: Any) -> None:
    given_ = features(sample)["i_1"]["properties"]
    assert (given_["killed_low"], given_["killed_high"], given_["killed_agreement"]) == (13, None, "single origin")


def test_no_key_of_a_collection_is_left_out_when_it_is_empty(empty: Any) -> None:
    assert json.loads(empty.write(GeoJson())) == {"type": "FeatureCollection", "features": []}


def test_the_bytes_do_not_depend_on_the_order_of_the_records(sample: Any) -> None:
    assert sample.write(GeoJson()) == sample.turned().write(GeoJson())
