"""Facets and days count the incidents that a list would hold."""

from __future__ import annotations

from typing import Any


def test_a_count_is_what_choosing_the_value_gives(get: Any) -> None:
    for name, values in get("/facets")["facets"].items():
        for value in values[:4]:
            found = get(f"/incidents?limit=1&{name}={value['key']}".replace(" ", "%20"))["totals"]["incidents"]
            assert found >= value["count"] if name == "type" else found == value["count"], (name, value)


def test_a_facet_leaves_out_its_own_choice_and_heeds_the_others(get: Any) -> None:
    free, chosen = get("/facets")["facets"], get("/facets?grade=weak")["facets"]
    assert chosen["grade"] == free["grade"]
    assert sum(value["count"] for value in chosen["type"]) == next(value["count"] for value in free["grade"] if value["key"] == "weak")


def test_a_chosen_value_is_told_even_where_nothing_has_it(get: Any) -> None:
    speaker = get("/facets")["facets"]["speaker"][0]["key"]
    nothing = get(f"/facets?speaker={speaker}&until=1900-01-01")["facets"]["speaker"]
    assert {"key": speaker, "count": 0} in [{"key": one["key"], "count": one["count"]} for one in nothing]


def test_days_are_in_order_and_add_up(get: Any) -> None:
    days = get("/histogram")["days"]
    assert [one["day"] for one in days] == sorted(one["day"] for one in days)
    dated = sum(one["incidents"] for one in days)
    assert dated == get("/incidents?limit=1&since=1000-01-01&until=2999-01-01")["totals"]["incidents"]


def test_the_days_beside_the_brush_are_still_told(get: Any) -> None:
    assert get("/histogram?since=2020-02-05&until=2020-02-05") == get("/histogram")


def test_countries_are_told_by_their_names(get: Any) -> None:
    facets = get("/facets")["facets"]
    assert {one["key"]: one["label"] for one in facets["country"]}["SYR"].startswith("Syria")
    assert all(one["label"] != one["key"] for name in ("country", "side") for one in facets[name])
