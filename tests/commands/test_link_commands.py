"""`warledger link`: claims by itself, `train` and `anew` by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def ledger(warledger: Run, desk: Path) -> Path:
    rows = [{"id": f"{number}", "outlet": "Arvandu Post", "published": "2020-02-05", "text": f"The army shelled Arvandu, report {number} says."} for number in range(3)]
    (desk / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert warledger("run", "reports.jsonl", "--ledger", "war.db").returncode == 0
    return desk / "war.db"


def test_training_on_too_few_answers_is_refused_in_a_sentence_and_writes_nothing(warledger: Run, ledger: Path, desk: Path) -> None:
    (desk / "labels.csv").write_text("report,incident\n0,a\n1,a\n", encoding="utf-8")
    done = warledger("link", "train", "--ledger", ledger, "--labels", "labels.csv", "-o", "weights.json")
    assert done.returncode == 2
    assert "too few pairs to learn from: 1 of one happening and 0 of two" in done.stderr
    assert not (desk / "weights.json").exists()


def test_linking_anew_changes_nothing_where_nothing_changed(warledger: Run, ledger: Path) -> None:
    done = warledger("link", "anew", "--ledger", ledger)
    assert done.returncode == 0
    assert "1 incidents, of which 0 are new or changed; 0 are gone" in done.stderr


def test_weights_of_a_file_are_those_that_why_shows(warledger: Run, ledger: Path, desk: Path) -> None:
    (desk / "weights.json").write_text('{"made_by": "warledger link train", "limits": {}, "weights": {"place.same": 1.25}}', encoding="utf-8")
    (desk / "warledger.toml").write_text('[linkers.evidence]\nweights = "weights.json"\n', encoding="utf-8")
    (incident,) = [json.loads(line) for line in warledger("show", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()]
    assert "+1.2  the same place (Arvandu)" in warledger("why", incident["id"], "--ledger", ledger).stdout
