"""Which place of a sentence an act is at, where the parse of the act leaves it open."""

from __future__ import annotations

from warledger.claims.coder import read_layers
from warledger.claims.event_location import likeliest, location_features
from warledger.claims.where import by_rules, places_of_sentence
from warledger.model import Report


def layers(text: str):
    (coded,) = read_layers([Report(Report.make_id("1", None, None, text, None), text, source_id="1", language="en")])
    return coded.reading, coded.happenings[0]


def test_the_only_place_of_a_sentence_that_the_rules_take_stands() -> None:
    reading, act = layers("Gunmen killed six people in Rafah.")
    ruled, own = by_rules(reading, act)
    assert own
    assert ruled is not None
    assert likeliest(reading, act.main, places_of_sentence(reading, act), ruled, own) is None


def test_without_a_place_there_is_nothing_to_choose() -> None:
    reading, act = layers("Gunmen killed six people.")
    assert likeliest(reading, act.main, [], None, False) is None


def test_where_the_victim_lives_is_less_likely_than_where_he_was_shot() -> None:
    reading, act = layers("A farmer whose house is near Tikrit was shot dead in the market of Baquba.")
    places = places_of_sentence(reading, act)
    assert len(places) == 2
    chosen = likeliest(reading, act.main, places, None, False)
    assert chosen is not None
    assert "Baquba" in chosen.text


def test_no_name_is_a_feature() -> None:
    reading, act = layers("Gunmen killed six people in Rafah, near Egypt.")
    places = places_of_sentence(reading, act)
    told = " ".join(feature for mention in places for feature in location_features(reading, act.main, places, mention, None, False))
    assert "rafah" not in told.lower()
