"""Saved searches, and the Atom feed of each."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from warledger.api.accounts import Accounts
from warledger.api.application import create_app
from warledger.api.feeds import UNWRITABLE
from warledger.api.identity import Person, Role
from warledger.api.people import People
from warledger.api.saved import Saved, beside, query_of, wanted_of
from warledger.store import Ledger
from warledger.store.survey import Wanted

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def ledger(copied: Callable[[Path], Path], tmp_path: Path) -> Path:
    """A copy of the examples' ledger, with nothing beside it."""
    return copied(tmp_path)


@pytest.fixture
def mine(ledger: Path) -> Iterator[TestClient]:
    """Whoever is at this machine, with what their changes must carry."""
    with TestClient(create_app(ledger), base_url="http://127.0.0.1") as client:
        client.headers["X-CSRF-Token"] = client.get("/api/v1/session").json()["token"]
        yield client


class Several:
    """A server for several people; who asks is in a header."""

    def person(self, request: Request) -> Person:
        name, _colon, role = request.headers.get("who", "ada:analyst").partition(":")
        known: dict[str, Role] = {"viewer": "viewer", "analyst": "analyst", "admin": "admin"}
        return Person(name, known[role], "token", signed_in=True)


@pytest.fixture
def several(ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(ledger, access=Several()), base_url="http://127.0.0.1", headers={"X-CSRF-Token": "token"}) as client:
        yield client


def save(client: TestClient, name: str, query: str = "", **headers: str) -> dict[str, Any]:
    answer = client.post(f"/api/v1/searches?{query}", json={"name": name}, headers=headers)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_filters_that_are_saved_are_those_of_every_list(mine: TestClient) -> None:
    query = "type=ASSAULT%2Faerial&since=2020-02-01&place=Idlib&contested=false&grade=weak&grade=fair&box=30%2C20%2C45.5%2C40"
    kept = save(mine, "Air strikes in Idlib", query)
    assert mine.get(f"/api/v1/incidents?{kept['query']}").json()["items"] == mine.get(f"/api/v1/incidents?{query}").json()["items"]
    assert parse_qs(kept["query"]) | {"box": ["30.0,20.0,45.5,40.0"]} == parse_qs(query) | {"box": ["30.0,20.0,45.5,40.0"]}
    assert [one["id"] for one in mine.get("/api/v1/searches").json()["items"]] == [kept["id"]]


def test_filters_come_out_of_the_file_as_they_went_in() -> None:
    import dataclasses
    import json

    wanted = Wanted(since="2020-02-01", text='"barrel bomb" & <b>', type=("ASSAULT", "FIGHT"), contested=True, box=(1.0, 2.0, 3.0, 4.5))
    assert wanted_of(json.dumps(dataclasses.asdict(wanted))) == wanted
    assert parse_qs(query_of(wanted)) == {"since": ["2020-02-01"], "text": ['"barrel bomb" & <b>'], "type": ["ASSAULT", "FIGHT"], "contested": ["true"], "box": ["1.0,2.0,3.0,4.5"]}


def test_a_search_is_renamed_and_deleted(mine: TestClient) -> None:
    one = save(mine, "one")
    save(mine, "two")
    assert mine.post("/api/v1/searches", json={"name": "one"}).status_code == 422
    assert mine.patch(f"/api/v1/searches/{one['id']}", json={"name": "two"}).status_code == 422
    assert mine.patch(f"/api/v1/searches/{one['id']}", json={"name": "first"}).json()["name"] == "first"
    assert mine.delete(f"/api/v1/searches/{one['id']}").status_code == 204
    assert mine.delete(f"/api/v1/searches/{one['id']}").status_code == 404
    assert [kept["name"] for kept in mine.get("/api/v1/searches").json()["items"]] == ["two"]


def test_a_filter_that_makes_no_sense_is_not_saved_and_a_name_holds_no_controls(mine: TestClient) -> None:
    assert mine.post("/api/v1/searches?type=NOTHING", json={"name": "x"}).status_code == 422
    for name in ("", "  ", "a\nBcc: b@example.org", "x" * 101):
        assert mine.post("/api/v1/searches", json={"name": name}).status_code == 422, name
    assert mine.get("/api/v1/searches").json()["items"] == []


def test_nothing_is_saved_without_the_token(mine: TestClient) -> None:
    assert mine.post("/api/v1/searches", json={"name": "x"}, headers={"X-CSRF-Token": "guess"}).status_code == 403


