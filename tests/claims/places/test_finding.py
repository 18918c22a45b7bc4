"""`gazetteer find` shows the choice that the coder makes, with its reasons."""

from __future__ import annotations

from warledger.claims.places.finding import find
from warledger.gazetteer import Gazetteer


def test_what_else_is_named_decides_between_namesakes() -> None:
    gazetteer = Gazetteer.open()
    winners = [find(gazetteer, "Tripoli", beside=[other])[0].entry.country for other in ("Beirut", "Benghazi")]
    assert winners == ["LBN", "LBY"]


def test_a_place_that_a_name_is_said_to_lie_in_weighs_and_is_named_as_the_reason() -> None:
    first = find(Gazetteer.open(), "al-Bab", inside="Aleppo")[0]
    assert (first.wins, first.entry.admin1) == (True, "Aleppo")
    assert "said to lie in" in dict(first.reasons)
    assert abs(first.score - sum(dict(first.reasons).values())) < 0.01


def test_a_small_namesake_on_another_continent_is_not_weighed_and_says_why() -> None:
    found = find(Gazetteer.open(), "Tripoli", countries=["LBN"])
    other = next(one for one in found if one.entry.country == "USA")
    assert other.refused == "nothing else that is named makes it likely"
    assert not other.wins


def test_a_name_that_nothing_makes_likely_has_no_winner() -> None:
    assert not any(one.wins for one in find(Gazetteer.open(), "Manchester, Iowa") or find(Gazetteer.open(), "Alburnett"))
