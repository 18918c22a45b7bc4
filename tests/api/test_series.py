"""A series over the API is that of the command line."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from warledger import chronicle
from warledger.api import working
from warledger.api.application import create_app
from warledger.api.holding import Holding
from warledger.api.past import PastHolding
from warledger.api.series import Worked
from warledger.errors import LedgerError
from warledger.incidents.series import KINDS
from warledger.model import Claim, Participant, Passage, Place, Report, TimeSpan
from warledger.settings import Settings
from warledger.store import Filter, Ledger, RunInfo

PATIENCE_S = 30.0


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


def test_a_series_is_told_as_it_was_known_at_a_moment(copied: Callable[[Path], Path], tmp_path: Path) -> None:
    path = copied(tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE runs SET at = '2020-03-01T10:00:00Z'")
    place = Place("Beltash", None, 35.0, 37.0, "SYR", precision="town", radius_km=1.0)
    report = Report(id="r_0000000000000001", text="Rebels captured Beltash.", title="", published="2020-03-02", published_from="given")
    claim = Claim(id="c_0000000000000001", report=report.id, type="TERRITORY", mode="capture", initiators=(Participant("Rebels"),), place=place,
                  when=TimeSpan("2020-03-02", "2020-03-02", "day", "Monday"), passages=(Passage("trigger", 7, 15, "captured"),), coder="test")
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        before = client.get("/api/v1/series/control?limit=5000").json()["entries"]
        with Ledger.open(path) as ledger:
            ledger.add([report], [claim], run=RunInfo("2020-03-05T10:00:00Z", "test"))
        now = client.get("/api/v1/series/control?limit=5000").json()["entries"]
        then = client.get("/api/v1/series/control?limit=5000&as_of=2020-03-04").json()["entries"]
        first = client.get("/api/v1/series/control?as_of=2001-01-01").json()["entries"]
    assert then == before
    assert [one["place"]["name"] for one in now if one not in before] == ["Beltash"]
    assert first == []


def test_entries_may_be_asked_for_without_the_claims_that_they_stand_on(get: Any) -> None:
    whole, bare = get("/series/agreements")["entries"], get("/series/agreements?sources=false")["entries"]
    assert [(one["since"], one["status"], len(one["steps"])) for one in bare] == [(one["since"], one["status"], len(one["steps"])) for one in whole]
    assert all(step["sources"] == [] for one in bare for step in one["steps"])


class Waited:
    """A series that is worked out only when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun: list[str] = []
        self.may_end = threading.Event()
        monkeypatch.setattr(chronicle, "whole", self.whole)

    def whole(self, _ledger: object, kind: str) -> list[Any]:
        self.begun.append(kind)
        if kind == "ultimatums":
            assert self.may_end.wait(PATIENCE_S)
        return []


def test_two_who_ask_for_one_series_have_it_worked_out_once_and_others_do_not_wait(example_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited, worked, held = Waited(monkeypatch), Worked(), Holding(example_ledger, Settings())
    with ThreadPoolExecutor() as pool:
        both = [pool.submit(worked.entries, held, "ultimatums") for _ in range(2)]
        assert worked.entries(held, "agreements") == []  # while the others are under way
        assert not any(one.done() for one in both)
        waited.may_end.set()
        assert [one.result(PATIENCE_S) for one in both] == [[], []]
    assert sorted(waited.begun) == ["agreements", "ultimatums"]
    held.close()


def test_a_series_that_could_not_be_worked_out_is_tried_again(example_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_ledger: object, _kind: str) -> list[Any]:
        raise LedgerError("locked")

    worked, held = Worked(), Holding(example_ledger, Settings())
    with monkeypatch.context() as patched:
        patched.setattr(chronicle, "whole", fail)
        with pytest.raises(LedgerError):
            worked.entries(held, "control")
    assert worked.entries(held, "control")
    held.close()


@pytest.mark.parametrize("as_of", [None, "2001-01-01"])
def test_of_a_large_ledger_the_same_is_worked_out_beside_the_server(example_ledger: Path, monkeypatch: pytest.MonkeyPatch, as_of: str | None) -> None:
    monkeypatch.setattr(working, "LARGE", 0)
    held = Holding(example_ledger, Settings())
    with Ledger.open(example_ledger, read_only=True) as ledger:
        expected = chronicle.whole(ledger, "ultimatums", as_of)
    monkeypatch.setattr(chronicle, "whole", None)  # not here
    assert Worked().entries(PastHolding(held, as_of) if as_of else held, "ultimatums") == expected
    held.close()


def test_a_process_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        working.worked_out(tmp_path / "none.db", "control", None)


def test_a_process_that_is_ended_is_told(example_ledger: Path) -> None:
    with pytest.raises(LedgerError, match="was ended"):
        working.worked_out(example_ledger, "weather", None)