def test_the_file_is_beside_the_ledger_and_for_its_owner_alone(mine: TestClient, ledger: Path) -> None:
    before = ledger.read_bytes()
    save(mine, "one")
    assert stat.S_IMODE(beside(ledger).stat().st_mode) == 0o600
    assert ledger.read_bytes() == before
    beside(ledger).chmod(0o644)
    with pytest.raises(Exception, match="can be read by others"):
        Saved(beside(ledger))


def test_each_sees_their_own_searches_and_an_admin_all(several: TestClient) -> None:
    kept = save(several, "hers", who="ada:analyst")
    save(several, "hers", who="bob:analyst")  # a name is one's own
    assert [one["owner"] for one in several.get("/api/v1/searches", headers={"who": "bob:analyst"}).json()["items"]] == ["bob"]
    assert len(several.get("/api/v1/searches", headers={"who": "root:admin"}).json()["items"]) == 2
    assert several.delete(f"/api/v1/searches/{kept['id']}", headers={"who": "bob:analyst"}).status_code == 404


def test_a_viewer_keeps_searches_with_feeds_of_their_own_and_touches_nobody_elses(several: TestClient) -> None:
    hers, others = save(several, "hers", who="eve:viewer"), save(several, "another", who="ada:analyst")
    assert several.patch(f"/api/v1/searches/{hers['id']}", json={"name": "renamed"}, headers={"who": "eve:viewer"}).json()["name"] == "renamed"
    assert several.post(f"/api/v1/searches/{hers['id']}/feed", headers={"who": "eve:viewer"}).status_code == 200
    assert several.post(f"/api/v1/searches/{others['id']}/feed", headers={"who": "eve:viewer"}).status_code == 404
    assert several.delete(f"/api/v1/searches/{hers['id']}", headers={"who": "eve:viewer", "X-CSRF-Token": "stolen"}).status_code == 403
    assert several.delete(f"/api/v1/searches/{hers['id']}", headers={"who": "eve:viewer"}).status_code == 204


def test_who_has_not_signed_in_keeps_no_searches(ledger: Path) -> None:
    people = People(ledger.with_name("war.db.users"))
    people.add("Ada", "analyst", None)
    with TestClient(create_app(ledger, access=Accounts(people, True)), base_url="http://127.0.0.1") as client:
        assert client.post("/api/v1/searches", json={"name": "x"}).status_code == 401


