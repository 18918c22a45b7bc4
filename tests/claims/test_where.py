"""Layer 9: where it was: its own place, the narrower of two, or a place that a stated rule inferred."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "name", "country"),
    [
        ("Rebels attacked Taiz on Monday.", "ASSAULT", "Taiz", "YEM"),
        ("Rebels attacked the city of Goma on Monday.", "ASSAULT", "Goma", "COD"),
        ("A strike killed six people in Rafah.", "ASSAULT", "Rafah", "PSE"),
        ("Heavy fighting near Loikaw killed four soldiers.", "ASSAULT", "Loikaw", "MMR"),
        ("Rebels attacked a post in the village of Sarmin in Idlib province.", "ASSAULT", "Sarmin", "SYR"),
        ("A bomb exploded in the Karrada district of Baghdad.", "ASSAULT", "Karrada district", "IRQ"),
        ("The army entered Omdurman on Monday.", "TERRITORY", "Omdurman", "SDN"),
        ("Some 300,000 people fled their homes in North Kivu.", "DISPLACEMENT", "North Kivu", "COD"),
        ("The M23 rebels captured the city of Bukavu.", "TERRITORY", "Bukavu", "COD"),
    ],
)
def test_its_own_place_is_not_inferred(claim_of, sentence, type_, name, country):
    place = claim_of(sentence, type_).place
    assert (place.name, place.country, place.inferred) == (name, country, None)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ankara said two soldiers were killed in Idlib.", "Idlib"),
        ("Officials in Kyiv said that Russia struck Odesa.", "Odesa"),
        ("A London-based monitor said strikes killed nine people in Idlib.", "Idlib"),
        ("A monitor based in London said a strike killed five people in Idlib.", "Idlib"),
        ("Speaking in Geneva, the envoy said a blast killed six people in Aden.", "Aden"),
        ("Moscow said its forces shelled Kharkiv.", "Kharkiv"),
    ],
)
def test_the_seat_of_a_speaker_is_never_the_place(claim_of, sentence, name):
    assert claim_of(sentence).place.name == name


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("Strikes hit Kharkiv. Three people were killed.", "Kharkiv", "the same happening told before"),
        ("Shops closed in Aden on Monday. Gunmen killed a soldier.", "Aden", "the place told before"),
    ],
)
def test_a_place_from_elsewhere_says_by_which_rule(claims_of, text, name, rule):
    place = claims_of(text)[-1].place
    assert (place.name, place.inferred) == (name, rule)


def test_a_place_has_its_passage(claim_of):
    text = "A bomb exploded in the Karrada district of Baghdad."
    assert claim_of(text).quote("place") == "Karrada district"


def test_without_any_place_there_is_none(claim_of):
    assert claim_of("Gunmen killed a soldier.").place is None


def test_a_headline_is_where_its_report_tells_and_not_where_it_was_written(claims_of):
    claims = claims_of("DAMASCUS, Feb. 4 (Xinhua) -- Ten people were killed when a rocket hit a market in Aleppo.", title="Ten killed in strike on market")
    assert {claim.place.name for claim in claims} == {"Aleppo"}


def test_a_report_that_names_no_other_place_is_where_it_was_written(claims_of):
    claim, = claims_of("IDLIB (SANA) - Gunmen killed four policemen at a checkpoint on Monday.")
    assert claim.place.name.lower() == "idlib"


@pytest.mark.parametrize("title", ["Yemen fighting kills dozens", "Yemen gas attack kills nine", "Yemen blast kills five"])
def test_the_country_before_an_act_in_a_headline_is_where_it_was(claims_of, title):
    headline = claims_of("Shells hit a market in Taiz on Monday. Clashes broke out in Aden.", title=title)[0]
    assert (headline.place.name, headline.place.inferred, headline.initiators) == ("Yemen", None, ())


def test_the_background_of_a_war_was_in_its_country_not_in_the_town_of_the_news(claims_of):
    text = "Jets bombed Taiz in Yemen on Monday. Rebels shelled Aden on Monday. More than 9000 people were killed in 2016, the monitor said."
    last = claims_of(text)[-1]
    assert (last.stance, last.place.name) == ("historical", "Yemen")


def test_the_country_is_the_one_that_the_places_named_lie_in(claims_of):
    text = "Jets bombed Taiz and shelled Aden in Yemen on Monday. Qatar condemned the raids. The army killed six rebels in the country."
    killed = [claim for claim in claims_of(text) if claim.tallies][-1]
    assert killed.place.name == "Yemen"

@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The army launched an attack in northern Aleppo on Friday, targeting the Handarat camp.", "Handarat camp"),
        ("A car bomb in the Tarvin neighborhood in central Baghdad killed four people.", "Tarvin neighborhood"),
        ("Gunmen shot dead an elder in Mogadishu's Dorvale district.", "Dorvale district"),
        ("An activist was shot dead on Sunday in the Harare township of Dorvale.", "Dorvale"),
    ],
)
def test_of_two_places_the_finer_is_where_it_was(claim_of, sentence, name):
    assert claim_of(sentence).place.name == name


@pytest.mark.parametrize(
    "sentence",
    [
        "The coast is patrolled by warships from Britain.",
        "Hundreds of people protested against the war on Yemen.",
        "Troops from Kenya shelled the militants.",
        "The wounded soldier was shot on patrol and was taken to Amman.",
    ],
)
def test_where_somebody_comes_from_goes_to_or_protests_about_is_not_where_it_was(claims_of, sentence):
    assert claims_of(sentence)[0].place is None


def test_soldiers_patrol_where_they_are_present_in_force(claim_of):
    claim = claim_of("Soldiers patrolled Tikrit on Monday.", "MOBILIZE")
    assert claim.place.name == "Tikrit"


def test_anybody_may_take_to_the_streets(claim_of):
    assert claim_of("Another 1,500 demonstrated in Tunis on Monday.", "PROTEST").place.name == "Tunis"


def test_who_is_caught_may_be_known_by_name_alone(claim_of):
    assert claim_of("Police captured Ramon Velasquez in Bogota on Monday.", "COERCE").place.name == "Bogota"


def test_a_town_that_was_hit_is_the_place_and_not_the_land_that_it_lies_in(claims_of):
    assert {claim.place.name for claim in claims_of("Shells hit Nyala in Sudan on Monday.")} == {"Nyala"}
