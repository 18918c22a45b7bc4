"""`warledger estimate`, and the matrix that other programs estimate from."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import warledger as wl
from warledger.store import Ledger, RunInfo

Run = Callable[..., Any]
OUTLETS = ("Post", "Herald", "Wire")
# Hepatitis A in a college (Chao et al. 2001): how many each combination of three lists had.
COUNTS = (28, 21, 17, 69, 18, 55, 63)


def fill(path: Path, counts: tuple[int, ...]) -> Path:
    """A ledger whose incidents are told of by these combinations of three outlets, so often each."""
    patterns = [pattern for pattern in itertools.product((True, False), repeat=len(OUTLETS)) if any(pattern)]
    reports, claims, incidents = [], [], []
    for pattern, count in zip(patterns, counts, strict=True):
        for number in range(count):
            name = f"{''.join(str(int(one)) for one in pattern)}_{number}"
            told = [outlet for outlet, tells in zip(OUTLETS, pattern, strict=True) if tells]
            reports += [wl.Report(f"r_{name}_{outlet}", "text", outlet=outlet) for outlet in told]
            claims += [wl.Claim(f"c_{name}_{outlet}", f"r_{name}_{outlet}", "ASSAULT") for outlet in told]
            incidents.append(wl.Incident(f"i_{name}", "ASSAULT", None, wl.Place("Arvandu", country="SYR"), None, (),
                                         tuple(sorted(f"c_{name}_{outlet}" for outlet in told)), len(told), len(told), len(told)))
    with Ledger.open(path) as opened, opened.transaction(RunInfo()):
        opened.add(reports, claims, run=RunInfo())
        opened.replace_incidents(incidents)
    return path


@pytest.fixture
def ledger(desk: Path) -> Path:
    return fill(desk / "war.db", COUNTS)


def test_an_estimate_says_that_it_is_none_of_a_count_and_what_it_assumes(warledger: Run, ledger: Path) -> None:
    done = warledger("estimate", "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("ESTIMATE, not a count.")
    assert "Counted: 271 incidents, told of by 3 sources (origins)." in done.stdout
    assert "Told of by 1 source: 187, 2 sources: 56, 3 sources: 28." in done.stdout
    assert "Log-linear model (Fienberg 1972) of" in done.stdout
    assert "about 527 in all, of which 271 are counted; 95% interval" in done.stdout
    assert "What it assumes:\n- The population is closed" in done.stdout


def test_an_estimate_for_programs_has_the_label_and_the_assumptions_too(warledger: Run, ledger: Path) -> None:
    found = json.loads(warledger("estimate", "--ledger", ledger, "--format", "json").stdout)
    assert found["label"] == "estimate, not a count"
    assert found["told_of_by"] == {"1": 187, "2": 56, "3": 28}
    # Chao (1987) for three sources: 271 + 2/3 * 187^2 / (2 * 56)
    assert found["chao"]["total"] == pytest.approx(479.1, abs=0.1)
    assert found["log_linear"]["deviance"] == pytest.approx(13.2, abs=0.05)
    assert len(found["assumptions"]) == 6


def test_sources_may_be_named(warledger: Run, ledger: Path) -> None:
    done = warledger("estimate", "--ledger", ledger, "--source", "post", "--source", "Wire", "--format", "json")
    assert json.loads(done.stdout)["log_linear"]["sources"] == ["Post", "Wire"]
    done = warledger("estimate", "--ledger", ledger, "--source", "Gazette")
    assert done.returncode == 2
    assert "no source here is called 'Gazette'; the largest are: Post" in done.stderr


def test_what_the_data_cannot_bear_is_refused_with_the_reason(warledger: Run, desk: Path) -> None:
    few = fill(desk / "few.db", (0, 2, 0, 5, 0, 5, 1))
    done = warledger("estimate", "--ledger", few)
    assert done.returncode == 1
    assert "Chao's lower bound: refused. Only 2 incidents are told of by exactly two sources" in done.stdout
    assert "Log-linear model: refused. These sources tell of 12 incidents; at least 30 are needed." in done.stdout
    assert warledger("estimate", "--ledger", few, "--place", "Beltash").returncode == 1


def test_the_matrix_has_a_row_for_an_incident_and_a_column_for_a_source(warledger: Run, ledger: Path) -> None:
    header, *rows = csv.reader(io.StringIO(warledger("export", "--format", "inclusion", "--ledger", ledger).stdout))
    assert header == ["incident", "type", "start", "place", "sources", "Post", "Wire", "Herald"]
    assert len(rows) == 271
    assert all(sum(map(int, row[5:])) == int(row[4]) for row in rows)
    assert sum(row[5:] == ["1", "1", "1"] for row in rows) == COUNTS[0]
