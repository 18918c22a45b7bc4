"""Which place a name is follows from the rest of the report."""

from __future__ import annotations

from warledger.claims.places.choice import Named, choose, country_weights, kilometres, lies_in
from warledger.gazetteer import Entry


def entry(number: int, name: str, kind: str = "city", people: int = 1000, country: str = "SYR", admin1: str | None = None,
          at: tuple[float, float] = (35.0, 36.0), match: str = "exact") -> Entry:
    return Entry(number, number, name, at[0], at[1], country, admin1, None, kind, people, 2.0, match)


SYRIA = entry(1, "Syria", "country", 17_000_000)
HOMS_SYRIA = entry(2, "Tripolis", people=40_000, at=(35.0, 36.5))
HOMS_ABROAD = entry(3, "Tripolis", people=90_000, country="USA", at=(40.0, -90.0))


def test_the_country_of_the_report_decides() -> None:
    names = [Named("Syria", (SYRIA,)), Named("Tripolis", (HOMS_ABROAD, HOMS_SYRIA))]
    assert choose(names, {})[1] == HOMS_SYRIA


def test_a_small_place_far_from_all_else_stays_a_name() -> None:
    far = entry(4, "Sarow", people=20_000, country="AUS", at=(-30.0, 140.0))
    names = [Named("Syria", (SYRIA,)), Named("Sarow", (far,))]
    assert choose(names, {"SYR": 3.0})[1] is None


def test_a_metropolis_is_itself_in_any_report() -> None:
    metropolis = entry(5, "Paname", people=2_000_000, country="FRA", at=(48.8, 2.3))
    assert choose([Named("Syria", (SYRIA,)), Named("Paname", (metropolis,))], {"SYR": 5.0})[1] == metropolis


def test_a_name_that_is_merely_alike_needs_the_country() -> None:
    alike = entry(6, "Sarakab", match="family")
    assert choose([Named("Sarukub", (alike,))], {}) == [None]
    assert choose([Named("Sarukub", (alike,))], {"SYR": 2.0}) == [alike]


def test_what_is_said_to_hold_a_place_decides() -> None:
    north = entry(7, "Mill", admin1="North", at=(36.5, 37.0), people=50_000)
    south = entry(8, "Mill", admin1="South", at=(32.5, 36.0), people=2_000)
    area = entry(9, "South", "admin1", 300_000, admin1="South", at=(32.6, 36.1))
    assert choose([Named("Mill", (north, south), inside=1), Named("South", (area,))], {})[0] == south


def test_a_province_is_meant_where_it_is_called_one() -> None:
    town, area = entry(10, "Idl", people=128_000, admin1="Idl"), entry(11, "Idl", "admin1", 480_000, admin1="Idl")
    assert choose([Named("Idl", (area, town), "province")], {}) == [area]
    assert choose([Named("Idl", (area, town), "town")], {}) == [town]
    assert choose([Named("Idl", (area, town), prefers_area=True)], {}) == [area]
    assert choose([Named("Idl", (area, town), prefers_area=False)], {}) == [town]


def test_a_metropolis_is_no_village() -> None:
    big = entry(12, "Safi", people=200_000)
    assert choose([Named("Safi", (big,), "town", small=True)], {"SYR": 1.0}) == [None]


def test_a_river_is_no_town() -> None:
    assert choose([Named("Khab", (entry(13, "Khab"),), "water")], {"SYR": 1.0}) == [None]


def test_one_sense_per_report() -> None:
    here, there = entry(14, "Mill", at=(35.1, 36.1)), entry(15, "Mill", people=400_000, country="TUR", at=(40.0, 30.0))
    names = [Named("Syria", (SYRIA,)), Named("Mill", (there, here), inside=0), Named("Mill", (there, here))]
    assert choose(names, {"TUR": 0.5})[2] == here


def test_the_order_of_candidates_does_not_matter() -> None:
    names = [Named("Syria", (SYRIA,)), Named("Tripolis", (HOMS_ABROAD, HOMS_SYRIA))]
    turned = [names[0], Named("Tripolis", (HOMS_SYRIA, HOMS_ABROAD))]
    assert choose(names, {}) == choose(turned, {})


def test_weights_are_shares() -> None:
    weights = country_weights([Named("Syria", (SYRIA,))], {"TUR": 1.0})
    assert weights == {"SYR": 0.5, "TUR": 0.5}


def test_containment_and_distance() -> None:
    assert lies_in(HOMS_SYRIA, SYRIA)
    assert not lies_in(HOMS_ABROAD, SYRIA)
    assert 44 < kilometres(entry(16, "a"), HOMS_SYRIA) < 47