def test_a_feed_tells_what_changed_last_under_ids_that_stay(mine: TestClient, ledger: Path) -> None:
    kept = save(mine, "Everything <of> it & more", "type=ASSAULT")
    answer = mine.get(f"/api/v1/searches/{kept['id']}/feed.atom")
    assert answer.headers["content-type"] == "application/atom+xml"
    top = ElementTree.fromstring(answer.content)
    entries = top.findall(f"{ATOM}entry")
    page = mine.get("/api/v1/incidents?type=ASSAULT&limit=200").json()
    assert len(entries) == min(100, page["totals"]["incidents"])
    with Ledger.open(ledger, read_only=True) as opened:
        runs = {one.at for one in opened.changed_since(0)}
    for one in (top, *entries):
        assert one.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert one.findtext(f"{ATOM}title")
        assert one.findtext(f"{ATOM}updated") in runs
    assert top.findtext(f"{ATOM}title") == "Everything <of> it & more"
    assert top.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in top.findall(f"{ATOM}link")}
    assert links["self"] == kept["feed"]
    shown = {link.get("href", "").rsplit("/", 1)[1] for entry in entries for link in entry.findall(f"{ATOM}link")}
    assert shown <= {one["id"] for one in page["items"]}
    again = ElementTree.fromstring(mine.get(f"/api/v1/searches/{kept['id']}/feed.atom").content)
    assert [one.findtext(f"{ATOM}id") for one in again.findall(f"{ATOM}entry")] == [one.findtext(f"{ATOM}id") for one in entries]
    same = mine.get(f"/api/v1/searches/{kept['id']}/feed.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304


def test_an_incident_that_changed_is_the_same_entry_told_anew(mine: TestClient, ledger: Path) -> None:
    import dataclasses

    from warledger.store.runs import RunInfo

    kept = save(mine, "all")
    before = entries_of(mine, kept)
    with Ledger.open(ledger) as opened:
        first, *rest = opened.incidents()
        opened.replace_incidents([dataclasses.replace(first, why="another reason"), *rest], run=RunInfo(at="2030-01-01T00:00:00Z"))
    after = entries_of(mine, kept)
    name, updated = next(iter(after.items()))
    assert updated == "2030-01-01T00:00:00Z"
    assert before.get(name, "") != updated
    with Ledger.open(ledger, read_only=True) as opened:
        assert len(opened.changed_since(1)) == 1


def entries_of(client: TestClient, kept: dict[str, Any]) -> dict[str, str]:
    top = ElementTree.fromstring(client.get(f"/api/v1/searches/{kept['id']}/feed.atom").content)
    return {one.findtext(f"{ATOM}id", ""): one.findtext(f"{ATOM}updated", "") for one in top.findall(f"{ATOM}entry")}


def test_on_a_server_with_users_a_feed_opens_by_its_own_key_alone(several: TestClient) -> None:
    one, two = save(several, "one"), save(several, "two")
    path = f"/api/v1/searches/{one['id']}/feed.atom"
    assert several.get(path).status_code == 404
    address = several.post(f"/api/v1/searches/{one['id']}/feed").json()["address"]
    other = several.post(f"/api/v1/searches/{two['id']}/feed").json()["address"]
    assert several.get(address).status_code == 200
    assert several.get(f"{path}?{urlsplit(other).query}").status_code == 404
    renewed = several.post(f"/api/v1/searches/{one['id']}/feed").json()["address"]
    assert several.get(address).status_code == 404, "the key before ends"
    assert several.get(renewed).status_code == 200


def test_the_key_of_a_feed_ends_with_its_owner(ledger: Path) -> None:
    people = People(ledger.with_name("war.db.users"))
    for name in ("Ada", "Eve"):
        people.add(name, "analyst", None)
    with TestClient(create_app(ledger, access=Accounts(people)), base_url="http://127.0.0.1", headers={"Authorization": f"Bearer {people.new_token('Ada', 'test')}"}) as client:
        address = client.post(f"/api/v1/searches/{save(client, 'mine')['id']}/feed").json()["address"]
        del client.headers["Authorization"]
        assert client.get(address).status_code == 200
        people.remove("ADA")
        assert client.get(address).status_code == 404
        people.add("Ada", "viewer", None)
        assert client.get(address).status_code == 200, "a viewer sees the whole where nothing need be published"


def test_the_feeds_and_alerts_of_somebody_end_together_and_nobody_elses(ledger: Path) -> None:
    saved = Saved(beside(ledger))
    hers, his = saved.save("hers", "Ada", Wanted()), saved.save("his", "Ben", Wanted())
    keys = {one.id: saved.new_key(one) for one in (hers, his)}
    for one in (hers, his):
        saved.alert(one, "mail", "desk@desk.example", 0)
    assert saved.end_of("ada")
    assert [saved.opens(one, keys[one.id]) for one in (hers, his)] == [False, True]
    assert [alert.search for alert in saved.alerts()] == [his.id]
    assert not saved.end_of("ada"), "there is nothing left to end"


def test_a_feed_holds_nothing_that_xml_cannot() -> None:
    assert UNWRITABLE.sub("?", "a\x00b\x0bc\ud800d\ufffee\tf") == "a?b?c?d?e\tf"


def test_why_is_told_in_words_and_weights(mine: TestClient) -> None:
    first = mine.get("/api/v1/incidents?order=origins&limit=1").json()["items"][0]
    told = mine.get(f"/api/v1/incidents/{first['id']}/why").json()
    assert told["grounds"]["incident"] == first["id"]
    assert told["grounds"]["stale"] is None
    assert len(told["grounds"]["joined"]) >= first["claims"] - 1 > 0
    weighed = [pair for pair in (*told["grounds"]["joined"], *told["grounds"]["refused"]) if pair["reasons"]]
    assert all(reason["words"] for pair in weighed for reason in pair["reasons"])
    assert {pair["one"] for pair in weighed} <= set(told["claims"])
    assert mine.get("/api/v1/incidents/i_00000000/why").status_code == 404


def test_a_ledger_that_is_too_large_to_weigh_is_refused_with_the_command(mine: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from warledger.api import why

    monkeypatch.setattr(why, "MOST_CLAIMS", 10)
    first = mine.get("/api/v1/incidents?limit=1").json()["items"][0]
    answer = mine.get(f"/api/v1/incidents/{first['id']}/why")
    assert answer.status_code == 413
    assert answer.json()["command"] == f"warledger why {first['id']} --ledger war.db"
