"""A small world in the shapes of the packages: two towns in one province of one country."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warledger.gazetteer import sources

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
