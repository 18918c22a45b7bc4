"""The places of a sentence: which words are places, which place each is, and how far that is known."""

from __future__ import annotations

import functools

import pytest

from warledger.claims.mentions import PlaceMention
from warledger.claims.places.finder import PlaceFinder, PlaceHints
from warledger.claims.text.parsing import load_language


@functools.cache
def finder() -> PlaceFinder:
    return PlaceFinder()


def find(text: str, taken: tuple[tuple[int, int], ...] = (), hints: PlaceHints | None = None) -> list[PlaceMention]:
    doc = load_language()(text)
    mentions = finder().find(doc, taken, hints or PlaceHints())
    for mention in mentions:
        assert doc.text[mention.start:mention.end] == mention.text
        assert 0 <= mention.head < len(doc)
    return mentions


def named(text: str) -> list[str]:
    return [mention.place.name for mention in find(text) if not mention.definite]


def only(text: str, name: str) -> PlaceMention:
    (mention,) = [one for one in find(text) if name in one.text and not one.definite]
    return mention


def test_a_town_in_a_province_is_inside_it_and_the_province_is_an_area() -> None:
    town, province = find("Rockets fell on Saraqeb in Idlib on Sunday, residents said.")
    assert (town.place.geonames, town.place.admin1, town.place.precision) == (164816, "Idlib", "town")
    assert province.place.precision == "province"
    assert town.inside == province.head


@pytest.mark.parametrize(("text", "name", "precision"), [
    ("Shells fell on Idlib city overnight.", "Idlib", "town"),
    ("Shells fell on Idlib province overnight.", "Idlib", "province"),
    ("Ten people were killed in Idlib on Monday.", "Idlib", "province"),
    ("Ten people were killed in Aleppo on Monday.", "Aleppo", "town"),
    ("Ten people were killed in Homs governorate on Monday.", "Homs", "province"),
    ("Planes bombed the Sheikh Maqsoud neighbourhood of Aleppo.", "Sheikh Maqsoud", "exact"),
    ("Trucks crossed at Bab al-Hawa in Syria.", "Bab al-Hawa", "exact"),
    ("Troops were sent to northeastern Syria.", "northeastern Syria", "region"),
    ("Fighting goes on in Syria.", "Syria", "country"),
    ("Fighting goes on in the countryside of Aleppo.", "Aleppo", "district"),
])
def test_precision_follows_the_wording(text: str, name: str, precision: str) -> None:
    assert only(text, name).place.precision == precision


def test_a_possessive_without_its_apostrophe_is_found() -> None:
    assert named("Planes bombed Syrias Idlib on Monday.")[:1] == ["Syria"]
    mention = only("The army took Aleppos eastern districts on Monday.", "Aleppo")
    assert mention.text == "Aleppo"


@pytest.mark.parametrize("text", [
    "The Syrian army said Russian planes had helped.",
    "The Aleppo Media Centre published the video.",
    "The Washington Post reported it.",
    "Turkey-backed rebels left on Friday in March.",
    "Rebels Say Hope Is Lost.",
    "They said that all was well.",
])
def test_what_is_no_place(text: str) -> None:
    assert named(text) == []


def test_a_person_is_no_country() -> None:
    assert "Jordan" not in named("Coach Michael Jordan said he was glad. Later Jordan left the room.")


def test_names_that_actors_hold_are_no_places() -> None:
    text = "The Free Army of Idlib met reporters in Aleppo."
    start = text.index("Free")
    mentions = find(text, ((start, text.index(" met")),))
    assert [mention.place.name for mention in mentions] == ["Aleppo"]


def test_a_state_may_be_actor_and_place_at_once() -> None:
    text = "Turkey shelled Manbij in Syria."
    assert "Turkey" in [mention.place.name for mention in find(text, ((0, 6),))]


def test_an_unknown_village_keeps_its_name_and_its_province() -> None:
    mention = only("Two died in the village of Tal Qwerty in Hama province.", "Qwerty")
    assert (mention.place.name, mention.place.lat, mention.place.country, mention.place.admin1) == (
        "Tal Qwerty", None, "SYR", "Hama")


def test_the_beginning_of_an_unknown_name_is_not_a_place() -> None:
    assert named("Rebels took the town of Deir al-Qwerty in Daraa province.") == ["Deir al-Qwerty", "Daraa province"]


def test_distance_and_direction_give_a_point_with_an_error() -> None:
    mention = only("A convoy was hit 20 km south of Raqqa in Syria.", "south of Raqqa")
    assert mention.relative
    assert mention.place.relative is not None
    assert (mention.place.relative.distance_km, mention.place.relative.bearing) == (20.0, 180.0)
    assert mention.place.lat == pytest.approx(35.77, abs=0.02)


