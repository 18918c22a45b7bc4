"""What lies under the incidents: our own names, and a base map of the user's own with exactly its address allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from warledger.api.application import create_app
from warledger.errors import UsageError
from warledger.settings import Settings, load

from .conftest import Get


def served(ledger: Path, **settings: str) -> TestClient:
    return TestClient(create_app(ledger, Settings(**settings)), base_url="http://127.0.0.1")  # type: ignore[arg-type]


def test_without_a_setting_the_page_asks_nobody_else(client: TestClient, get: Get) -> None:
    assert get("/base-map") == {"kind": "none", "address": None, "credit": None}
    assert "http" not in client.get("/").headers["Content-Security-Policy"]


@pytest.mark.parametrize(("address", "kind"), [
    ("https://tiles.example.org/styles/plain/style.json?key=abc", "style"), ("https://tiles.example.org/{z}/{x}/{y}.png", "raster"), ("https://tiles.example.org/world.pmtiles", "pmtiles")])
def test_the_policy_of_content_opens_for_the_set_address_and_no_other(example_ledger: Path, address: str, kind: str) -> None:
    with served(example_ledger, map_address=address, map_credit="Example") as client:
        assert client.get("/api/v1/base-map").json() == {"kind": kind, "address": address, "credit": "Example"}
        policy = client.get("/").headers["Content-Security-Policy"]
    opened = [part.split()[0] for part in policy.split("; ") if "https://tiles.example.org" in part.split()]
    assert opened == ["img-src", "connect-src"]
    assert policy.count("http") == 2


def test_an_address_that_would_break_out_of_the_policy_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARLEDGER_MAP_ADDRESS", "https://tiles.example.org/; script-src *")
    with pytest.raises(UsageError, match="WARLEDGER_MAP_ADDRESS"):
        load()


def test_names_of_places_come_as_geojson(client: TestClient) -> None:
    answer = client.get("/api/v1/labels", params={"box": "35,33,42,37", "zoom": 5})
    assert answer.headers["Content-Type"] == "application/geo+json"
    names = {one["properties"]["name"]: one for one in answer.json()["features"]}
    assert names["Syria"]["properties"]["level"] == "country"
    assert client.get("/api/v1/labels", params={"box": "1,2,3"}).status_code == 422
