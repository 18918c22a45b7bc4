"""What a name may mean, from the real index (built at the first run on a machine)."""

from __future__ import annotations

import pickle
import time

import pytest

from warledger.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(("name", "geonames"), [
    ("Saraqeb", 164816), ("Saraqib", 164816), ("Serakeb", 164816), ("سراقب", 164816),
    ("Khan Sheikhoun", 168325), ("Khan Shaykhun", 168325), ("خان شيخون", 168325),
    ("Deir Ezzor", 170794), ("Deir ez-Zor", 170794), ("Dayr az Zawr", 170794), ("Deir Azzour", 170794),
    ("Hasakeh", 173811), ("Hasaka", 173811), ("Al-Hasakah", 173811),
    ("Lattakia", 173576), ("Latakia", 173576), ("Quneitra", 173334), ("Raqa", 172955), ("Kobani", 172256),
    ("Kiev", 703448), ("Kyiv", 703448), ("Sana'a", 71137), ("El Fasher", 379555),
])
def test_every_spelling_finds_its_town(gazetteer: Gazetteer, name: str, geonames: int) -> None:
    assert geonames in {entry.geonames for entry in gazetteer.candidates(name)}


def test_four_spellings_of_maarat_al_numan_find_one_town(gazetteer: Gazetteer) -> None:
    spellings = ("Maarat al-Numan", "Maaret al-Nu'man", "Maarrat al-Nu'man", "معرة النعمان")
    towns = {entry.geonames for name in spellings for entry in gazetteer.candidates(name) if entry.kind == "city"}
    assert len(towns) == 1


def test_an_exact_match_comes_before_the_family(gazetteer: Gazetteer) -> None:
    assert {entry.match for entry in gazetteer.candidates("Saraqeb")} == {"exact"}
    assert {entry.match for entry in gazetteer.candidates("Serakeb")} == {"family"}


def test_a_town_and_its_province_are_two_entries(gazetteer: Gazetteer) -> None:
    by_kind = {entry.kind: entry for entry in gazetteer.candidates("Idlib") if entry.country == "SYR"}
    assert by_kind["city"].radius_km < 10 < by_kind["admin1"].radius_km
    assert by_kind["city"].admin1 == by_kind["admin1"].name == "Idlib"


def test_what_geonames_lacks_is_ours(gazetteer: Gazetteer) -> None:
    for name in ("Castello Road", "Sheikh Maqsoud", "Bab al-Hawa", "Eastern Ghouta", "Donbas", "Sahel", "Euphrates"):
        assert gazetteer.candidates(name)[0].radius_km > 0


def test_hama_is_not_al_hameh(gazetteer: Gazetteer) -> None:
    assert "al-Hameh" not in {entry.name for entry in gazetteer.candidates("Hama")}


def test_the_spanish_article_is_kept(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("El Paso")[0].country == "USA"
    assert "USA" not in {entry.country for entry in gazetteer.candidates("Paso")}


@pytest.mark.parametrize("name", ["", "  ", "-", "Xyzzyq", "'"])
def test_what_is_no_name_is_not_known(gazetteer: Gazetteer, name: str) -> None:
    assert not gazetteer.known(name)


def test_demonyms_and_capitals(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonym("Syrian") == "SYR"
    assert gazetteer.demonym("French") == "FRA"
    assert gazetteer.demonym("Turkmen") is None
    capital = gazetteer.capital("SYR")
    assert capital is not None
    assert capital.geonames == 170654


def test_a_worker_process_gets_its_own_connection(gazetteer: Gazetteer) -> None:
    gazetteer.candidates("Aleppo")
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.candidates("Aleppo") == gazetteer.candidates("Aleppo")


def test_a_look_up_takes_less_than_a_millisecond(gazetteer: Gazetteer) -> None:
    names = [f"Tall {letter}ab{other}ah" for letter in "bdfhkmnrs" for other in "dlmnr"]
    gazetteer.candidates("warm up")
    begin = time.process_time()
    for name in names:
        gazetteer.candidates(name)
    assert (time.process_time() - begin) / len(names) < 0.001
