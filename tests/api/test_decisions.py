"""Analysts decide over the API: at once, for good, and never over each other's head."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from warledger import flow
from warledger.api import identity
from warledger.api.application import create_app
from warledger.questioning import asked, doubtful
from warledger.store import Ledger

# Weighing takes seconds; on a machine that does much else, many of them.
PATIENCE_S = 240


class Named:
    """Access for whoever a header names."""

    def person(self, request: Request) -> identity.Person:
        return identity.Person(request.headers.get("X-Who", "Ada"), "viewer" if request.headers.get("X-Who") == "Vera" else "analyst", "t")


class Desk:
    """The API as one analyst uses it."""

    def __init__(self, client: TestClient, who: str, path: Path) -> None:
        self.client, self.who, self.path = client, who, path

    def get(self, address: str, status: int = 200) -> Any:
        answer = self.client.get(f"/api/v1{address}", headers={"X-Who": self.who})
        assert answer.status_code == status, answer.text
        return answer.json()

    def post(self, status: int = 201, **wish: Any) -> Any:
        answer = self.client.post("/api/v1/decisions", json=wish, headers={"X-Who": self.who, "X-CSRF-Token": "t"})
        assert answer.status_code == status, answer.text
        return answer.json()

    def decide(self, act: str, *incidents: dict[str, Any], status: int = 201, more: tuple[str, ...] = (), **rest: Any) -> Any:
        wish = {"act": act, "subjects": [*(one["id"] for one in incidents), *more], "on": {one["id"]: one["revision"] for one in incidents}}
        return self.post(status, **wish | rest)

    def incidents(self) -> list[dict[str, Any]]:
        return list(self.get("/incidents?limit=200&order=oldest")["items"])


@pytest.fixture
def ada(copied: Callable[[Path], Path], tmp_path: Path) -> Iterator[Desk]:
    path = copied(tmp_path)
    with TestClient(create_app(path, access=Named()), base_url="http://127.0.0.1") as client:
        yield Desk(client, "Ada", path)


@pytest.fixture
def ben(ada: Desk) -> Desk:
    return Desk(ada.client, "Ben", ada.path)


def test_a_merge_shows_at_once_and_the_id_that_went_leads_to_the_one_that_stayed(ada: Desk) -> None:
    before = ada.incidents()
    one, other = before[0], before[1]
    made = ada.decide("same", one, other, why="one blast, two names")
    after = {each["id"] for each in ada.incidents()}
    assert made["linked"]
    assert len(after) == len(before) - 1
    assert made["now"][one["id"]] == made["now"][other["id"]]
    assert set(ada.get(f"/incidents/{made['now'][one['id']]}")["incident"]["claims"]) >= {*ada.get(f"/incidents/{one['id']}")["incident"]["claims"]}
    (logged,) = ada.get("/decisions")["items"]
    assert (logged["decision"]["who"], logged["decision"]["why"], logged["holds"]) == ("Ada", "one blast, two names", True)


def test_undoing_a_merge_brings_both_back_and_the_log_keeps_both(ada: Desk) -> None:
    before = ada.incidents()
    made = ada.decide("same", before[0], before[1])
    ada.post(undoes=made["decision"]["id"])
    assert {each["id"] for each in ada.incidents()} == {each["id"] for each in before}
    newest, oldest = ada.get("/decisions")["items"]
    assert newest["decision"]["undoes"] == oldest["decision"]["id"]
    assert (oldest["holds"], oldest["undone"], oldest["by_who"]) == (False, True, "Ada")
    assert "taken that back already" in ada.post(409, undoes=made["decision"]["id"])["detail"]


def test_a_decision_holds_through_another_run(ada: Desk, tmp_path: Path) -> None:
    one, other = ada.incidents()[:2]
    made = ada.decide("same", one, other)
    report = tmp_path / "new.txt"
    report.write_text("Beltash, 9 February 2020. Guns shelled Beltash on Sunday and killed two shepherds, a doctor said.")
    with Ledger.open(ada.path) as ledger:
        list(flow.run([str(report)], ledger))
    assert ada.get(f"/incidents/{one['id']}")["incident"]["id"] == ada.get(f"/incidents/{other['id']}")["incident"]["id"] == made["now"][one["id"]]


def test_claims_are_parted_from_an_incident_together_by_one_decision(ada: Desk) -> None:
    big = next(one for one in sorted(ada.incidents(), key=lambda one: -one["claims"]))
    claims = ada.get(f"/incidents/{big['id']}")["incident"]["claims"]
    away = claims[-2:]
    made = ada.decide("different", big, more=tuple(away))
    left = {claim: one["id"] for one in ada.incidents() for claim in ada.get(f"/incidents/{one['id']}")["incident"]["claims"]}
    assert not {left.get(claim) for claim in away} & {left.get(claim) for claim in claims[:-2]}
    assert made["decision"]["held"][away[0]] == away
    ada.post(undoes=made["decision"]["id"])
    assert ada.get(f"/incidents/{big['id']}")["incident"]["claims"] == claims


def test_to_part_everything_is_refused_in_words(ada: Desk) -> None:
    big = max(ada.incidents(), key=lambda one: one["claims"])
    claims = ada.get(f"/incidents/{big['id']}")["incident"]["claims"]
    assert "some of its claims and not all" in ada.decide("different", big, more=tuple(claims), status=422)["detail"]


def test_a_rejected_incident_is_gone_and_a_confirmed_one_is_not_linked_anew(ada: Desk) -> None:
    one, other = ada.incidents()[:2]
    assert ada.decide("reject", one)["now"] == {one["id"]: None}
    ada.get(f"/incidents/{one['id']}", status=410)
    made = ada.decide("confirm", other)
    assert not made["linked"]
    assert ada.get(f"/incidents/{other['id']}")["summary"] == other


def test_a_field_is_corrected_in_words_and_what_the_record_cannot_take_is_refused(ada: Desk) -> None:
    one = next(one for one in ada.incidents() if one["when"])
    ada.decide("correct", one, field="when", value="2020-02-20")
    now = ada.get(f"/incidents/{one['id']}")
    assert now["incident"]["when"]["start"] == "2020-02-20"
    assert "An analyst set when" in now["incident"]["why"]
    seen = now["summary"]
    for field, value, said in (("when", "soon", "is no day"), ("grade", "splendid", "a grade is one of"), ("claims", [], "can be corrected"), ("place", {"name": [[[]]]}, "place cannot be"),
                               ("when", 5, "is no day"), ("mode", "tickle", "codebook has no")):
        assert said in ada.decide("correct", seen, field=field, value=value, status=422)["detail"]


def test_a_figure_of_a_claim_is_corrected_and_the_incident_says_the_new_one(ada: Desk) -> None:
    one = next(one for one in ada.incidents() if one["killed"] and one["claims"] == 1)
    (claim,) = ada.get(f"/incidents/{one['id']}")["incident"]["claims"]
    tallies = ada.get(f"/claims/{claim}")["tallies"]
    changed = [tally | {"low": 77, "high": 77, "best": 77} if tally["what"] == "killed" else tally for tally in tallies]
    ada.post(act="correct", subjects=[claim], field="tallies", value=changed, on={one["id"]: one["revision"]})
    assert ada.get(f"/incidents/{one['id']}")["summary"]["killed"]["best"] == 77


def test_whoever_decides_on_what_another_has_changed_is_told_what_is_new(ada: Desk, ben: Desk) -> None:
    one, other, third = ada.incidents()[:3]
    ben.decide("same", one, other, why="same street")
    gone, stayed = (one, other) if ada.get(f"/incidents/{one['id']}")["incident"]["id"] == other["id"] else (other, one)
    refused = ada.decide("confirm", stayed, status=409)
    assert "Ben" in refused["detail"]
    assert "same street" in refused["detail"]
    assert "came in" in refused["detail"]
    assert refused["changed"][0]["revision"] > stayed["revision"]
    assert f"it went into {stayed['id']}" in ada.decide("same", gone, third, status=409)["detail"]
    assert len(ada.get("/decisions")["items"]) == 1, "nothing was written"


def test_ones_own_changes_are_no_news(ada: Desk) -> None:
    one, other = ada.incidents()[:2]
    ada.decide("same", one, other)
    ada.decide("confirm", one)
    ada.decide("unsure", other)


def test_a_decision_that_changed_nothing_is_news_to_whoever_tells_how_far_they_have_seen(ada: Desk, ben: Desk) -> None:
    one = ada.incidents()[0]
    run = ada.get(f"/decisions?subject={one['id']}")["run"]
    ben.decide("confirm", one)
    assert "Ben: confirm" in ada.decide("reject", one, run=run, status=409)["detail"]
    ada.decide("reject", one, run=ada.get(f"/decisions?subject={one['id']}")["run"])


def test_a_decision_on_an_incident_names_the_revision_that_was_looked_at(ada: Desk) -> None:
    one = ada.incidents()[0]
    assert one["id"] in ada.post(428, act="confirm", subjects=[one["id"]])["detail"]
    assert "never had a revision 99" in ada.post(422, act="confirm", subjects=[one["id"]], on={one["id"]: 99})["detail"]


def test_notes_are_kept_and_decide_nothing(ada: Desk, ben: Desk) -> None:
    one = ada.incidents()[0]
    ben.post(act="note", subjects=[one["id"]], why="the mayor's own page has photographs")
    assert "must say something" in ada.post(422, act="note", subjects=[one["id"]], why=" ")["detail"]
    (kept,) = ada.get(f"/decisions?subject={one['id']}&act=note")["items"]
    assert (kept["decision"]["who"], kept["decision"]["why"]) == ("Ben", "the mayor's own page has photographs")
    assert ada.get(f"/incidents/{one['id']}")["summary"] == one


def test_the_log_goes_page_by_page_and_by_who(ada: Desk, ben: Desk) -> None:
    for at, one in enumerate(ada.incidents()[:5]):
        (ben if at % 2 else ada).decide("confirm", one)
    found, next_ = [], ""
    while True:
        page = ada.get(f"/decisions?limit=2{next_}")
        found += [one["decision"]["id"] for one in page["items"]]
        if page["next"] is None:
            break
        next_ = f"&next={page['next']}"
    assert len(found) == len(set(found)) == page["total"] == 5
    assert ada.get("/decisions?who=Ben")["total"] == 2


def test_viewers_may_not_decide(ada: Desk) -> None:
    one, vera = ada.incidents()[0], Desk(ada.client, "Vera", ada.path)
    refused = ada.client.post("/api/v1/decisions", json={"act": "confirm", "subjects": [one["id"]], "on": {one["id"]: one["revision"]}}, headers={"X-Who": "Vera", "X-CSRF-Token": "t"})
    assert refused.status_code in (401, 403)
    assert "the queue is for analysts" in vera.get("/queue", status=403)["detail"]
    assert vera.get("/decisions")["items"] == []


def test_agreement_between_analysts_is_a_kappa_or_the_reason_why_not(ada: Desk, ben: Desk) -> None:
    assert "no two analysts" in ada.get("/decisions/agreement")["why"]
    for at, one in enumerate(ada.incidents()[:12]):
        ada.decide("unsure" if at % 3 else "confirm", one)
        ben.decide("unsure" if at % 2 else "confirm", one)
        if at == 1:
            assert "2 common subjects" in ada.get("/decisions/agreement")["pairs"][0]["why"]
    (pair,) = ada.get("/decisions/agreement")["pairs"]
    assert pair["subjects"] == 12
    assert pair["kappa"] == pytest.approx((6 / 12 - (4 * 6 + 8 * 6) / 144) / (1 - (4 * 6 + 8 * 6) / 144))


def weighed(desk: Desk, query: str = "") -> dict[str, Any]:
    deadline = time.monotonic() + PATIENCE_S
    while (found := desk.get(f"/queue?limit=200{query}"))["weighing"]:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return dict(found)


def test_the_queue_asks_what_the_terminal_asks(ada: Desk) -> None:
    from warledger.questioning import questions_of

    with Ledger.open(ada.path, read_only=True) as ledger:
        expected = questions_of(ledger, {one.id: one for one in ledger.incidents()}, {one.id: one for one in ledger.claims()})
    found = weighed(ada)
    assert found["total"] == len(expected)
    assert [tuple(one["subjects"]) for one in found["items"]] == [one.subjects for one in expected[:200]]


def test_a_queue_that_says_it_is_whole_has_the_pairs_that_were_weighed_while_it_was_made(ada: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weighing ends after the questions were taken and before they are answered: what has no pairs yet must not say that no more come."""
    weighed(ada)
    expected = ada.get("/queue?limit=200")["total"]
    of_server = ada.client.app.state.asking
    of_server.pairs, of_server.weighed_at = [], -1
    begun, go = threading.Event(), threading.Event()

    def slowly(*given: Any) -> Any:
        begun.set()
        assert go.wait(30)
        return doubtful(*given)

    def asked_meanwhile(*given: Any) -> Any:
        found = asked(*given)
        assert begun.wait(30)
        go.set()
        of_server._weighing.join(30)
        return found

    monkeypatch.setattr("warledger.api.queue.doubtful", slowly)
    monkeypatch.setattr("warledger.api.queue.asked", asked_meanwhile)
    first = ada.get("/queue?limit=200")
    assert first["weighing"] or first["total"] == expected
    assert weighed(ada)["total"] == expected


