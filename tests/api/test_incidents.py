"""The list of incidents and one of them, as the page asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from warledger.store import Ledger


def everything(get: Any, address: str) -> list[dict[str, Any]]:
    """All items of a list, page by page."""
    found, next_ = [], ""
    while True:
        page = get(f"{address}&limit=7{next_}")
        found += page["items"]
        if page["next"] is None:
            return found
        next_ = f"&next={page['next']}"


def test_pages_hold_every_incident_once(get: Any, example_ledger: Path) -> None:
    with Ledger.open(example_ledger, read_only=True) as ledger:
        known = {incident.id for incident in ledger.incidents()}
    for order in ("newest", "oldest", "deaths", "origins"):
        ids = [one["id"] for one in everything(get, f"/incidents?order={order}")]
        assert len(ids) == len(known)
        assert set(ids) == known


def test_an_order_is_kept_over_pages(get: Any) -> None:
    days = [one["start"] for one in everything(get, "/incidents?order=newest")]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days == dated + [None] * (len(days) - len(dated)), "what has no day comes last"
    killed = [(one["killed"] or {}).get("best") or 0 for one in everything(get, "/incidents?order=deaths")]
    assert killed == sorted(killed, reverse=True)


def test_totals_are_of_all_that_is_asked_for_and_not_of_the_page(get: Any) -> None:
    page = get("/incidents?limit=1&type=ASSAULT")
    assert page["totals"]["incidents"] == len(everything(get, "/incidents?type=ASSAULT"))
    assert page["totals"]["origins"] <= page["totals"]["reports"] <= page["totals"]["claims"]


def test_filters_are_those_of_the_command_line(get: Any, example_ledger: Path) -> None:
    from warledger.store import Filter

    with Ledger.open(example_ledger, read_only=True) as ledger:
        for query, wanted in (("place=saraqeb", Filter(place="saraqeb")), ("place=syria", Filter(place="syria")), ("since=2020-02-05&until=2020-02-06", Filter(since="2020-02-05", until="2020-02-06")),
                              ("type=ASSAULT/aerial", Filter(type="ASSAULT/aerial")), ("text=hospital", Filter(text="hospital"))):
            assert {one["id"] for one in everything(get, f"/incidents?{query}")} == {one.id for one in ledger.incidents(wanted)}, query


def test_an_incident_is_answered_whole_with_who_says_what(get: Any) -> None:
    first = get("/incidents?order=origins&limit=1")["items"][0]
    whole = get(f"/incidents/{first['id']}")
    assert whole["summary"] == first
    assert len(whole["claims"]) == first["claims"] == len(whole["incident"]["claims"])
    assert {report["id"] for report in whole["reports"]} == {claim["record"]["report"] for claim in whole["claims"]}
    assert "killed" in {row["field"] for row in whole["matrix"]["rows"]} or first["killed"] is None
    assert whole["revisions"][-1]["revision"] == first["revision"]


def test_an_incident_that_never_was_is_404_and_one_that_is_no_id_422(client: TestClient) -> None:
    assert client.get("/api/v1/incidents/i_00000000").status_code == 404
    assert client.get("/api/v1/incidents/xyz").status_code == 422


def test_a_next_of_another_list_is_refused_in_words(client: TestClient, get: Any) -> None:
    next_ = get("/incidents?limit=1&order=oldest")["next"]
    for given, sentence in ((next_, "another order"), ("%%%", "not what a page gave"), ("AAAA", "not what a page gave")):
        answer = client.get(f"/api/v1/incidents?order=newest&next={given}")
        assert answer.status_code == 422
        assert sentence in answer.json()["detail"]


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/incidents?limit=2")
    again = client.get("/api/v1/incidents?limit=2", headers={"If-None-Match": first.headers["ETag"]})
    other = client.get("/api/v1/incidents?limit=3", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)
