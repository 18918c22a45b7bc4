"""What a correction can be made to: any place of the gazetteer, any point, any type of the codebook."""

from __future__ import annotations

import pytest

from warledger.model.codebook import MODES

from .conftest import Get


def test_a_name_is_weighed_as_the_gazetteer_weighs_it_and_the_country_of_the_incident_decides(get: Get) -> None:
    likely = get("/places?name=Tripoli&country=LBN")["items"][0]
    assert (likely["place"]["country"], likely["likely"]) == ("LBN", True)
    assert {one["place"]["country"] for one in get("/places?name=Tripoli")["items"]} >= {"LBN", "LBY"}


def test_a_name_in_another_script_finds_its_place_with_point_and_precision(get: Get) -> None:
    (found, *_others) = get("/places?name=سراقب")["items"]
    assert found["place"]["admin1"] == "Idlib"
    assert found["place"]["precision"] == "town"
    assert found["place"]["radius_km"] > 0


def test_what_the_gazetteer_does_not_know_has_no_place(get: Get) -> None:
    assert get("/places?name=Nowhereville%20Qqq")["items"] == []


def test_degrees_are_a_point_in_the_province_of_the_nearest_settlement(get: Get) -> None:
    (found,) = get("/places?name=35.861,%2036.81")["items"]
    assert found["kind"] == "point"
    assert (found["place"]["lat"], found["place"]["lon"], found["place"]["country"], found["place"]["admin1"]) == (35.861, 36.81, "SYR", "Idlib")


def test_a_point_far_from_everything_lies_in_no_country(get: Get) -> None:
    (found,) = get("/places?name=-40.5,%20-120")["items"]
    assert (found["place"]["country"], found["place"]["lat"]) == (None, -40.5)


@pytest.mark.parametrize("words", ["95, 36", "35, 200", "35 degrees"])
def test_what_is_no_point_on_the_earth_is_looked_up_as_a_name(get: Get, words: str) -> None:
    assert [one for one in get(f"/places?name={words}")["items"] if one["kind"] == "point"] == []


def test_every_type_and_mode_of_the_codebook_can_be_chosen_in_words(get: Get) -> None:
    types = {one["key"]: one for one in get("/codebook")["types"]}
    assert set(types) == {f"{name}/none" for name in MODES}
    assert {one["key"]: one["label"] for one in types["ASSAULT/none"]["modes"]}["ASSAULT/aerial"] == "Air strike"
