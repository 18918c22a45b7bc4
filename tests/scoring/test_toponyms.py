"""Toponyms are found where they touch, and placed where they lie within a hundred miles."""

from __future__ import annotations

from typing import Any

from warledger.claims.mentions import PlaceMention
from warledger.model import Place
from warledger.scoring.toponyms import judge, measure, wrong


def mention(start: int, text: str, lat: float | None, lon: float | None, definite: bool = False) -> PlaceMention:
    return PlaceMention(start, start + len(text), 0, text, place=Place(text, lat=lat, lon=lon), definite=definite)


def toponym(start: int, text: str, lat: float | None, lon: float | None) -> dict[str, Any]:
    return {"start": start, "end": start + len(text), "surface": text, "lat": lat, "lon": lon}


ROW = {"toponyms": [toponym(0, "Homs", 34.73, 36.72), toponym(20, "Tripoli", 34.43, 35.84), toponym(40, "Oldbridge", None, None)]}


def test_a_namesake_on_another_shore_is_found_and_placed_wrong() -> None:
    found = [mention(0, "Homs", 34.7, 36.7), mention(20, "Tripoli", 32.89, 13.19)]
    metrics = measure([judge(found, ROW)])
    assert metrics["span_f1"] == 0.8
    assert metrics["accuracy_161km"] == 0.5
    assert metrics["end_to_end_f1_161km"] == 0.4
    assert wrong(found, ROW)[0] == "missed 'Oldbridge'"
    assert wrong(found, ROW)[1].startswith("far 'Tripoli' is 21")


def test_a_name_without_coordinates_is_not_placed_and_a_toponym_without_is_not_judged() -> None:
    placed = judge([mention(0, "Homs", None, None), mention(40, "Oldbridge", 1.0, 1.0)], ROW)
    assert placed.errors == (None,)
    assert measure([placed])["accuracy_161km"] == 0.0
    assert measure([placed])["median_km"] is None


def test_the_town_is_no_toponym() -> None:
    placed = judge([mention(0, "the town", 34.7, 36.7, definite=True)], ROW)
    assert placed.spans.given == 0
