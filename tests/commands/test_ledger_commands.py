"""run, show and export: a ledger grows by what is new, and tells what it holds."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

REPORTS = [
    {"id": "1", "outlet": "Arvandu Post", "published": "2020-02-05", "text": "The army shelled Arvandu at noon. The hospital counted 3 killed by evening."},
    {"id": "2", "outlet": "State Radio", "published": "2020-02-05", "text": "Nobody but gunmen was there when our forces shelled Arvandu, with 9 killed among them."},
    {"id": "3", "outlet": "Hill Herald", "published": "2020-03-01", "text": "Somebody shelled Beltash from across the river, a shepherd told this paper."},
]


def write(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def content(path: Path) -> list[str]:
    """Everything that a ledger holds, as SQL."""
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


@pytest.fixture
def ledger(warledger: Run, desk: Path) -> Path:
    write(desk / "reports.jsonl", REPORTS)
    done = warledger("run", "reports.jsonl", "--ledger", "war.db")
    assert (done.returncode, done.stderr) == (0, "")
    return desk / "war.db"


def test_a_run_ends_with_its_summary(warledger: Run, desk: Path) -> None:
    write(desk / "reports.jsonl", REPORTS)
    with (desk / "reports.jsonl").open("a", encoding="utf-8") as stream:
        stream.write("{broken\n")
    done = warledger("run", "reports.jsonl", "--ledger", "war.db")
    assert done.returncode == 0
    words = [line.split() for line in done.stdout.splitlines()]
    assert ["reports", "3", "+3"] in words
    assert ["claims", "3", "+3"] in words
    assert ["broken-json", "1"] in words
    assert done.stderr.startswith("reports.jsonl:4: ")


def test_running_again_adds_nothing_and_says_so(warledger: Run, ledger: Path) -> None:
    before = content(ledger)
    done = warledger("run", "reports.jsonl", "--ledger", "war.db")
    assert done.returncode == 0
    assert done.stdout.startswith("nothing new: ")
    assert content(ledger) == before


def test_running_again_over_problems_adds_none_of_them_twice(warledger: Run, desk: Path) -> None:
    (desk / "reports.jsonl").write_text("{broken\n" + json.dumps(REPORTS[0]), encoding="utf-8")
    warledger("run", "reports.jsonl", "--ledger", "war.db")
    before = content(desk / "war.db")
    assert warledger("run", "reports.jsonl", "--ledger", "war.db").stdout.startswith("nothing new: ")
    assert content(desk / "war.db") == before


def test_only_new_reports_are_coded_and_known_claims_stay(warledger: Run, ledger: Path, desk: Path) -> None:
    claims = set(warledger("show", "claims", "--ledger", ledger, "--format", "jsonl").stdout.splitlines())
    more = {"id": "4", "outlet": "Wire", "published": "2020-02-06", "text": "A day later guns shelled Arvandu once more, and left 2 killed."}
    write(desk / "reports.jsonl", [*REPORTS, more])
    words = [line.split() for line in warledger("run", "reports.jsonl", "--ledger", ledger).stdout.splitlines()]
    assert ["reports", "4", "+1"] in words
    assert claims < set(warledger("show", "claims", "--ledger", ledger, "--format", "jsonl").stdout.splitlines())


def test_one_run_or_two_give_the_same_claims(warledger: Run, ledger: Path, desk: Path) -> None:
    for row in REPORTS:
        write(desk / "part.jsonl", [row])
        warledger("run", "part.jsonl", "--ledger", "parts.db")
    at_once, in_parts = (warledger("show", "claims", "--ledger", path, "--format", "jsonl").stdout for path in (ledger, "parts.db"))
    assert sorted(at_once.splitlines()) == sorted(in_parts.splitlines())


def test_too_many_problems_fail_the_run(warledger: Run, desk: Path) -> None:
    (desk / "reports.jsonl").write_text("{broken\n" * 3 + json.dumps(REPORTS[0]), encoding="utf-8")
    done = warledger("run", "reports.jsonl", "--ledger", "war.db", "--max-problems", "2")
    assert done.returncode == 1
    assert "3 problems are more than the 2 that were allowed" in done.stderr
    assert warledger("run", "reports.jsonl", "--ledger", "war.db", "--max-problems", "3").returncode == 0


def test_rival_versions_stand_side_by_side(warledger: Run, ledger: Path) -> None:
    shown = warledger("show", "--ledger", ledger, "--place", "Arvandu").stdout
    for part in ("Arvandu Post", "State Radio", "killed 3", "killed 9"):
        assert part in shown
    assert "Beltash" not in shown


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["--since", "2020-03-01"], {"3"}),
        (["--until", "2020-02-28"], {"1", "2"}),
        (["--place", "Beltash"], {"3"}),
        (["--speaker", "State Radio"], {"2"}),
        (["--type", "assault"], {"1", "2", "3"}),
        (["--type", "assault/heavy-weapons"], {"1", "2", "3"}),
        (["--type", "ASSAULT/aerial"], set()),
        (["--type", "AID"], set()),
        (["--limit", "1"], None),
    ],
)
def test_claims_are_found_by_what_they_say(warledger: Run, ledger: Path, wanted: list[str], found: set[str] | None) -> None:
    done = warledger("show", "claims", "--ledger", ledger, "--format", "jsonl", *wanted)
    shown = [json.loads(line)["source_id"] for line in done.stdout.splitlines()]
    assert len(shown) == 1 if found is None else set(shown) == found


def test_a_day_that_is_none_is_refused(warledger: Run, ledger: Path) -> None:
    for option, value in (("--since", "yesterday"), ("--until", "2020-02"), ("--since", "2020-02-30")):
        done = warledger("show", "--ledger", ledger, option, value)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{option}: {value!r} is no day" in done.stderr


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("BOMBING", "the codebook has no type 'BOMBING'"), ("ASSAULT/tickle", "ASSAULT has no mode 'tickle' in the codebook")],
)
def test_a_type_that_the_codebook_lacks_is_refused(warledger: Run, ledger: Path, wanted: str, said: str) -> None:
    done = warledger("show", "--ledger", ledger, "--type", wanted)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize("kind", ["incidents", "claims", "reports", "problems"])
@pytest.mark.parametrize("shape", ["table", "jsonl", "csv"])
def test_every_kind_is_shown_in_every_shape(warledger: Run, ledger: Path, kind: str, shape: str) -> None:
    done = warledger("show", kind, "--ledger", ledger, "--format", shape)
    assert (done.returncode, done.stderr) == (0, "")
    if shape == "csv":
        assert len(list(csv.reader(io.StringIO(done.stdout)))) >= 1
    elif shape == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in done.stdout.splitlines())


@pytest.mark.parametrize("name", ["jsonl", "csv", "geojson", "html"])
def test_a_ledger_is_exported_whole_or_not_at_all(warledger: Run, ledger: Path, desk: Path, name: str) -> None:
    done = warledger("export", "--ledger", ledger, "--format", name, "-o", f"out.{name}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Arvandu" in (desk / f"out.{name}").read_text(encoding="utf-8")


def test_the_page_also_holds_what_no_incident_holds(warledger: Run, ledger: Path, desk: Path) -> None:
    more = {"id": "4", "outlet": "Undated Post", "text": "It was a calm day in Nowhereland, and the mill by the river was at work."}
    write(desk / "more.jsonl", [more])
    warledger("run", "more.jsonl", "--ledger", ledger)
    assert "Nowhereland" not in warledger("show", "--ledger", ledger).stdout
    assert "Nowhereland" in warledger("export", "--ledger", ledger, "--format", "html").stdout
    assert "Nowhereland" not in warledger("export", "--ledger", ledger, "--format", "html", "--place", "Beltash").stdout


def test_an_export_of_incidents_reads_only_their_claims(warledger: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from warledger.store import Filter, Ledger

    asked: list[Filter | None] = []
    claims = Ledger.claims
    monkeypatch.setattr(Ledger, "claims", lambda self, wanted=None, **more: asked.append(wanted) or claims(self, wanted, **more))
    assert warledger("show", "--ledger", ledger, "--place", "Beltash").returncode == 0
    assert [len(wanted.claims or ()) for wanted in asked if wanted] == [1]


def test_an_export_of_claims_is_what_code_gives(warledger: Run, ledger: Path) -> None:
    exported = warledger("export", "--ledger", ledger, "--format", "jsonl", "--records", "claims").stdout
    assert sorted(exported.splitlines()) == sorted(warledger("code", "reports.jsonl").stdout.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "shapefile"], "exporters has no 'shapefile'"),
        (["--format", "geojson", "--records", "claims"], "leave --records out"),
        (["--format", "jsonl", "--records", "problems"], "problems are no product"),
    ],
)
def test_an_export_that_cannot_be_is_a_sentence(warledger: Run, ledger: Path, arguments: list[str], said: str) -> None:
    done = warledger("export", "--ledger", ledger, *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_ledger_of_the_settings_is_used(warledger: Run, ledger: Path, desk: Path) -> None:
    (desk / "warledger.toml").write_text(f"ledger = '{ledger}'", encoding="utf-8")
    assert len(warledger("show", "claims", "--format", "jsonl").stdout.splitlines()) == 3
