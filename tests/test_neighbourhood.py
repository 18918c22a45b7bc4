"""A few new reports in a large ledger: what linking their neighbourhood gives is what linking everything gives; and a process that is
killed in the middle leaves a sound ledger."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from warledger import flow
from warledger.incidents import link
from warledger.model import Claim, Decision, Participant, Passage, Place, Report, TimeSpan
from warledger.neighbourhood import around
from warledger.store import Ledger, RunInfo

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks" / "linking.py"
CLAIMS, NEW_REPORTS = 1_500, 5


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("linking_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def war(benchmark: ModuleType) -> tuple[list[Report], list[Claim]]:
    reports, claims = benchmark.invented(CLAIMS)
    return reports, claims


def parted(war: tuple[list[Report], list[Claim]], ledger: Ledger) -> list[str]:
    """A ledger that has all but the last reports linked, and those unlinked; the ids of their claims."""
    reports, claims = war
    new = {report.id for report in reports[:: len(reports) // NEW_REPORTS]}
    ledger.add([one for one in reports if one.id not in new], [one for one in claims if one.report not in new], run=RunInfo())
    flow.relink(ledger)
    ledger.add([one for one in reports if one.id in new], [one for one in claims if one.report in new], run=RunInfo())
    return [one.id for one in claims if one.report in new]


def test_linking_the_neighbourhood_gives_what_linking_everything_gives(war, tmp_path: Path) -> None:
    reports, claims = war
    with Ledger.open(tmp_path / "war.db") as ledger:
        flow.relink(ledger, parted(war, ledger))
        assert ledger.check() == []
        found = {one.claims for one in ledger.incidents()}
    assert found == {one.claims for one in link(claims, {report.id: report for report in reports})}


def test_a_new_report_is_joined_with_one_that_it_shares_its_words_with(tmp_path: Path) -> None:
    texts = [f"The army said on day {number} that its units shelled terrorist hideouts." for number in range(300)]
    texts[0] = "The shell came through the awning of a bakery while pensioners queued for flatbread."
    texts[1] = "Pensioners who queued for flatbread at the bakery told of an awning in flames."
    reports = [Report(f"r_{number:03d}", text, published="2020-02-05", origin=f"o_{number:03d}") for number, text in enumerate(texts)]
    day, town = TimeSpan("2020-02-03", "2020-02-03", "day", "on Monday"), Place("Kafr Varn", 1, 35.86, 36.8, "SYR", "Idlib", radius_km=4.0)
    army = Participant("Syrian army", "force.syr.army", "SYR", "MIL")
    first, second = (Claim(f"c_{number}", f"r_{number:03d}", "ASSAULT", mode="heavy-weapons", initiators=(army,), place=place, when=day,
                           passages=(Passage("trigger", 0, 3, "The"),)) for number, place in enumerate((town, None)))
    with Ledger.open(tmp_path / "war.db") as ledger:
        ledger.add([reports[0], *reports[2:]], [first], run=RunInfo())
        flow.relink(ledger)
        ledger.add([reports[1]], [second], run=RunInfo())
        with ledger.asking() as connection:
            assert around(connection, ["c_1"]).scope.only == {"c_0", "c_1"}
    assert [one.claims for one in link([first, second], {report.id: report for report in reports})] == [("c_0", "c_1")]


def test_what_is_far_from_the_new_reports_is_not_touched(war, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        new = parted(war, ledger)
        with ledger.asking() as connection:
            touched = around(connection, new)
        before = {one.id: one.to_json() for one in ledger.incidents()}
        flow.relink(ledger, new)
        after = {one.id: one.to_json() for one in ledger.incidents()}
    assert len(touched.scope.only) < CLAIMS / 2
    changed = {name for name in before if after.get(name) != before[name]}
    assert changed <= touched.current
    assert changed


def test_an_analysts_word_holds_when_only_a_neighbourhood_is_linked(war, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        new = parted(war, ledger)
        flow.relink(ledger, new)
        one = next(incident for incident in ledger.incidents() if len(incident.claims) > 1)
        first, second = one.claims[:2]
        list(flow.decide([Decision("d_1", "different", (first, second), "analyst", "2021-01-01T00:00:00Z")], ledger))
        homes = {claim: incident.id for incident in ledger.incidents() for claim in incident.claims}
        assert homes[first] != homes.get(second)
        assert ledger.check() == []


KILLED = """
import os, signal, sys
from warledger import flow
from warledger.store import Ledger, writing

