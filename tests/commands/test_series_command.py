"""`warledger show control` and the other series: sifted by place, day, actor and speaker, in every shape."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import warledger as wl
from warledger.store import Ledger, RunInfo

Run = Callable[..., Any]
KINDS = ["control", "agreements", "ultimatums", "displacement", "sieges"]
ARVANDU = wl.Place("Arvandu", 1, 35.93, 36.63, "SYR", "Idlib", radius_km=3.0)
BELTASH = wl.Place("Beltash", 2, 36.2, 37.16, "SYR", "Aleppo", radius_km=3.0)
ARMY = wl.Participant("Syrian army", "force.syr.army", "SYR", "MIL")
REBELS = wl.Participant("rebels", None, "SYR", "REB")
TURKEY = wl.Participant("Turkey", "state.tur", "TUR", "GOV")


def day(iso: str) -> wl.TimeSpan:
    return wl.TimeSpan(iso, iso, "day", iso)


CLAIMS = [
    wl.Claim("c_1", "r_1", "TERRITORY", mode="capture", place=ARVANDU, when=day("2020-02-05"), initiators=(ARMY,), speakers=(wl.Speaker("SANA"),)),
    wl.Claim("c_2", "r_1", "TERRITORY", mode="capture", place=ARVANDU, when=day("2020-02-27"), initiators=(REBELS,)),
    wl.Claim("c_3", "r_1", "TERRITORY", mode="besiege", place=BELTASH, when=day("2020-02-05"), initiators=(ARMY,)),
    wl.Claim("c_4", "r_1", "AGREE", mode="ceasefire", place=ARVANDU, when=day("2020-02-05"), initiators=(TURKEY,), status="announced"),
    wl.Claim("c_5", "r_1", "THREATEN", mode="violence", stance="threatened", place=BELTASH, when=day("2020-02-05"), initiators=(TURKEY,),
             targets=(ARMY,), deadline=wl.TimeSpan("2020-02-05", "2020-02-29", "days", "by the end of the month")),
    wl.Claim("c_6", "r_1", "DISPLACEMENT", mode="flee", place=BELTASH, when=day("2020-02-05"), tallies=(wl.Tally("displaced", 300, 300, 300, wording="300 people"),)),
]


@pytest.fixture
def ledger(desk: Path) -> Path:
    with Ledger.open(desk / "war.db") as opened:
        opened.add([wl.Report("r_1", "text", outlet="Hill Herald", published="2020-02-28")], CLAIMS, run=RunInfo("2020-03-01T00:00:00Z"))
    return desk / "war.db"


def shown(warledger: Run, *more: str | Path) -> list[dict[str, Any]]:
    done = warledger("show", *more, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_series_is_shown_in_every_shape_with_its_sources(warledger: Run, ledger: Path, kind: str) -> None:
    table = warledger("show", kind, "--ledger", ledger)
    assert table.returncode == 0
    words = " ".join(table.stdout.split())
    assert "2020-02-05" in words
    assert "Herald" in words or "SANA" in words
    header, *rows = csv.reader(io.StringIO(warledger("show", kind, "--ledger", ledger, "--format", "csv").stdout))
    assert rows
    assert all(len(row) == len(header) for row in rows)
    assert all('"claim": "c_' in json.dumps(entry) for entry in shown(warledger, kind, "--ledger", ledger))


@pytest.mark.parametrize(
    ("wanted", "since"),
    [
        (["--since", "2020-02-10", "--until", "2020-02-10"], ["2020-02-05"]),
        (["--since", "2020-03-10"], ["2020-02-27"]),
        (["--until", "2020-02-04"], []),
        (["--place", "idlib"], ["2020-02-05", "2020-02-27"]),
        (["--place", "Beltash"], []),
        (["--actor", "army"], ["2020-02-05"]),
        (["--actor", "force.syr.army"], ["2020-02-05"]),
        (["--speaker", "SANA"], ["2020-02-05"]),
        (["--limit", "1"], ["2020-02-05"]),
        (["--as-of", "2020-02-29"], []),
    ],
)
def test_control_is_sifted_after_it_was_worked_out(warledger: Run, ledger: Path, wanted: list[str], since: list[str]) -> None:
    assert [entry["since"] for entry in shown(warledger, "control", "--ledger", ledger, *wanted)] == since


def test_a_series_knows_no_type_and_no_text(warledger: Run, ledger: Path) -> None:
    done = warledger("show", "sieges", "--ledger", ledger, "--type", "TERRITORY")
    assert done.returncode == 2
    assert "leave --type and --text out" in done.stderr


def test_the_library_gives_the_same_series() -> None:
    found = wl.series("control", CLAIMS, [wl.Report("r_1", "text", outlet="Hill Herald", published="2020-02-28")])
    assert [(entry.place.name, entry.since) for entry in found] == [("Arvandu", "2020-02-05"), ("Arvandu", "2020-02-27")]
    with pytest.raises(wl.WarledgerError, match="there is no series 'rumours'; there are control, agreements"):
        wl.series("rumours", CLAIMS)


def test_the_csv_of_control_is_for_a_spreadsheet_and_leaves_what_is_not_known_empty(warledger: Run, ledger: Path) -> None:
    first, last = csv.DictReader(io.StringIO(warledger("show", "control", "--ledger", ledger, "--format", "csv").stdout))
    assert (first["place"], first["lat"], first["since"], first["until"], first["held"]) == ("Arvandu", "35.93", "2020-02-05", "2020-02-26", "Syrian army")
    assert (last["until"], last["last"], last["contested"], last["sources"]) == ("", "2020-02-27", "False", "c_2")
    (ultimatum,) = csv.DictReader(io.StringIO(warledger("show", "ultimatums", "--ledger", ledger, "--format", "csv").stdout))
    assert (ultimatum["deadline"], ultimatum["condition"], ultimatum["outcome"]) == ("2020-02-29", "", "open")
