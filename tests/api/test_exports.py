"""A file from the screen is the file of the command line, for what the screen shows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from warledger.api import exports
from warledger.commands import views
from warledger.settings import Settings
from warledger.store import Filter, Ledger


def of_the_command(ledger: Path, name: str, kind: str) -> bytes:
    out = io.BytesIO()
    with Ledger.open(ledger, read_only=True) as opened:
        views.export(opened, kind, Filter(), name, out, Settings())
    return out.getvalue()


@pytest.mark.parametrize("batch", [1000, 7])
def test_an_export_of_everything_is_that_of_the_command_in_any_batches(client: TestClient, example_ledger: Path, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(exports, "BATCH", batch)
    assert client.get("/api/v1/incidents.csv").content == of_the_command(example_ledger, "csv", "incidents")
    assert client.get("/api/v1/incidents.jsonl").content == of_the_command(example_ledger, "jsonl", "incidents")
    assert client.get("/api/v1/incidents.geojson").json() == json.loads(of_the_command(example_ledger, "geojson", "incidents"))


def test_json_is_one_array_of_the_lines(client: TestClient) -> None:
    for kind in ("incidents", "claims", "reports"):
        lines = [json.loads(line) for line in client.get(f"/api/v1/{kind}.jsonl").text.splitlines()]
        assert client.get(f"/api/v1/{kind}.json").json() == lines
        assert len({one["id"] for one in lines}) == len(lines) > 20


def test_what_is_filtered_is_what_is_exported(client: TestClient) -> None:
    total = client.get("/api/v1/incidents?type=ASSAULT/aerial&limit=1").json()["totals"]["incidents"]
    answer = client.get("/api/v1/incidents.csv?type=ASSAULT/aerial")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == total > 0
    assert {row["mode"] for row in rows} == {"aerial"}
    assert answer.headers["Content-Disposition"] == 'attachment; filename="warledger-incidents.csv"'


def test_an_export_of_nothing_is_an_empty_file_of_its_kind(client: TestClient) -> None:
    nothing = "?until=1900-01-01"
    assert len(client.get(f"/api/v1/claims.csv{nothing}").text.splitlines()) == 1
    assert client.get(f"/api/v1/incidents.json{nothing}").json() == []
    assert client.get(f"/api/v1/incidents.geojson{nothing}").json()["features"] == []


def test_a_format_that_there_is_not_is_told(client: TestClient) -> None:
    assert client.get("/api/v1/incidents.xlsx").status_code in (404, 422)
