"""The ledger as it was known on a day, and ids that lead on: show and export."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

FIRST = {"id": "1", "outlet": "Arvandu Post", "published": "2020-02-05", "text": "The army shelled Arvandu at noon. The hospital counted 3 killed by evening."}
LATER = {"id": "2", "outlet": "State Radio", "published": "2020-02-05", "text": "Nobody but gunmen was there when our forces shelled Arvandu, with 9 killed among them."}
ELSEWHERE = {"id": "3", "outlet": "Hill Herald", "published": "2020-03-01", "text": "Somebody shelled Beltash from across the river, a shepherd told this paper."}


@pytest.fixture
def ledger(warledger: Run, desk: Path) -> Path:
    """Two runs, of 10 and 20 February."""
    for name, rows in (("one", [FIRST, ELSEWHERE]), ("two", [LATER])):
        (desk / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        assert warledger("run", f"{name}.jsonl", "--ledger", "war.db").returncode == 0
    with sqlite3.connect(desk / "war.db") as connection:
        for number, day in ((1, "2020-02-10"), (2, "2020-02-20")):
            connection.execute("UPDATE runs SET at = ? WHERE number = ?", (f"{day}T12:00:00Z", number))
    return desk / "war.db"


def decided(path: Path, act: str, *subjects: str) -> None:
    from warledger import flow
    from warledger.model import Decision
    from warledger.store import Ledger

    with Ledger.open(path) as opened:
        list(flow.decide([Decision(f"d_{act}", act, subjects, "analyst", "2020-03-05T00:00:00Z")], opened))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE runs SET at = '2020-03-05T12:00:00Z' WHERE number = 3")


def shown(warledger: Run, *more: str | Path) -> list[dict[str, Any]]:
    done = warledger("show", *more, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(("day", "claims"), [("2020-02-09", 0), ("2020-02-10", 2), ("2020-02-10T11:59Z", 0), ("2020-02-19", 2), ("2020-02-20", 3), ("2020-12-31", 3)])
def test_claims_are_those_that_were_known_on_the_day(warledger: Run, ledger: Path, day: str, claims: int) -> None:
    assert len(shown(warledger, "claims", "--ledger", ledger, "--as-of", day)) == claims
    exported = warledger("export", "--ledger", ledger, "--format", "jsonl", "--records", "claims", "--as-of", day)
    assert len(exported.stdout.splitlines()) == claims


def test_an_incident_is_shown_as_it_was_known_before_the_rival_version(warledger: Run, ledger: Path) -> None:
    (now,) = shown(warledger, "--ledger", ledger, "--place", "Arvandu")
    (then,) = shown(warledger, "--ledger", ledger, "--place", "Arvandu", "--as-of", "2020-02-15")
    assert (then["id"], len(then["claims"]), then["revision"]) == (now["id"], 1, 1)
    assert (len(now["claims"]), now["revision"]) == (2, 2)
    table = warledger("show", now["id"], "--ledger", ledger, "--as-of", "2020-02-15").stdout
    assert "Arvandu Post" in table
    assert "State Radio" not in table


def test_nothing_before_the_first_run_is_said_to_be_no_finding(warledger: Run, ledger: Path) -> None:
    done = warledger("show", "--ledger", ledger, "--as-of", "2019-01-01")
    assert "the ledger held nothing by 2019-01-01: its first run was at 2020-02-10T12:00:00Z" in done.stderr
    assert "held nothing" not in warledger("show", "--ledger", ledger, "--as-of", "2020-02-10").stderr


def test_the_id_of_what_was_merged_leads_to_what_it_went_into(warledger: Run, ledger: Path) -> None:
    one, other = (incident["id"] for incident in shown(warledger, "--ledger", ledger))
    decided(ledger, "same", one, other)
    (whole,) = shown(warledger, "--ledger", ledger)
    (gone,) = whole["supersedes"]
    done = warledger("show", gone, "--ledger", ledger, "--format", "jsonl")
    assert json.loads(done.stdout) == whole
    assert f"{gone} went into {whole['id']} (last at 2020-03-05T12:00:00Z)" in done.stderr
    assert json.loads(warledger("export", "--format", "jsonl", "--id", gone, "--ledger", ledger).stdout) == whole
    (before,) = shown(warledger, gone, "--ledger", ledger, "--as-of", "2020-03-01")
    assert before["id"] == gone


def test_the_id_of_what_ended_says_when_and_how_to_see_it(warledger: Run, ledger: Path) -> None:
    (name,) = (incident["id"] for incident in shown(warledger, "--ledger", ledger, "--place", "Beltash"))
    decided(ledger, "reject", name)
    done = warledger("show", name, "--ledger", ledger)
    assert done.returncode == 2
    assert f"{name} ended at 2020-03-05T12:00:00Z and went into no other incident; --as-of DAY before that shows it" in done.stderr
    assert shown(warledger, name, "--ledger", ledger, "--as-of", "2020-03-04")[0]["id"] == name


def test_claims_and_reports_are_shown_by_their_ids(warledger: Run, ledger: Path) -> None:
    claim = shown(warledger, "claims", "--ledger", ledger, "--place", "Beltash")[0]
    assert shown(warledger, claim["id"], "--ledger", ledger) == [claim]
    assert [report["id"] for report in shown(warledger, claim["report"], "--ledger", ledger)] == [claim["report"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "i_0000000000000000"], "there is no incident i_0000000000000000, and there never was"),
        (["show", "c_0000000000000000"], "the ledger has no c_0000000000000000"),
        (["show", "rumours"], "there is nothing called 'rumours' to show"),
        (["show", "--as-of", "last week"], "--as-of: 'last week' is no day"),
        (["show", "problems", "--as-of", "2020-02-10"], "problems have no history"),
        (["export", "--format", "jsonl", "--id", "c_0000000000000000"], "is no id of incidents"),
    ],
)
def test_what_cannot_be_shown_is_a_sentence(warledger: Run, ledger: Path, arguments: list[str], said: str) -> None:
    done = warledger(*arguments, "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
