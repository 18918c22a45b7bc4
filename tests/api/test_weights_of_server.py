"""A server weighs by the weights that its settings name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from warledger.api.application import create_app
from warledger.api.holding import Holding
from warledger.api.queue import Asking
from warledger.incidents.trained import MADE_BY
from warledger.incidents.weights import load_weights
from warledger.settings import Settings

MOVED = 0.25


@pytest.fixture
def ledger(copied: Callable[[Path], Path], tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a file of weights in which one place counts a little more."""
    file = tmp_path / "weights.json"
    ours = load_weights().weights["place.same"]
    file.write_text(json.dumps({"made_by": MADE_BY, "limits": {}, "weights": {"place.same": ours + MOVED}}), encoding="utf-8")
    return Settings(linkers={"evidence": {"weights": str(file)}})


def test_why_is_told_by_the_weights_of_the_server(ledger: Path, settings: Settings) -> None:
    def same_place(chosen: Settings | None) -> set[float]:
        with TestClient(create_app(ledger, chosen), base_url="http://127.0.0.1") as client:
            items = client.get("/api/v1/incidents?order=origins&limit=5").json()["items"]
            told = [client.get(f"/api/v1/incidents/{one['id']}/why").json()["grounds"] for one in items]
        return {reason["weight"] for grounds in told for pair in (*grounds["joined"], *grounds["refused"]) for reason in pair["reasons"]
                if reason["kind"] == "place.same"}

    ours = load_weights().weights["place.same"]
    assert ours in same_place(None)
    assert ours + MOVED in same_place(settings)
    assert ours not in same_place(settings)


def test_the_queue_weighs_by_the_weights_of_the_server(ledger: Path, settings: Settings) -> None:
    def scores(chosen: Settings) -> dict[tuple[str, str], float]:
        held = Holding(ledger, chosen)
        asking = Asking(held.path, held.settings)
        asking.questions()
        assert asking._weighing is not None
        asking._weighing.join()
        return {(pair.one, pair.other): pair.score for pair in asking.pairs}

    assert scores(settings) != scores(Settings())
