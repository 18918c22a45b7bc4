"""A gazetteer of one's own holds the common one and the places of one's files, and nothing twice."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from warledger.errors import InstallationError, SourceError, UsageError
from warledger.gazetteer import Gazetteer
from warledger.gazetteer.extend import Sources, extend


def line(number: int, name: str, lat: float, lon: float, feature: str = "P.PPL", country: str = "SY", people: int = 0,
         alternate: str = "") -> str:
    """A line of GeoNames' main table."""
    class_, code = feature.split(".")
    return "\t".join([str(number), name, name, alternate, str(lat), str(lon), class_, code, country, "", "12", "", "", "", str(people), "", "350",
                      "Asia/Damascus", "2020-01-01"])


def archive(folder: Path, *lines: str, name: str = "SY") -> Path:
    """A zip as GeoNames publishes it: the table and a readme."""
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("readme.txt", "what the columns are\n")
        packed.writestr(f"{name}.txt", "\n".join(lines) + "\n")
    return path


def places(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_village_of_geonames_comes_in_with_its_province_and_its_spellings(small_world: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.sqlite"
    done = extend(own, Sources(geonames=[archive(tmp_path, line(7, "Tall an Nar", 35.4, 36.7, people=120, alternate="Tel el-Nar,تل النار"))]), base=small_world)
    assert (done.new, done.known, done.problems) == (1, 0, [])
    (found,) = Gazetteer.at(own).candidates("تل النار")
    assert (found.name, found.country, found.admin1, found.population, found.kind) == ("Tall an Nar", "SYR", "Idlib", 120, "city")
    assert Gazetteer.at(own).candidates("Idlib"), "the common gazetteer is in it"


def test_only_the_countries_asked_for_come_in(small_world: Path, tmp_path: Path) -> None:
    file = archive(tmp_path, line(7, "Near", 35.4, 36.7), line(8, "Farther", 50.0, 30.0, country="UA"), name="allCountries")
    extend(tmp_path / "own.sqlite", Sources(geonames=[file], countries=["sy"]), base=small_world)
    gazetteer = Gazetteer.at(tmp_path / "own.sqlite")
    assert gazetteer.known("Near")
    assert not gazetteer.known("Farther")


def test_a_hill_a_camp_and_a_ruin_are_told_apart_by_their_feature_code(small_world: Path, tmp_path: Path) -> None:
    file = archive(tmp_path, line(7, "Long Ridge", 35.4, 36.7, "T.HLL"), line(8, "Atma", 36.3, 36.7, "S.CMPRF"), line(9, "Old Town", 35.5, 36.6, "P.PPLQ"))
    extend(tmp_path / "own.sqlite", Sources(geonames=[file]), base=small_world)
    gazetteer = Gazetteer.at(tmp_path / "own.sqlite")
    assert [entry.kind for name in ("Long Ridge", "Atma") for entry in gazetteer.candidates(name)] == ["hill", "camp"]
    assert not gazetteer.known("Old Town"), "an abandoned place is none"


def test_what_geonames_has_under_a_known_number_gets_names_and_stays_where_it_is(small_world: Path, tmp_path: Path) -> None:
    done = extend(tmp_path / "own.sqlite", Sources(geonames=[archive(tmp_path, line(2, "Sarmad Hill Town", 10.0, 10.0))]), base=small_world)
    (found,) = Gazetteer.at(tmp_path / "own.sqlite").candidates("Sarmad Hill Town")
    assert (done.new, done.known, found.name, found.lat) == (0, 1, "Tall Sarmad", 35.2)


def test_a_listed_place_near_one_of_its_name_is_that_place(small_world: Path, tmp_path: Path) -> None:
    file = places(tmp_path, "name,lat,lon,aliases\nTall Sarmad,35.21,36.01,Sarmad Castle|Tel Sarmad Fort\nTall Sarmad,36.9,36.0,\n")
    done = extend(tmp_path / "own.sqlite", Sources(lists=[file]), base=small_world)
    gazetteer = Gazetteer.at(tmp_path / "own.sqlite")
    assert (done.new, done.known) == (1, 1), "one of its name 190 km away is another"
    assert [entry.geonames for entry in gazetteer.candidates("Sarmad Castle")] == [2]


def test_country_and_province_of_a_listed_place_are_those_of_the_nearest_town(small_world: Path, tmp_path: Path) -> None:
    file = places(tmp_path, "name,lat,lon\nHamlet,35.05,36.05\nOasis,20.0,10.0\n")
    extend(tmp_path / "own.sqlite", Sources(lists=[file]), base=small_world)
    gazetteer = Gazetteer.at(tmp_path / "own.sqlite")
    assert [(entry.country, entry.admin1) for name in ("Hamlet", "Oasis") for entry in gazetteer.candidates(name)] == [("SYR", "Idlib"), (None, None)]


def test_a_line_that_is_no_place_is_told_with_file_and_line_and_the_rest_comes_in(small_world: Path, tmp_path: Path) -> None:
    file = places(tmp_path, "name,lat,lon,kind,country\nGood,35.4,36.4,hill,SY\nBad,north,36.4,,\n,35,36,,\nHigh,95,36,,\nOdd,35,36,palace,\nLost,35,36,,Syria\n")
    table = archive(tmp_path, "not a line", line(7, "Fine", 35.4, 36.7), line(8, "", 35.4, 36.7), line(9, "Nowhere", 135.4, 36.7), line(10, "x", 1, 1).replace("\t0\t", "\tmany\t"))
    done = extend(tmp_path / "own.sqlite", Sources(geonames=[table], lists=[file]), base=small_world)
    told = [str(problem).removeprefix(f"{tmp_path}/") for problem in done.problems]
    assert [one.split(": ")[0] for one in told] == ["SY.zip/SY.txt:1", "SY.zip/SY.txt:3", "SY.zip/SY.txt:4", "SY.zip/SY.txt:5", "places.csv:3", "places.csv:4", "places.csv:5", "places.csv:6", "places.csv:7"]
    assert "lat must be a number from -90 to 90, not 'north'" in told[4]
    assert done.new == 2


def test_the_columns_of_a_list_can_be_named(small_world: Path, tmp_path: Path) -> None:
    file = places(tmp_path, "NAME_EN,Y,X\nHamlet,35.05,36.05\n")
    with pytest.raises(UsageError, match=r"no column for name, lat, lon; it has: NAME_EN, Y, X"):
        extend(tmp_path / "own.sqlite", Sources(lists=[file]), base=small_world)
    with pytest.raises(UsageError, match="no column 'Z'"):
        extend(tmp_path / "own.sqlite", Sources(lists=[file], columns={"name": "Z"}), base=small_world)
    with pytest.raises(UsageError, match="no field 'title'"):
        extend(tmp_path / "own.sqlite", Sources(lists=[file], columns={"title": "X"}), base=small_world)
    extend(tmp_path / "own.sqlite", Sources(lists=[file], columns={"name": "NAME_EN", "lat": "Y", "lon": "X"}), base=small_world)
    assert Gazetteer.at(tmp_path / "own.sqlite").known("Hamlet")


def test_the_same_places_in_any_order_give_the_same_bytes(small_world: Path, tmp_path: Path) -> None:
    rows = ["Hamlet,35.05,36.05,Hamlet One", "Orchard,35.06,36.05,", "Hamlet,35.051,36.05,Hamlet Two"]
    lines = [line(7, "Near", 35.4, 36.7), line(8, "Hill", 35.4, 36.7, "T.HLL")]
    made = []
    for turn in (1, -1):
        file, table = places(tmp_path, "\n".join(["name,lat,lon,aliases", *rows[::turn]]) + "\n"), archive(tmp_path, *lines[::turn])
        extend(tmp_path / "own.sqlite", Sources(geonames=[table], lists=[file]), base=small_world)
        made.append((tmp_path / "own.sqlite").read_bytes())
    assert made[0] == made[1]


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_left(small_world: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    (tmp_path / "latin.csv").write_bytes("name,lat,lon\nIdl\xefb,35,36\n".encode("latin-1"))
    for given, sentence in ((Sources(geonames=[tmp_path / "gone.txt"]), "cannot be read: no such file"), (Sources(geonames=[tmp_path / "broken.zip"]), "holds 0 tables"),
                            (Sources(lists=[tmp_path / "latin.csv"]), "not UTF-8")):
        with pytest.raises(SourceError, match=sentence):
            extend(tmp_path / "own.sqlite", given, base=small_world)
    with pytest.raises(InstallationError, match="cannot be written"):
        extend(tmp_path / "nowhere" / "own.sqlite", Sources(), base=small_world)
    assert not (tmp_path / "own.sqlite").exists()
    assert not list(tmp_path.glob("*.building"))


def test_a_gazetteer_that_is_missing_or_of_another_version_is_told(small_world: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gazetteer build"):
        Gazetteer.at(tmp_path / "own.sqlite")
    extend(tmp_path / "own.sqlite", Sources(), base=small_world)
    import sqlite3

    with sqlite3.connect(tmp_path / "own.sqlite") as connection:
        connection.execute("UPDATE about SET value = '0' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(InstallationError, match="another version"):
        Gazetteer.at(tmp_path / "own.sqlite")
