"""Which place of a sentence an act is at, where the parse of the act leaves it open."""

from __future__ import annotations

from warledger.claims import event_location
from warledger.claims.coder import read_layers
from warledger.claims.event_location import judged
from warledger.claims.place_signs import Ruling, Sight, location_features
from warledger.claims.where import by_rules, places_of_sentence
from warledger.model import Report


def layers(text: str, number: int = 0):
    (coded,) = read_layers([Report(Report.make_id("1", None, None, text, None), text, source_id="1", language="en")])
    return coded.reading, coded.happenings[number]


class Sure:
    """A model that gives every place one probability."""

    def __init__(self, chance: float) -> None:
        self.chance = chance

    def probability(self, _features) -> float:
        return self.chance


def test_the_only_place_of_a_sentence_that_hangs_on_the_act_is_not_doubted(monkeypatch) -> None:
    reading, act = layers("Gunmen killed six people in Rafah.")
    ruling = by_rules(reading, act)
    assert ruling.own
    monkeypatch.setattr(event_location, "load_model", lambda _name: Sure(0.0))
    assert judged(reading, act.main, places_of_sentence(reading, act), ruling, alone=True) is ruling.place


def test_without_a_place_there_is_nothing_to_choose() -> None:
    reading, act = layers("Gunmen killed six people.")
    assert judged(reading, act.main, [], Ruling(None, False), alone=True) is None


def test_where_the_victim_lives_is_less_likely_than_where_he_was_shot() -> None:
    reading, act = layers("A farmer whose house is near Tikrit was shot dead in the market of Baquba.")
    places = places_of_sentence(reading, act)
    assert len(places) == 2
    chosen = judged(reading, act.main, places, Ruling(None, False), alone=True)
    assert chosen is not None
    assert "Baquba" in chosen.text


def test_a_most_unlikely_place_is_given_up_only_where_the_report_tells_no_other(monkeypatch) -> None:
    reading, act = layers("After talks in Cairo a farmer was shot dead near Rafah.")
    places = places_of_sentence(reading, act)
    ruling = Ruling(places[0], False)
    monkeypatch.setattr(event_location, "load_model", lambda _name: Sure(0.1))
    assert judged(reading, act.main, places, ruling, alone=True) is None
    assert judged(reading, act.main, places, ruling, alone=False) is places[0]


def test_against_what_hangs_on_the_act_another_place_must_be_likelier_than_not(monkeypatch) -> None:
    reading, act = layers("A farmer was shot dead near Rafah, in the south of Gaza City.")
    places = places_of_sentence(reading, act)
    last = places[-1]
    monkeypatch.setattr(event_location, "load_model", lambda _name: Sure(0.4))
    assert judged(reading, act.main, places, Ruling(last, True), alone=True) is last
    assert judged(reading, act.main, places, Ruling(last, False), alone=True) is places[0]


def test_an_area_that_stands_for_a_region_is_not_taken_for_what_was_told_before(monkeypatch) -> None:
    reading, act = layers("Fighting goes on in northeastern Syria. Rebels captured several positions in the region and killed nine soldiers.", -1)
    places = [mention for mention in reading.places if mention.definite]
    assert [mention.place.precision for mention in places] == ["region"]
    monkeypatch.setattr(event_location, "load_model", lambda _name: Sure(0.9))
    assert judged(reading, act.main, places, Ruling(None, False), alone=False) is None


def test_no_name_is_a_feature() -> None:
    reading, act = layers("Gunmen killed six people in Rafah, near Egypt, and fled to Rafah from Khan Younis.")
    places = places_of_sentence(reading, act)
    told = " ".join(feature for mention in places for feature in location_features(Sight(reading, act.main, places, mention, Ruling(None, False))))
    assert not any(name in told.lower() for name in ("rafah", "egypt", "khan", "younis"))


def test_what_the_rules_would_not_have_is_seen() -> None:
    reading, act = layers("The minister said in Ankara that a farmer was shot dead near Rafah.")
    places = places_of_sentence(reading, act)
    signs = [location_features(Sight(reading, act.main, places, mention, by_rules(reading, act))) for mention in places]
    assert ["is of somebody or elsewhere" in seen for seen in signs] == [True, False]
