"""The index is built whole or not at all, once per version, from the data of the packages and our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warledger.errors import InstallationError
from warledger.gazetteer import Gazetteer, build, sources

CITY = {"latitude": 35.0, "longitude": 36.0, "countrycode": "SY", "population": 1000, "admin1code": "12",
        "timezone": "Asia/Damascus"}
COUNTRY = {"geonameid": 163843, "name": "Syria", "iso3": "SYR", "areakm2": 185180, "population": 17_000_000,
           "capital": "Damascus"}


@pytest.fixture
def small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two towns in one province of one country, in the shapes of the packages."""
    data = tmp_path / "data"
    for folder in ("subdivisions", "cities", "countries"):
        (data / folder).mkdir(parents=True)
    cities = {"1": CITY | {"geonameid": 1, "name": "Idlib", "alternatenames": ["Idleb", "yi de li bo", "IDB", "إدلب"]},
              "2": CITY | {"geonameid": 2, "name": "Tall Sarmad", "latitude": 35.2, "alternatenames": []}}
    (data / "cities500.json").write_text(json.dumps(cities), encoding="utf-8")
    (data / "countries.json").write_text(json.dumps({"SY": COUNTRY}), encoding="utf-8")
    profile = {"ISO": {"alpha3": "SYR"}, "latlng": [35, 38], "demonym": "Syrian", "altSpellings": []}
    (data / "syria.json").write_text(json.dumps(profile), encoding="utf-8")
    (data / "subdivisions" / "subdivisions.tsv").write_text(
        "Idlib\tSY-ID\tSY.12\t3\tProvince\tIdlib Governorate\t1\t\t212\n", encoding="utf-8")
    (data / "cities" / "cities.tsv").write_text("Idlib\t1\t1\t212\nTall Sarmad\t2\t1\t212\n", encoding="utf-8")
    (data / "countries" / "countries.tsv").write_text(
        "Syrian Arab Republic\tSY\tSYR\t163843\t\tSyria\tSūriyā\t760\t\t\t\n", encoding="utf-8")
    monkeypatch.setattr(sources, "package_folder", lambda package: data)
    monkeypatch.setattr(sources, "own_rows", lambda: ([], {}))
    return tmp_path / "cache" / "index.sqlite"


def test_the_index_is_built_once_and_reports_its_progress(small_world: Path) -> None:
    told: list[float] = []
    first = Gazetteer.open(small_world, lambda stage, share: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0
    told.clear()
    Gazetteer.open(small_world, lambda stage, share: told.append(share))
    assert told == []
    assert [entry.kind for entry in first.candidates("Syria")] == ["country"]
    assert first.demonym("Syrian") == "SYR"


def test_a_province_shares_the_spellings_of_its_namesake(small_world: Path) -> None:
    kinds = {entry.kind for entry in Gazetteer.open(small_world).candidates("Idleb")}
    assert kinds == {"admin1", "city"}


def test_a_province_is_an_area_around_its_towns(small_world: Path) -> None:
    (province,) = [entry for entry in Gazetteer.open(small_world).candidates("Idlib") if entry.kind == "admin1"]
    assert (province.lat, province.radius_km) == (35.1, sources.DEFAULT_AREA_KM["admin1"])


def test_names_that_only_machines_write_are_left_out(small_world: Path) -> None:
    gazetteer = Gazetteer.open(small_world)
    assert not gazetteer.known("yi de li bo")
    assert not gazetteer.known("IDB")
    assert gazetteer.known("إدلب")


def test_nothing_is_left_of_a_build_that_fails(small_world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> dict[str, object]:
        raise InstallationError("gone")

    monkeypatch.setattr(sources, "read_countries", broken)
    with pytest.raises(InstallationError):
        Gazetteer.open(small_world)
    assert list(small_world.parent.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InstallationError, match="WARLEDGER_CACHE"):
        build.ensure_index(tmp_path / "file" / "index.sqlite")


def test_an_unsound_index_is_told(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_text("no database", encoding="utf-8")
    with pytest.raises(InstallationError, match="unsound"):
        Gazetteer.open(path).candidates("Idlib")


def test_the_cache_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WARLEDGER_CACHE", str(tmp_path / "here"))
    assert build.cache_folder() == tmp_path / "here"
    monkeypatch.delenv("WARLEDGER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert build.cache_folder() == tmp_path / "warledger"
    assert build.index_path().parent == tmp_path / "warledger"