batch = writing._insert_incidents
def killed(*arguments):
    batch(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
writing._insert_incidents = killed
with Ledger.open(sys.argv[1]) as ledger:
    flow.relink(ledger, sys.argv[2:] or None)
"""


@pytest.mark.parametrize("whole", [True, False])
def test_a_process_killed_in_the_middle_of_linking_leaves_a_sound_ledger(war, tmp_path: Path, whole: bool) -> None:
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        new = parted(war, ledger)
        before = ledger.content_digest()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), *([] if whole else new)], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        assert ledger.check() == []
        assert ledger.content_digest() == before
        flow.relink(ledger, new)
        assert {claim for one in ledger.incidents() for claim in one.claims} & set(new)
        assert ledger.check() == []


def test_what_was_decided_long_ago_and_far_away_is_not_linked_again(war, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        new = parted(war, ledger)
        flow.relink(ledger, new)
        pairs = [incident.claims[:2] for incident in ledger.incidents() if len(incident.claims) > 1]
        list(flow.decide([Decision("d_1", "different", pairs[0], "analyst", "2021-01-01T00:00:00Z")], ledger))
        linked = ledger.last_linked()
        before = {one.id: one.to_json() for one in ledger.incidents()}
        assert ledger.decided()["d_1"] == linked
        assert flow.relink(ledger, ()) == []
        assert {one.id: one.to_json() for one in ledger.incidents()} == before
        assert ledger.last_linked() == linked


def test_a_decision_that_is_undone_draws_in_what_it_was_about(war, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        new = parted(war, ledger)
        flow.relink(ledger, new)
        together = {one.claims for one in ledger.incidents()}
        first, second = next(claims for claims in sorted(together) if len(claims) > 1)[:2]
        list(flow.decide([Decision("d_1", "different", (first, second), "analyst", "2021-01-01T00:00:00Z")], ledger))
        assert {one.claims for one in ledger.incidents()} != together
        list(flow.decide([Decision("d_2", "note", (), "analyst", "2021-01-02T00:00:00Z", undoes="d_1")], ledger))
        assert {one.claims for one in ledger.incidents()} == together


def test_decisions_written_down_one_by_one_all_count_when_claims_are_linked_next(war, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        new = parted(war, ledger)
        flow.relink(ledger, new)
        pairs = [incident.claims[:2] for incident in ledger.incidents() if len(incident.claims) > 1][:2]
        for number, pair in enumerate(pairs):
            ledger.decide([Decision(f"d_{number}", "different", pair, "analyst", f"2021-01-0{number + 1}T00:00:00Z")])
        list(flow.decide([], ledger))
        homes = {claim: incident.id for incident in ledger.incidents() for claim in incident.claims}
        assert all(homes[first] != homes.get(second) for first, second in pairs)


def test_where_nearly_everything_is_near_everything_is_linked(tmp_path: Path) -> None:
    army = Participant("Syrian army", "force.syr.army", "SYR", "MIL")
    town = Place("Kafr Varn", 1, 35.86, 36.8, "SYR", "Idlib", radius_km=4.0)
    reports = [Report(f"r_{number:02d}", f"The army shelled Kafr Varn for the {number}th time.", published="2020-02-05", origin=f"o_{number:02d}")
               for number in range(30)]
    days = [f"2020-02-{1 + number % 4:02d}" for number in range(30)]
    claims = [Claim(f"c_{number:02d}", f"r_{number:02d}", "ASSAULT", mode="heavy-weapons", initiators=(army,), place=town,
                    when=TimeSpan(day, day, "day", "then"), passages=(Passage("trigger", 9, 16, "shelled"),)) for number, day in enumerate(days)]
    with Ledger.open(tmp_path / "war.db") as ledger:
        ledger.add(reports[:-1], claims[:-1], run=RunInfo())
        flow.relink(ledger)
        ledger.add(reports[-1:], claims[-1:], run=RunInfo())
        with ledger.asking() as connection:
            assert around(connection, [claims[-1].id], most=3) is None
        flow.relink(ledger, [claims[-1].id])
        found = {one.claims for one in ledger.incidents()}
    assert found == {one.claims for one in link(claims, {report.id: report for report in reports})}
