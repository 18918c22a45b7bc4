"""What changed since a run, what ended and where it went, and the ledger as it was known at a moment."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from warledger.api.application import create_app
from warledger.model import Incident
from warledger.store import Ledger
from warledger.store.runs import RunInfo

FIRST, SECOND = "2020-03-01T10:00:00Z", "2020-03-05T10:00:00Z"


@dataclasses.dataclass
class Changed:
    """A ledger of two runs: in the second one incident got another grade, one went into it, one ended, all others stayed."""

    path: Path
    changed: Incident
    merged: Incident
    ended: Incident
    before: int
    client: TestClient

    def get(self, address: str) -> Any:
        answer = self.client.get(f"/api/v1{address}")
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory, copied: Callable[[Path], Path]) -> Iterator[Changed]:
    path = copied(tmp_path_factory.mktemp("changed"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE runs SET at = ?", (FIRST,))
    with Ledger.open(path) as ledger:
        before = ledger.survey().run
        whole = list(ledger.incidents())
        heir, merged, ended = [one for one in whole if one.grade == "weak" and one.place is not None][:3]
        rest = [one for one in whole if one.id not in (heir.id, merged.id, ended.id)]
        grown = dataclasses.replace(heir, grade="fair", claims=tuple(sorted({*heir.claims, *merged.claims})), supersedes=(merged.id,))
        ledger.replace_incidents([*rest, grown], run=RunInfo(at=SECOND))
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        yield Changed(path, heir, merged, ended, before, client)


def test_only_what_changed_since_a_run_is_told_with_what_ended_and_where_it_went(changed: Changed) -> None:
    page = changed.get(f"/incidents?modified_since={changed.before}")
    assert [one["id"] for one in page["items"]] == [changed.changed.id]
    assert page["totals"]["incidents"] == 1
    assert {one["id"]: one["redirect"] for one in page["ended"]} == {changed.merged.id: changed.changed.id, changed.ended.id: None}
    assert {one["at"] for one in page["ended"]} == {SECOND}
    nothing = changed.get(f"/incidents?modified_since={page['run']}")
    assert (nothing["items"], nothing["ended"], nothing["left"]) == ([], [], [])


def test_what_changed_and_left_the_filters_is_told_as_that(changed: Changed) -> None:
    page = changed.get(f"/incidents?modified_since={changed.before}&grade=weak")
    assert page["items"] == []
    assert page["left"] == [changed.changed.id]


def test_without_modified_since_nothing_is_said_of_what_ended(changed: Changed) -> None:
    page = changed.get("/incidents")
    assert (page["ended"], page["left"]) == (None, None)


def test_an_instant_stands_for_the_run_before_the_one_that_may_have_been_under_way(changed: Changed) -> None:
    assert [one["id"] for one in changed.get("/incidents?modified_since=2020-03-05T11:00:00Z")["items"]] == [changed.changed.id]
    assert changed.get("/incidents?modified_since=2020-02-01")["totals"] == changed.get("/incidents")["totals"]
    answer = changed.client.get("/api/v1/incidents?modified_since=yesterday")
    assert answer.status_code == 422
    assert "yesterday" in answer.json()["detail"]


def test_the_list_and_the_counts_are_those_of_the_moment(changed: Changed) -> None:
    now, then = changed.get("/incidents?limit=200"), changed.get("/incidents?limit=200&as_of=2020-03-02")
    assert then["totals"]["incidents"] == now["totals"]["incidents"] + 2
    assert then["run"] == changed.before
    facets = changed.get("/facets?as_of=2020-03-02")
    assert facets["totals"] == then["totals"]
    weak = {one["key"]: one["count"] for one in facets["facets"]["grade"]}["weak"]
    assert weak == {one["key"]: one["count"] for one in changed.get("/facets")["facets"]["grade"]}["weak"] + 3
    assert sum(one["incidents"] for one in changed.get("/histogram?as_of=2020-03-02")["days"]) >= sum(one["incidents"] for one in changed.get("/histogram")["days"])
    placed = {shown["properties"]["count"] for shown in changed.get("/map?as_of=2020-03-02")["features"]}
    assert placed


def test_before_the_first_run_nothing_was_known(changed: Changed) -> None:
    assert changed.get("/incidents?as_of=2020-02-29")["totals"]["incidents"] == 0
    assert changed.get("/map?as_of=2020-02-29")["features"] == []


def test_an_incident_is_as_it_was_then_and_leads_nowhere_that_was_not_yet(changed: Changed) -> None:
    then = changed.get(f"/incidents/{changed.changed.id}?as_of=2020-03-02")
    assert (then["summary"]["grade"], then["summary"]["revision"], len(then["revisions"])) == ("weak", 1, 1)
    now = changed.get(f"/incidents/{changed.changed.id}")
    assert (now["summary"]["grade"], len(now["revisions"])) == ("fair", 2)
    assert changed.get(f"/incidents/{changed.merged.id}?as_of=2020-03-02")["summary"]["id"] == changed.merged.id
    assert changed.get(f"/incidents/{changed.merged.id}")["summary"]["id"] == changed.changed.id
    assert changed.client.get(f"/api/v1/incidents/{changed.ended.id}").status_code == 410
    assert changed.get(f"/incidents/{changed.ended.id}?as_of=2020-03-02")["summary"]["id"] == changed.ended.id


def test_exports_are_of_the_moment_too(changed: Changed) -> None:
    then = {one["id"] for one in changed.get("/incidents.json?as_of=2020-03-02")}
    assert {changed.merged.id, changed.ended.id} <= then
    claims = {one["id"] for one in changed.get("/claims.json?as_of=2020-03-02")}
    assert set(changed.ended.claims) <= claims
    assert not set(changed.ended.claims) <= {one["id"] for one in changed.get("/claims.json")}


def test_a_moment_that_is_none_is_refused(changed: Changed) -> None:
    for address in ("/incidents?as_of=2020-13", "/facets?as_of=x", f"/incidents/{changed.changed.id}?as_of=%00"):
        assert changed.client.get(f"/api/v1{address}").status_code == 422, address
    answer = changed.client.get(f"/api/v1/incidents?as_of=2020-03-02&modified_since={changed.before}")
    assert answer.status_code == 422
    assert "leave as_of out" in answer.json()["detail"]