def test_by_weight_comes_first_what_most_rides_on(ada: Desk) -> None:
    found = weighed(ada, "&order=weight")["items"]
    weights = [one["uncertainty"] * one["stakes"] for one in found]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > weights[-1]


def test_the_queue_keeps_to_the_view_and_forgets_what_was_decided(ada: Desk) -> None:
    everything = weighed(ada)
    some = weighed(ada, "&type=ASSAULT/aerial")
    assert 0 < some["total"] < everything["total"]
    question = next(one for one in everything["items"] if one["kind"] == "whole")
    (incident,) = question["incidents"]
    ada.decide("confirm", incident)
    assert question["subjects"] not in [one["subjects"] for one in weighed(ada)["items"]]


def test_a_second_reader_is_asked_what_others_decided_and_not_told_how(ada: Desk, ben: Desk) -> None:
    one = ada.incidents()[0]
    ada.decide("confirm", one)
    (question,) = weighed(ben, "&second=true")["items"]
    assert question["subjects"] == [one["id"]]
    assert question["decided"] is None
    assert "confirm" not in question["why"]
    assert weighed(ada, "&second=true")["items"] == []


def test_a_type_is_corrected_with_its_mode_by_one_decision(ada: Desk) -> None:
    one = next(one for one in ada.incidents() if one["type"] == "ASSAULT" and one["mode"])
    ada.decide("correct", one, field="type", value="TERRITORY/capture")
    now = ada.get(f"/incidents/{one['id']}")["incident"]
    assert (now["type"], now["mode"]) == ("TERRITORY", "capture")
    (logged,) = ada.get("/decisions")["items"]
    ada.post(undoes=logged["decision"]["id"])
    back = ada.get(f"/incidents/{one['id']}")["incident"]
    assert (back["type"], back["mode"]) == (one["type"], one["mode"])


