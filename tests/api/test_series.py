"""A series over the API is that of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from warledger import chronicle
from warledger.incidents.series import KINDS
from warledger.store import Filter, Ledger


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("query", [{}, {"place": "Saraqeb"}, {"since": "2020-02-05", "until": "2020-02-05"}, {"speaker": "no such person"}])
def test_the_entries_are_those_of_the_command(get: Any, example_ledger: Path, kind: str, query: dict[str, str]) -> None:
    with Ledger.open(example_ledger, read_only=True) as ledger:
        expected = [entry.to_dict() for entry in chronicle.entries(ledger, kind, Filter(**query))]
    asked = "&".join(f"{name}={value}" for name, value in query.items()).replace(" ", "%20")
    answer = get(f"/series/{kind}?limit=5000&{asked}")
    import json

    assert answer["entries"] == json.loads(json.dumps(expected))
    assert answer["more"] is False


def test_every_entry_has_its_sources(get: Any) -> None:
    for entry in get("/series/control")["entries"]:
        assert all(source["claim"].startswith("c_") for one in entry["held"] for source in one["sources"])
        assert all(one["sources"] for one in entry["held"])


def test_a_narrow_page_says_that_there_is_more(get: Any) -> None:
    assert get("/series/control?limit=1")["more"] is True


def test_a_series_that_there_is_not_is_told(client: TestClient) -> None:
    assert client.get("/api/v1/series/weather").status_code == 422
    assert client.get("/api/v1/series/control?since=2020-02-02&until=2020-02-01").status_code == 422
