"""explain and score: a wrong number, report or folder is a sentence; the annotated sets are found where they usually are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warledger.commands import inspecting
from warledger.scoring import Score

Run = Callable[..., Any]

TEXT = "Rebels shelled the town of Saraqeb on Monday. Nobody was hurt, a doctor said."


def test_a_sentence_is_explained_layer_by_layer(warledger: Run, desk: Path) -> None:
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    done = warledger("explain", "one.txt", "--sentence", "1", "--published", "2020-02-05")
    assert (done.returncode, done.stderr) == (0, "")
    for layer in ("mentions", "clauses", "frames", "claims", "Saraqeb"):
        assert layer in done.stdout
    assert "doctor" not in done.stdout


@pytest.mark.parametrize(("arguments", "said"), [
    (["--sentence", "9"], "the report has 2 sentences; there is no number 9"),
    (["--report", "r_x"], "has no report 'r_x'"),
])
def test_what_is_not_in_the_report_is_a_sentence_and_2(warledger: Run, desk: Path, arguments: list[str], said: str) -> None:
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    done = warledger("explain", "one.txt", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, desk: Path) -> list[Path]:
    """The folders that a suite was asked to look into; no checkout is to be seen."""
    folders: list[Path] = []

    def run_suite(name: str, data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
        folders.append(data)
        return Score(name, 1, 0.0, {"found": 1.0})

    monkeypatch.setattr("warledger.scoring.run_suite", run_suite)
    monkeypatch.setattr(inspecting, "CHECKOUT", desk / "no" / "checkout")
    return folders


def test_the_annotated_sets_are_found_beside_the_working_folder(warledger: Run, desk: Path, asked: list[Path]) -> None:
    usual = desk.parent / "shared" / "data"
    usual.mkdir(parents=True)
    assert warledger("score", "seed").returncode == 0
    assert asked == [usual.resolve()]


def test_a_folder_that_is_named_goes_first(warledger: Run, desk: Path, asked: list[Path]) -> None:
    (desk.parent / "shared" / "data").mkdir(parents=True)
    warledger("score", "seed", "--data", "mine")
    assert asked == [Path("mine")]


def test_where_there_are_no_annotated_sets_it_is_said(warledger: Run, asked: list[Path]) -> None:
    done = warledger("score", "seed")
    assert (done.returncode, done.stdout, asked) == (2, "", [])
    assert "--data DIR says where they are" in done.stderr
