"""Where publishing is required, the public sees what an analyst published and no trace of anything else, at whatever address."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from warledger.api.accounts import Accounts
from warledger.api.application import create_app
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.people import People
from warledger.api.published import PublishedLedger
from warledger.model import Incident, Report
from warledger.review import decide
from warledger.settings import Settings
from warledger.store import Filter, Ledger

PASSWORD = "four words nobody guesses"
ID = re.compile(r"\b[icr]_[0-9a-f]{16,}\b")


@pytest.fixture(scope="module")
def path(copied: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("gated"))


@pytest.fixture(scope="module")
def chosen(path: Path) -> list[Incident]:
    """Two incidents that an analyst published, in reports that are about others as well."""
    with Ledger.open(path) as ledger:
        found = sorted(ledger.incidents(), key=lambda one: (-one.outlets, one.id))[:2]
        ledger.decide([decide("publish", [one.id], "Ada", "2026-01-01T00:00:00Z") for one in found])
    return found


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> People:
    made = People(tmp_path_factory.mktemp("people") / "war.db.users")
    for name, role in (("Ada", "analyst"), ("Vera", "viewer")):
        made.add(name, role, PASSWORD)
    return made


def client_of(path: Path, people: People) -> TestClient:
    return TestClient(create_app(path, Settings(publish={"required": True}), (), Accounts(people, published_only=True)), base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def public(path: Path, chosen: list[Incident], people: People) -> Iterator[TestClient]:
    with client_of(path, people) as made:
        yield made


@pytest.fixture(scope="module")
def allowed(path: Path, chosen: list[Incident]) -> set[str]:
    """The ids of what is published: the incidents, their claims, and the reports that these are in."""
    claims = {claim for one in chosen for claim in one.claims}
    with Ledger.open(path) as ledger:
        reports = {report.id for report in ledger.reports(Filter(claims=tuple(claims)))}
    return {one.id for one in chosen} | claims | reports


@pytest.fixture(scope="module")
def hidden(path: Path, allowed: set[str]) -> set[str]:
    """The ids of everything else."""
    with Ledger.open(path) as ledger:
        found = {one.id for one in ledger.incidents()} | {one.id for one in ledger.claims()} | {one.id for one in ledger.reports()}
    return found - allowed


def test_no_address_of_the_api_tells_the_public_of_anything_else(public: TestClient, allowed: set[str], hidden: set[str]) -> None:
    asked, told = 0, set()
    for path, methods in public.get("/api/v1/openapi.json").json()["paths"].items():
        if "get" not in methods:
            continue
        for address in addresses(path, methods["get"], sorted(hidden | allowed)):
            answer = public.get(address)
            asked += 1
            assert answer.status_code < 500, address
            if answer.status_code == 200:
                mentioned = set(ID.findall(answer.text))
                told |= mentioned
                assert not mentioned & hidden, address
    assert asked > 100
    assert {name for name in allowed if name.startswith("i_")} <= told


def addresses(path: str, operation: dict[str, Any], ids: list[str]) -> list[str]:
    """The path with everything that it may hold: each value that is listed, and each id."""
    found = [path]
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            values = parameter["schema"].get("enum") or [id_ for id_ in ids if re.match(parameter["schema"].get("pattern", ""), id_)] or ["s_0123456789abcdef"]
            found = [one.replace("{" + parameter["name"] + "}", value) for one in found for value in values]
        elif parameter["name"] == "box" and parameter.get("required"):
            found = [f"{one}?box=-180,-90,180,90" for one in found]
    return found


def test_every_way_of_counting_counts_what_is_published(public: TestClient, chosen: list[Incident]) -> None:
    totals = public.get("/api/v1/incidents").json()["totals"]
    assert (totals["incidents"], totals["claims"]) == (2, sum(len(one.claims) for one in chosen))
    facets = public.get("/api/v1/facets", params={"actor": "nobody-like-this"}).json()["facets"]
    assert sum(value["count"] for value in public.get("/api/v1/facets").json()["facets"]["type"]) == 2
    assert all(value["count"] <= 2 for values in facets.values() for value in values)
    assert sum(day["incidents"] for day in public.get("/api/v1/histogram").json()["days"]) <= 2
    assert sum(feature["properties"]["count"] for feature in public.get("/api/v1/map").json()["features"]) <= 2
    assert len(list(csv.reader(io.StringIO(public.get("/api/v1/incidents.csv").text)))) == 3


def test_no_filter_finds_what_is_not_published(public: TestClient, path: Path, hidden: set[str]) -> None:
    with Ledger.open(path) as ledger:
        words = {one.place.name for one in ledger.incidents() if one.place and one.id in hidden}
    for word in sorted(words):
        for query in ({"place": word}, {"text": word}):
            assert public.get("/api/v1/incidents", params=query).json()["totals"]["incidents"] <= 2
            assert not {one["id"] for one in public.get("/api/v1/claims", params=query).json()["items"]} & hidden


def test_a_facet_does_not_tell_that_somebody_is_in_the_ledger(public: TestClient, path: Path, chosen: list[Incident]) -> None:
    with Ledger.open(path) as ledger:
        whole = ledger.survey()
        part = whole.part([one.id for one in chosen])
    strangers = sorted(set(whole.columns.relations["actor"].keys) - set(part.columns.relations["actor"].keys))
    assert strangers
    shown = public.get("/api/v1/facets", params={"actor": strangers[:40]}).json()["facets"]["actor"]
    assert not {value["key"] for value in shown} & set(strangers)


@pytest.mark.parametrize(("name", "sees_all"), [("Vera", False), ("Ada", True)])
def test_a_viewer_sees_what_the_public_sees_and_an_analyst_everything(path: Path, chosen: list[Incident], people: People, name: str, sees_all: bool) -> None:
    with client_of(path, people) as client:
        assert client.get("/api/v1/session").json()["signed_in"] is False
        tag = client.get("/api/v1/incidents").headers["ETag"]
        signed_in = client.post("/api/v1/login", json={"name": name, "password": PASSWORD}).json()
        assert signed_in["whole"] is sees_all
        answer = client.get("/api/v1/incidents")
        assert (answer.json()["totals"]["incidents"] > 2) is sees_all
        assert (answer.headers["ETag"] != tag) is sees_all  # what a browser has kept of the one is not taken for the other


def test_whoever_is_not_signed_in_changes_nothing(public: TestClient) -> None:
    changing = [(method, path) for path, methods in public.get("/api/v1/openapi.json").json()["paths"].items() for method in methods
                if method not in ("get", "head", "options") and not path.endswith(("/login", "/logout"))]
    for method, path in changing:
        answer = public.request(method, path.replace("{id}", "i_0123456789abcdef"), json={})
        assert answer.status_code in (401, 403), (method, path)


def test_a_publication_that_is_taken_back_is_gone_and_one_holds_through_a_run(path: Path, chosen: list[Incident], people: People, tmp_path: Path) -> None:
    copied = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        ledger.check()
    for ending in ("", "-wal"):
        if (old := path.with_name(path.name + ending)).exists():
            shutil.copy(old, copied.with_name(copied.name + ending))
    with Ledger.open(copied) as ledger, client_of(copied, people) as client:
        count: Callable[[], Any] = lambda: client.get("/api/v1/incidents").json()["totals"]["incidents"]  # noqa: E731
        assert count() == 2
        ledger.replace_incidents(list(ledger.incidents()))
        assert count() == 2
        first = next(one for one in ledger.decisions() if one.act == "publish")
        ledger.decide([decide("publish", first.subjects, "Ada", "2026-01-02T00:00:00Z", undoes=first.id)])
        assert count() == 1


def test_what_the_gate_does_not_know_it_refuses(path: Path, chosen: list[Incident]) -> None:
    held = Holding(path, Settings())
    for question in ("ended", "problems", "summary", "tombstones", "decided", "transaction", "add", "decide", "replace_incidents", "holders", "engine"):
        with pytest.raises(RefusedError, match="not published"):
            getattr(held.published.ledger, question)
    assert list(held.published.ledger.decisions()) == []
    held.close()


def test_a_series_is_for_those_who_see_the_whole_ledger(public: TestClient, path: Path, chosen: list[Incident], people: People) -> None:
    assert public.get("/api/v1/series/control").status_code == 401
    with client_of(path, people) as client:
        for name, status in (("Vera", 403), ("Ada", 200)):
            client.post("/api/v1/login", json={"name": name, "password": PASSWORD})
            assert client.get("/api/v1/series/control").status_code == status


def test_the_origin_of_a_published_copy_does_not_name_a_report_that_is_not_published(path: Path, chosen: list[Incident]) -> None:
    class Copies:
        """A ledger whose every report is a copy of one that is not published."""

        def __init__(self, whole: Ledger) -> None:
            self.whole, self.path = whole, whole.path

        def reports(self, wanted: Filter, *, run: int | None = None) -> Iterator[Report]:
            return (dataclasses.replace(one, origin="r_hidden") for one in self.whole.reports(wanted, run=run))

    with Ledger.open(path) as ledger:
        found = list(PublishedLedger(cast(Ledger, Copies(ledger)), {one.id: frozenset(one.claims) for one in chosen}).reports())
    assert len(found) > 1
    assert {one.origin for one in found} == {min(one.id for one in found)}
