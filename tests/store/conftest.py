"""A ledger in a file of its own, and records to put into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warledger.model import Claim, Participant, Place, Problem, Report, Speaker, Tally, TimeSpan
from warledger.store import Ledger, RunInfo

RUN = RunInfo("2020-02-06T00:00:00Z", "0.1")
SARAQEB = Place("Saraqeb", 1, 35.864, 36.806, "SYR", "Idlib", "Saraqib District", radius_km=5.0)


def _report(name: str, text: str = "Shells hit the market.", **more: object) -> Report:
    return Report(f"r_{name}", text, source_id=f"source-{name}", outlet="The Post", published="2020-02-05T14:00:00Z",
                  origin=f"o_{name}", **more)  # type: ignore[arg-type]


def _claim(name: str, report: str, coder: str = "rules/1", **more: object) -> Claim:
    values = {
        "type": "ASSAULT", "mode": "heavy-weapons", "place": SARAQEB, "coder": coder,
        "speakers": (Speaker("Reuters", "media.reuters", None, "MED"), Speaker("Élise Čapek")),
        "initiators": (Participant("Syrian army", "force.syr.army", "SYR", "MIL"),),
        "when": TimeSpan("2020-02-03", "2020-02-03", "day", "Monday"), "tallies": (Tally("killed", 8, 8, 8),)}
    return Claim(f"c_{name}", f"r_{report}", **{**values, **more})  # type: ignore[arg-type]


@pytest.fixture
def report() -> Callable[..., Report]:
    return _report


@pytest.fixture
def claim() -> Callable[..., Claim]:
    return _claim


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "war.db"


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with nothing in it, made once: migrations take longer than a test."""
    made = tmp_path_factory.mktemp("ledger") / "empty.db"
    Ledger.open(made).close()
    return made


@pytest.fixture
def ledger(path: Path, empty_ledger: Path) -> Iterator[Ledger]:
    shutil.copy(empty_ledger, path)
    with Ledger.open(path) as opened:
        yield opened


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Three reports with a claim each, and a problem."""
    reports = [_report("a"), _report("b", "Talks in Geneva (again) were \"off\"."), _report("c", "Nothing new from Aleppo.")]
    claims = [_claim("a", "a"), _claim("b", "b", type="AGREE", mode="deal", place=None, when=None, initiators=(), speakers=()),
              _claim("c", "c", place=Place("northern Aleppo", country="SYR", admin1="Aleppo", precision="province"),
                     when=TimeSpan("2020-01-01", "2020-01-31", "month", "January"), initiators=(Participant("rebels", None, None, "REB"),))]
    ledger.add(reports, claims, [Problem("read", "no-date", "no date was found", "b.txt", 1, "r_b")], run=RUN)
    return ledger
