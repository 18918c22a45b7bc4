"""The commands about places, as their user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warledger.cli import run


def test_a_list_goes_in_and_a_name_of_it_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "villages.csv").write_text("name,lat,lon\nTall Wahmi,35.5,36.5\nBroken,here,36\n", encoding="utf-8")
    own = tmp_path / "own.sqlite"
    assert run(["gazetteer", "build", "--csv", str(tmp_path / "villages.csv"), "-o", str(own)]) == 0
    told = capsys.readouterr().err
    assert "villages.csv:3: Broken: lat must be a number" in told
    assert "1 new places, 0 that were known and got names; 1 lines were no place" in told
    settings = tmp_path / "warledger.toml"
    settings.write_text(f'[coders.rules]\ngazetteer = "{own}"\n', encoding="utf-8")
    assert run(["--settings", str(settings), "gazetteer", "find", "Tal Wahmi", "--country", "SYR", "--json"]) == 0
    (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (found["entry"]["name"], found["wins"]) == ("Tall Wahmi", True)


def test_a_winner_stands_first_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", "find", "Tripoli", "--beside", "Beirut"]) == 0
    first, reasons = capsys.readouterr().out.splitlines()[:2]
    assert first.startswith("-> Tripoli (city; North Lebanon, LBN")
    assert "near what else is named" in reasons


def test_a_name_that_is_no_place_is_said_to_stay_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", "find", "Xyzzyburgh"]) == 0
    assert "a claim keeps the name, without coordinates" in capsys.readouterr().out


def test_a_build_without_files_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", "build", "-o", str(tmp_path / "own.sqlite")]) == 2
    assert "--geonames FILE or --csv FILE" in capsys.readouterr().err
