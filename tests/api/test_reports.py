"""Reports and claims are answered as they are, and every mark shows words of the text."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from warledger.api.application import create_app
from warledger.model import Claim, Passage, Report
from warledger.store import Ledger, RunInfo


def test_every_report_and_claim_is_on_some_page(get: Any) -> None:
    for noun in ("reports", "claims"):
        ids, next_ = [], ""
        while True:
            page = get(f"/{noun}?limit=40{next_}")
            ids += [one["id"] for one in page["items"]]
            if page["next"] is None:
                break
            next_ = f"&next={page['next']}"
        assert len(ids) == len(set(ids)) > 40
        assert get(f"/{noun}/{ids[0]}")


def test_a_list_of_reports_leaves_their_texts_out(get: Any) -> None:
    assert all("text" not in one for one in get("/reports?limit=5")["items"])


def test_marks_stand_where_the_passages_are(get: Any) -> None:
    name = get("/reports?limit=1")["items"][0]["id"]
    read = get(f"/reports/{name}")
    quotes = {(claim["id"], one["field"], one["start"]): one["quote"] for claim in read["claims"] for one in claim["passages"]}
    assert read["marks"]
    for mark in read["marks"]:
        assert read["report"]["text"][mark["start"]:mark["end"]] == quotes[mark["claim"], mark["field"], mark["start"]]


def test_what_is_not_there_is_404(client: TestClient) -> None:
    for address in ("/reports/r_00000000", "/claims/c_00000000", "/nothing"):
        answer = client.get(f"/api/v1{address}")
        assert answer.status_code == 404, address
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert set(answer.json()) >= {"type", "title", "status", "detail"}


@pytest.fixture
def own(copied: Callable[[Path], Path], tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    """A client over a ledger of its own, and where that lies."""
    path = copied(tmp_path)
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        yield client, path


@pytest.mark.parametrize("noun", ["reports", "claims"])
def test_what_comes_in_between_two_pages_shifts_nothing(own: tuple[TestClient, Path], noun: str) -> None:
    client, path = own
    before = [one["id"] for one in client.get(f"/api/v1/{noun}?limit=200").json()["items"]]
    first = client.get(f"/api/v1/{noun}?limit=7").json()
    early = Report(id="r_0000000000000001", text="Guns shelled Beltash.", title="", published="1999-01-01", published_from="given")
    undated = Report(id="r_0000000000000002", text="Guns shelled Orsha.", title="")
    claims = [Claim(id=f"c_000000000000000{k}", report=one.id, type="ASSAULT", passages=(Passage("trigger", 5, 12, "shelled"),), coder="test") for k, one in enumerate((early, undated))]
    with Ledger.open(path) as ledger:
        ledger.add([early, undated], claims, run=RunInfo("2026-01-01T00:00:00Z", "test"))
    second = client.get(f"/api/v1/{noun}?limit=193&next={first['next']}").json()
    assert [one["id"] for one in (*first["items"], *second["items"])] == before[:200]
    assert client.get(f"/api/v1/{noun}?limit=2").json()["items"][0]["id"] in ("r_0000000000000002", "c_0000000000000001"), "what has no day comes first"


def test_a_page_goes_on_behind_what_has_no_day(own: tuple[TestClient, Path]) -> None:
    client, path = own
    undated = [Report(id=f"r_000000000000000{k}", text=f"Guns shelled Orsha {k}.", title="") for k in range(3)]
    with Ledger.open(path) as ledger:
        ledger.add(undated, run=RunInfo("2026-01-01T00:00:00Z", "test"))
    first = client.get("/api/v1/reports?limit=2").json()
    second = client.get(f"/api/v1/reports?limit=2&next={first['next']}").json()
    assert [one["id"] for one in first["items"]] == [one.id for one in undated[:2]]
    assert second["items"][0]["id"] == undated[2].id
    assert second["items"][1]["published"] is not None


def test_a_claim_that_went_between_two_pages_breaks_no_list(own: tuple[TestClient, Path]) -> None:
    client, path = own
    every = [one["id"] for one in client.get("/api/v1/claims?limit=200").json()["items"]]
    first = client.get("/api/v1/claims?limit=5").json()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE claims SET superseded_run = (SELECT max(number) FROM runs) WHERE id = ?", (every[4],))
    second = client.get(f"/api/v1/claims?limit=5&next={first['next']}").json()
    assert [one["id"] for one in second["items"]] == every[5:10]


@pytest.mark.parametrize("key", [["2020-02-01"], ["2020-02-01", 5, 3, "c_0"], [5, "r_0", 1, "c_0"], ["2020-02-01", "r_0", 10**30, "c_0"], ["2020-02-01", "r_0", True, "c_0"], "c_0", {}, None, ["2020-02-01", {}, 1, []]])
def test_a_next_that_no_page_gave_is_refused(client: TestClient, key: object) -> None:
    raw = base64.urlsafe_b64encode(json.dumps([1, "claims", key]).encode()).decode().rstrip("=")
    answer = client.get(f"/api/v1/claims?next={raw}")
    assert answer.status_code == (422 if key is not None else 200), answer.text


def test_a_next_of_another_list_is_refused(client: TestClient, get: Any) -> None:
    assert client.get(f"/api/v1/claims?next={get('/reports?limit=1')['next']}").status_code == 422


def test_reports_and_claims_are_asked_as_of_a_day_too(get: Any) -> None:
    assert get("/claims?as_of=2001-01-01")["items"] == get("/reports?as_of=2001-01-01")["items"] == []
    assert get("/claims?as_of=2100-01-01")["items"] == get("/claims")["items"]