def test_a_distance_in_two_units_is_read_once() -> None:
    mention = only("It lies 30 kilometres (19 miles) north of Homs in Syria.", "north of Homs")
    assert mention.place.relative is not None
    assert mention.place.relative.distance_km == 30.0


def test_a_road_between_two_towns_is_one_place() -> None:
    (mention,) = find("They cut the Raqqa-Hasakeh road on Monday.")
    assert mention.place.relative is not None
    assert mention.place.precision == "district"


def test_the_town_is_the_one_just_named() -> None:
    text = "Troops entered Manbij in Syria on Monday. Fighters in the town had left."
    (town,) = [mention for mention in find(text) if mention.definite]
    assert town.place.name == "Manbij"
    assert town.place.inferred == "definite description"
    assert town.antecedent == next(mention.head for mention in find(text) if mention.text == "Manbij")


def test_the_capital_of_a_nation_is_known_without_its_name() -> None:
    (mention,) = find("A bomb went off in the Syrian capital.")
    assert (mention.place.geonames, mention.definite) == (170654, True)


def test_the_capital_told_of_a_province_is_its_own() -> None:
    text = "Rebels entered Idlib province in Syria. They want to take the entire province where part of the capital is under siege."
    assert [mention.place.name for mention in find(text) if mention.text == "capital"] == ["Idlib"]


def test_a_list_of_villages_is_a_list_of_places() -> None:
    assert named("They bombed the villages of Kafr Nabl, Hass and Taftanaz in Idlib province.")[:3] == [
        "Kafr Nabl", "Hass", "Taftanaz"]


def test_hints_from_outside_choose_among_namesakes() -> None:
    text = "Police closed the bridge in Tripoli on Monday."
    lebanon = find(text, hints=PlaceHints(("LBN", "LBN", "LBN")))[0].place.country
    libya = find(text, hints=PlaceHints(("LBY", "LBY", "LBY")))[0].place.country
    assert (lebanon, libya) == ("LBN", "LBY")


def test_the_preposition_hangs_the_place_to_its_clause() -> None:
    text = "They fled from the city of Aleppo to Idlib province in Syria."
    assert [mention.preposition for mention in find(text)] == ["from", "to", "in"]


def test_the_same_report_gives_the_same_places() -> None:
    text = "Clashes near Palmyra and in Deir Ezzor, Syria, killed ten. The area is a desert."
    assert find(text) == find(text)


@pytest.mark.parametrize("text", ["", " ", "…", "\n\n", "12345", "A", "the town", "of of of", "Aleppo", "\u200f"])
def test_odd_texts_do_no_harm(text: str) -> None:
    find(text)


def test_the_country_of_a_report_that_names_only_its_parts_is_the_country() -> None:
    country = find("A strike hit Saraqeb in northern Syria. The army fought rebels across the country.")[-1]
    assert (country.place.name, country.place.precision, country.definite) == ("Syria", "country", True)


def test_what_somebody_is_in_is_a_place_whatever_the_name_looks_like() -> None:
    assert named("Crowds demonstrated in Beslan, calling for his resignation.") == ["Beslan"]


def test_bosnia_is_a_country() -> None:
    assert only("Peacekeepers patrolled Bosnia for years.", "Bosnia").place.country == "BIH"


@pytest.mark.parametrize(("text", "name"), [
    ("Twelve people were killed in Garamba Kuya, a small village near the border.", "Garamba Kuya"),
    ("A mine went off at Tolmeshti, some 30 kilometers from the capital.", "Tolmeshti"),
    ("Soldiers raided Gidan Wusule, a remote town in the north.", "Gidan Wusule"),
])
def test_what_stands_behind_a_name_may_say_that_it_is_a_place(text: str, name: str) -> None:
    assert name in named(text)


def test_a_man_told_by_his_village_is_no_place() -> None:
    assert named("Peter Garamb, a village elder, was killed on Sunday.") == []


def test_an_unknown_name_is_a_place_where_the_model_takes_it_for_one_and_people_stand_in_it() -> None:
    assert "Ishkonwala" in named("Two men were shot dead in Ishkonwala on Sunday.")
    assert named("Parliament met Ishkonwala on Sunday.") == []
    assert "Ishkonwala" in named("Government troops captured Ishkonwala on Sunday.")
    assert "Ishkonwala" in named("Hundreds of people marched to Ishkonwala on Sunday.")


def test_what_is_captured_is_a_town_of_that_name_and_who_is_captured_somewhere_is_none() -> None:
    assert named("Her fighters captured Rutshuru in late October.") == ["Rutshuru"]
    assert named("American forces captured Mahmud on Monday in Iraq.") == ["Iraq"]


@pytest.mark.parametrize("text", ["Shells hit a clinic near Mali's second city, Gao, on Monday.", "A blast tore through the northern town, Gao."])
def test_a_settlements_name_in_apposition_is_a_place(text):
    assert "Gao" in named(text)
