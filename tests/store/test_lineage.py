"""Whatever analysts decide, in any order: the ledger stays sound, no id is lost, and what was known then can still be asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warledger.incidents import link
from warledger.model import Claim, Decision, Incident, Place, Report, TimeSpan
from warledger.store import Filter, Ledger, RunInfo

NAMES = tuple("abcdef")
WAYS, STEPS = 60, 6  # each a ledger in a file of its own; tests/incidents/test_lineage.py goes a thousand ways without one

steps = st.lists(st.tuples(st.sampled_from(["report", "same", "different", "reject", "confirm", "undo", "revise"]),
                           st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=STEPS)


def told(name: str, mode: str = "heavy-weapons") -> Claim:
    day = "2020-02-03" if name in "abc" else "2020-02-06"
    return Claim(f"c_{name}", f"r_{name}", "ASSAULT", mode=mode, when=TimeSpan(day, day, "day", "on the day"),
                 place=Place("Saraqeb", 1, 35.864, 36.806, "SYR", "Idlib", radius_km=5.0))


def take(ledger: Ledger, number: int, act: str, one: int, other: int) -> None:
    """One step and the linking after it, in one run."""
    info = RunInfo(f"2020-03-{number:02d}T00:00:00Z", "0.1")
    log = list(ledger.decisions())
    known = sorted(ledger.known_report_ids())
    subjects = [*(incident.id for incident in ledger.incidents()), *(incident.id for incident in ledger.ended()),
                *(claim.id for claim in ledger.claims())]
    first, second = subjects[one % len(subjects)], subjects[other % len(subjects)]
    with ledger.transaction(info):
        if act == "report":
            new = [name for name in NAMES if f"r_{name}" not in known][:2]
            ledger.add([Report(f"r_{name}", "text", outlet=f"outlet {name}", published="2020-02-07") for name in new], map(told, new), run=info)
        elif act == "revise":
            ledger.add([], [told(known[one % len(known)][2:], "aerial" if other % 2 else "heavy-weapons")], run=info)
        elif act == "undo":
            undone = [Decision(f"d_{number}", "undo", (), "analyst", info.at or "", undoes=log[one % len(log)].id)] if log else []
            ledger.decide(undone)
        elif act in ("reject", "confirm") or first != second:
            of = (first,) if act in ("reject", "confirm") else (first, second)
            ledger.decide([Decision(f"d_{number}", act, of, "analyst", info.at or "")])
        relink(ledger)


def relink(ledger: Ledger) -> None:
    reports = {report.id: report for report in ledger.reports()}
    ledger.replace_incidents(link(ledger.claims(), reports, [*ledger.incidents(), *ledger.ended()], ledger.decisions()))


@settings(max_examples=WAYS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps)
def test_in_any_way_the_ledger_stays_sound_and_leads_from_every_id(empty_ledger: Path, tmp_path: Path, ways: list[tuple[str, int, int]]) -> None:
    path = tmp_path / "war.db"
    shutil.copy(empty_ledger, path)
    last: dict[str, Incident] = {}
    then: dict[str, list[Incident]] = {}
    with Ledger.open(path) as ledger:
        with ledger.transaction(RunInfo("2020-03-01T00:00:00Z", "0.1")):
            ledger.add([Report(f"r_{name}", "text", outlet=f"outlet {name}", published="2020-02-07") for name in "abc"], map(told, "abc"), run=RunInfo())
            relink(ledger)
        for number, (act, one, other) in enumerate([("report", 0, 0), *ways], 2):
            take(ledger, number, act, one, other)
            current = list(ledger.incidents())
            then[f"2020-03-{number:02d}"] = current
            last |= {incident.id: incident for incident in current}
            assert ledger.check() == []
            leads_somewhere(ledger, last, {claim for incident in current for claim in incident.claims})
        before = ledger.content_digest()
        with ledger.transaction(RunInfo("2020-04-01T00:00:00Z", "0.1")) as run:
            relink(ledger)
        assert (run.has_changed, ledger.content_digest()) == (False, before)
        for day, known in then.items():
            assert list(ledger.incidents(Filter(as_of=day))) == known


def leads_somewhere(ledger: Ledger, last: dict[str, Incident], held: set[str]) -> None:
    for name, incident in last.items():
        found = ledger.incident(name)
        if found is None:
            assert ledger.tombstones(name), f"{name} is gone without a trace"
            assert not held & set(incident.claims), f"{name} is lost: its claims are in another incident"
        elif found.id != name:
            assert ledger.tombstones(name)[-1].redirect is not None
            assert name in found.supersedes
