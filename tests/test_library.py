"""The flow from a program: lists of records that carry their problems."""

from __future__ import annotations

from pathlib import Path

import pytest

import warledger as wl


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("Guns were heard in Arvandu before dawn, a nurse there said.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("", encoding="utf-8")
    return tmp_path


def test_one_folder_or_several_paths_are_read_alike(folder: Path) -> None:
    whole = wl.read(folder, published="2020-02-05", outlet="Arvandu Post")
    parts = wl.read([str(folder / "one.txt"), folder / "two.txt"], published="2020-02-05", outlet="Arvandu Post")
    assert [report.to_json() for report in whole] == [report.to_json() for report in parts]
    assert [report.day for report in whole] == ["2020-02-05"]
    assert whole[0].origin


def test_problems_are_beside_the_records(folder: Path) -> None:
    assert [problem.kind for problem in wl.read(folder).problems] == ["empty"]


def test_options_that_make_no_sense_are_refused(folder: Path) -> None:
    with pytest.raises(wl.WarledgerError, match="no date"):
        wl.read(folder, published="some day")


def test_claims_are_linked_and_become_a_frame() -> None:
    place = wl.Place("Arvandu", lat=35.9, lon=36.6, country="SYR")
    when = wl.TimeSpan("2020-02-04", "2020-02-04", "day", "on Tuesday")
    claim = wl.Claim("c_1", "r_1", "ASSAULT", mode="heavy-weapons", place=place, when=when)
    incidents = wl.link([claim])
    assert [incident.claims for incident in incidents] == [("c_1",)]
    assert incidents.problems == []
    assert list(wl.to_frame(incidents)["type"]) == ["ASSAULT"]
