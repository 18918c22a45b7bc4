"""Reports and claims are answered as they are, and every mark shows words of the text."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient


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
