"""The index is built whole or not at all, once per version, from the data of the packages and our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.errors import InstallationError
from warledger.gazetteer import Gazetteer, build, sources


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


def test_one_crowded_coast_does_not_draw_the_middle_of_a_wide_area_to_itself() -> None:
    coast = [(-27.0 + step / 1000, 153.0) for step in range(100)]
    inland = [(-27.0, 143.0), (-27.0, 146.0), (-27.0, 149.5)]
    _lat, lon, radius = sources.extent(coast + inland, "admin1")
    assert lon == pytest.approx(147.9, abs=0.1)
    assert radius > 450


def test_the_middle_of_a_small_province_is_where_its_people_live() -> None:
    lat, lon, _radius = sources.extent([(35.0, 36.0), (35.0, 36.1), (35.0, 36.2), (35.0, 36.9)], "admin1")
    assert (lat, lon) == (35.0, 36.3)


def test_the_middle_of_a_state_is_that_of_its_land_where_the_usual_point_is_far_off() -> None:
    _own, added = sources.own_rows()
    libya = sources.Row(2215636, "Libya", 25.0, 17.0, "LBY", None, None, "country", 7_000_000, 748.0)
    assert (sources.amend(libya, added).lat, libya.lon) == (27.0, 18.1)


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
