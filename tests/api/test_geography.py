"""The map holds every incident that has a place on it, once: in a cluster, at its place, or in its area."""

from __future__ import annotations

from typing import Any

import pytest


def placed(get: Any) -> int:
    total, next_ = 0, ""
    while True:
        page = get(f"/incidents?limit=100{next_}")
        total += sum(1 for one in page["items"] if one["place"] and one["place"]["lat"] is not None)
        if page["next"] is None:
            return total
        next_ = f"&next={page['next']}"


@pytest.mark.parametrize("zoom", [0, 5, 9, 13, 22])
def test_at_every_zoom_each_incident_with_a_place_is_drawn_once(get: Any, zoom: int) -> None:
    features = get(f"/map?zoom={zoom}")["features"]
    assert sum(one["properties"]["count"] for one in features) == placed(get)


def test_closer_there_are_more_points(get: Any) -> None:
    numbers = [sum(1 for one in get(f"/map?zoom={zoom}")["features"] if one["properties"]["kind"] != "area") for zoom in (1, 6, 12)]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1]


def test_a_province_is_an_area_and_in_no_cluster(get: Any) -> None:
    areas = [one["properties"] for one in get("/map?zoom=3")["features"] if one["properties"]["kind"] == "area"]
    assert areas
    assert all(one["radius_km"] > 5 and one["precision"] in ("district", "province", "region", "country") for one in areas)


def test_one_spot_with_several_incidents_is_a_place_and_leads_to_its_list(get: Any) -> None:
    several = [one["properties"] for one in get("/map?zoom=14")["features"] if one["properties"]["kind"] == "place" and one["properties"]["count"] > 1]
    assert several
    assert all(one["id"] is None and one["name"] for one in several)


def test_only_what_lies_in_the_box_is_drawn(get: Any) -> None:
    features = get("/map?zoom=9&box=36,35,37,36.5")["features"]
    assert features
    assert all(36 <= one["geometry"]["coordinates"][0] <= 37 and 35 <= one["geometry"]["coordinates"][1] <= 36.5 for one in features)
    assert get("/map?zoom=9&box=170,-10,-170,10")["features"] == [], "a box may run over the date line"
