"""What a score says, and when it is under its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warledger.errors import KnowledgeError, UsageError
from warledger.scoring import SUITES, Floor, Score, load_floors, run_suite

SCORE = Score("claims", 24, 3.14159, {"f1_core": 0.5, "unknown_reports": 0, "place": None})


def test_json_holds_suite_documents_seconds_and_metrics_only() -> None:
    told = json.loads(SCORE.held_to([Floor("f1_core", at_least=0.4)]).to_json())
    assert told == {"suite": "claims", "n": 24, "seconds": 3.14, "metrics": {"f1_core": 0.5, "unknown_reports": 0, "place": None}}


@pytest.mark.parametrize(
    ("floor", "ok"),
    [
        (Floor("f1_core", at_least=0.5), True),
        (Floor("f1_core", at_least=0.51), False),
        (Floor("unknown_reports", at_most=0), True),
        (Floor("unknown_reports", at_most=-1), False),
        (Floor("place", at_least=0.0), False),
        (Floor("no_such_metric", at_least=0.0), False),
    ],
)
def test_a_metric_under_its_floor_or_not_measured_fails_the_score(floor: Floor, ok: bool) -> None:
    held = SCORE.held_to([floor])
    assert held.ok is ok
    assert ok or floor.metric in held.under[0]


def test_the_table_for_people_shows_a_floor_beside_its_metric() -> None:
    text = str(SCORE.held_to([Floor("f1_core", at_least=0.45)]))
    assert "0.500   (floor 0.45)" in text
    assert "place            –" in text


def test_the_floors_of_the_checkout_are_of_suites_that_exist(checkout: Path) -> None:
    assert set(load_floors(checkout / "benchmarks" / "floors.toml")) <= set(SUITES)


def test_a_floor_that_is_no_number_names_the_file_and_the_metric(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[claims]\nf1_core = "high"\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"floors\.toml: \[claims\] f1_core"):
        load_floors(path)


def test_a_suite_that_does_not_exist_is_refused_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="seed, claims, fresh, coded, unseen, judged, aside, reading"):
        run_suite("poetry", tmp_path)


def test_a_limit_that_leaves_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="limit"):
        run_suite("seed", tmp_path, limit=0)


@pytest.mark.parametrize("suite", SUITES)
def test_data_that_are_not_there_are_named(suite: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not there"):
        run_suite(suite, tmp_path)
