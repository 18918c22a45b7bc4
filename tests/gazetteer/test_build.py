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