def test_a_type_whose_mode_the_codebook_lacks_is_refused(ada: Desk) -> None:
    one = ada.incidents()[0]
    assert "codebook has no AGREE/aerial" in ada.decide("correct", one, field="type", value="AGREE/aerial", status=422)["detail"]


def test_a_place_that_no_claim_tells_is_taken_from_the_gazetteer_with_a_reason(ada: Desk) -> None:
    one = next(one for one in ada.incidents() if one["place"])
    (found, *_others) = ada.get("/places?name=Palmyra&country=SYR")["items"]
    assert "say why" in ada.decide("correct", one, field="place", value=found["place"], status=422)["detail"]
    ada.decide("correct", one, field="place", value=found["place"], why="the mayor's photographs show the ruins")
    now = ada.get(f"/incidents/{one['id']}")
    assert now["summary"]["place"]["lat"] == found["place"]["lat"]
    assert "An analyst set place" in now["incident"]["why"]
    (logged,) = ada.get("/decisions")["items"]
    assert (logged["decision"]["value"]["name"], logged["decision"]["why"]) == (found["place"]["name"], "the mayor's photographs show the ruins")


def test_a_point_is_a_place_too_and_one_off_the_earth_is_refused(ada: Desk) -> None:
    one = next(one for one in ada.incidents() if one["place"])
    (point,) = ada.get("/places?name=35.861,%2036.81")["items"]
    ada.decide("correct", one, field="place", value=point["place"] | {"name": "the bakery", "radius_km": 0.2}, why="a video of the place")
    seen = ada.get(f"/incidents/{one['id']}")["summary"]
    assert (seen["place"]["name"], seen["place"]["lat"], seen["place"]["radius_km"]) == ("the bakery", 35.861, 0.2)
    for part, said in (({"lat": 135.0}, "degrees"), ({"lat": None}, "degrees"), ({"radius_km": -1.0}, "radius"), ({"precision": "pinpoint"}, "precision"), ({"name": " "}, "name")):
        assert said in ada.decide("correct", seen, field="place", value=point["place"] | part, why="x", status=422)["detail"]
