"""Every answer carries what keeps a hostile report or page from doing anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from warledger.api import safety
from warledger.api.application import create_app


@pytest.mark.parametrize("address", ["/api/v1/incidents", "/api/v1/incidents?type=NO", "/api/v1/nothing", "/", "/incidents/i_1", "/api/v1/openapi.json"])
def test_every_answer_allows_only_what_is_ours(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["Content-Security-Policy"] == safety.POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe" not in safety.POLICY
    assert "http" not in safety.POLICY


def test_another_host_name_on_this_machine_is_refused(example_ledger: Path) -> None:
    with TestClient(create_app(example_ledger), base_url="http://evil.example") as client:
        answer = client.get("/api/v1/incidents")
        assert answer.status_code == 421
        assert answer.headers["Content-Type"] == "application/problem+json"
    for name in ("localhost:8470", "127.0.0.1:8470", "[::1]:8470", "[::1]"):
        with TestClient(create_app(example_ledger), base_url="http://127.0.0.1") as client:
            assert client.get("/api/v1/facets", headers={"Host": name}).status_code == 200, name


@pytest.mark.parametrize("query", ["since=2020-13-01", "since=2020-02-05&until=2020-02-01", "type=FOO", "grade=sure", "box=1,2,3", "box=a,b,c,d", "box=0,50,10,40", "limit=0", "limit=100000", "order=best", "text=" + "x" * 300])
def test_a_filter_that_makes_no_sense_is_told_in_words(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/incidents?{query}")
    assert answer.status_code == 422
    assert len(answer.json()["detail"]) > 10


@pytest.mark.parametrize("words", ['"', "*", "AND OR NOT", "a NEAR b", "text:x", "'; DROP TABLE reports; --", "\x00"])
def test_no_search_can_fail(client: TestClient, words: str) -> None:
    assert client.get("/api/v1/incidents", params={"text": words}).status_code == 200


def test_a_bug_is_told_as_one_and_nothing_of_it_is_shown(example_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(example_ledger)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr("warledger.store.survey.Survey.mask", broken)
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        answer = client.get("/api/v1/incidents")
    assert answer.status_code == 500
    assert "secret" not in answer.text
