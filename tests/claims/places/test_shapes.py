"""Wording changes the centre, radius and precision of a place, and says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.claims.places.shapes import (
    away_from,
    beside,
    between,
    distance_in,
    in_direction,
    moved,
    surroundings,
)
from warledger.model.place import Place

TOWN = Place("Harbour", 1, 35.0, 36.0, "SYR", "Coast", None, "town", 3.0)
PROVINCE = Place("Coast", 2, 35.2, 36.1, "SYR", "Coast", None, "province", 40.0)


@pytest.mark.parametrize(("words", "kilometres"), [
    ("15 km", 15.0), ("15km", 15.0), ("about ten miles", 16.09), ("1,500 metres", 1.5), ("5.5 kilometers", 5.5),
    ("several kilometres", 4.0), ("fifteen soldiers", None), ("15", None),
])
def test_distances_are_read_in_kilometres(words: str, kilometres: float | None) -> None:
    assert distance_in(words.split()) == kilometres


def test_fifteen_kilometres_east_is_a_point_with_an_error() -> None:
    place = away_from(TOWN, "15 km east of Harbour", 15.0, 90.0)
    assert place.lat == pytest.approx(35.0, abs=0.01)
    assert place.lon == pytest.approx(36.164, abs=0.01)
    assert place.radius_km is not None
    assert 5 < place.radius_km < 15
    assert place.relative is not None
    assert (place.relative.distance_km, place.relative.bearing, place.relative.of) == (15.0, 90.0, "Harbour")
    assert place.geonames is None


def test_a_distance_without_a_direction_is_a_circle() -> None:
    place = away_from(TOWN, "20 km from Harbour", 20.0, None)
    assert (place.lat, place.radius_km, place.precision) == (35.0, 23.0, "district")


def test_a_direction_within_a_province_is_a_smaller_area_of_it() -> None:
    place = in_direction(PROVINCE, 0.0)
    assert place.lat is not None
    assert place.lat > 35.3
    assert place.radius_km is not None
    assert place.radius_km < 40
    assert place.precision == "province"


def test_the_north_of_a_country_is_a_region() -> None:
    assert in_direction(Place("Land", lat=35.0, lon=38.0, precision="country", radius_km=240.0), 0.0).precision == "region"


def test_the_countryside_of_a_town_is_no_longer_the_town() -> None:
    place = surroundings(TOWN)
    assert (place.precision, place.radius_km) == ("district", 15.0)
    assert surroundings(PROVINCE) == PROVINCE


def test_near_widens_and_relates() -> None:
    place = beside(TOWN, 15.0)
    assert place.radius_km == 18.0
    assert place.relative is not None
    assert place.relative.of == "Harbour"


def test_between_two_towns_is_the_middle() -> None:
    other = Place("Mill", 3, 35.4, 36.0, "SYR", "Coast", None, "town", 2.0)
    place = between(TOWN, other, "between Harbour and Mill")
    assert place.lat == pytest.approx(35.2, abs=0.01)
    assert place.admin1 == "Coast"


def test_what_has_no_coordinates_gets_none() -> None:
    nowhere = Place("Nowhere")
    assert away_from(nowhere, "5 km off Nowhere", 5.0, 90.0).lat is None
    assert between(nowhere, TOWN, "between").lat is None
    assert beside(nowhere, 10.0).radius_km is None


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(0, 359), st.floats(1, 300))
def test_there_and_back_is_home(lat: float, lon: float, bearing: float, distance: float) -> None:
    there = moved(lat, lon, bearing, distance)
    back = moved(*there, (bearing + 180) % 360, distance)
    assert back[0] == pytest.approx(lat, abs=0.3)
