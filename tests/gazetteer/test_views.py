"""Whose land an area is, is the gazetteer's word unless a user's setting says otherwise."""

from __future__ import annotations

import pickle

import pytest

from warledger.errors import UsageError
from warledger.gazetteer import Gazetteer


def seen(name: str, **territory: str) -> str | None:
    path = Gazetteer.open().path
    return Gazetteer(path, {key.replace("_", " "): value for key, value in territory.items()}).candidates(name)[0].country


def test_without_a_setting_nothing_is_redrawn() -> None:
    assert seen("Simferopol") == "UKR"
    assert seen("Majdal Shams") == "SYR"


def test_a_place_lies_where_its_user_sees_its_subdivision() -> None:
    assert seen("Simferopol", Crimea="RUS") == "RUS"
    assert seen("Kherson", Crimea="RUS") == "UKR"


def test_a_place_lies_where_its_user_sees_the_region_around_it() -> None:
    assert seen("Majdal Shams", Golan_Heights="ISR") == "ISR"
    assert seen("Damascus", Golan_Heights="ISR") == "SYR"


def test_the_last_view_that_covers_a_place_counts_and_a_point_never_moves() -> None:
    path = Gazetteer.open().path
    plain, viewed = (Gazetteer(path, territory).candidates("Simferopol")[0] for territory in ({}, {"Crimea": "RUS"}))
    assert (plain.lat, plain.lon, plain.id) == (viewed.lat, viewed.lon, viewed.id)


def test_a_view_goes_with_the_gazetteer_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(Gazetteer(Gazetteer.open().path, {"Crimea": "RUS"})))
    assert sent.candidates("Simferopol")[0].country == "RUS"


def test_an_area_or_country_that_is_none_is_told() -> None:
    with pytest.raises(UsageError, match="no area by the name 'Atlantis'"):
        seen("Simferopol", Atlantis="RUS")
    with pytest.raises(UsageError, match="three capital letters"):
        seen("Simferopol", Crimea="Russia")
