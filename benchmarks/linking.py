"""How long does linking take, and how much memory? 100,000 made-up claims, then ten more reports.

In: the number of claims. Out: one JSON object: seconds and peak memory of linking all into a ledger, seconds for ten reports more, and
how many claims those touched. Decision: the claims are made from a seed, a war of a year in 400 towns whose acts are told by one to
fifteen reports each, with rival figures, vague days and provinces for towns; nothing is read or coded, for that is measured by speed.py.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from warledger import flow
from warledger.model import Claim, Participant, Passage, Place, Report, Speaker, Tally, TimeSpan
from warledger.store import Ledger, RunInfo

SEED = 20200205
TOWNS, PROVINCES, DAYS = 400, 20, 365
CLAIMS_PER_REPORT = 5
START = date(2020, 1, 1)
KIB_PER_MB = 1e6 / 1024  # Linux counts ru_maxrss in kibibytes
ACTS = (("ASSAULT", "heavy-weapons"), ("ASSAULT", "aerial"), ("ASSAULT", "clash"), ("TERRITORY", "capture"), ("DISPLACEMENT", "flee"))
SIDES = (Participant("Syrian army", "force.syr.army", "SYR", "MIL"), Participant("rebel fighters", None, None, "REB"),
         Participant("Turkish forces", "force.tur.army", "TUR", "MIL"), Participant("Islamic State", "group.isis", None, "REB"))
PEOPLE = Participant("civilians", None, "SYR", "CVL")
SPEAKERS = (Speaker("SANA", "media.sana", "SYR", "MED"), Speaker("Syrian Observatory for Human Rights", "body.sohr", None, "NGO"),
            Speaker("Reuters", "media.reuters", None, "MED"), Speaker("residents", None, None, "CVL", True))
SYLLABLES = ("ka", "fer", "mar", "tel", "sar", "bin", "nish", "zor", "dan", "hul", "rab", "qam", "ash", "tir", "mul", "jeb")


def main() -> None:
    """Measures and prints."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--claims", type=int, default=100_000)
    print(json.dumps(measure(arguments.parse_args().claims), indent=2))


def measure(count: int) -> dict[str, Any]:
    """The figures for so many claims."""
    reports, claims = invented(count)
    new = 10
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "war.db") as ledger:
        more = {report.id for report in random.Random(SEED).sample(reports, new)}
        ledger.add([one for one in reports if one.id not in more], [one for one in claims if one.report not in more], run=RunInfo())
        first, first_cpu = seconds(lambda: flow.relink(ledger))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB
        before = {one.id: one.revision for one in ledger.incidents()}
        ledger.add([one for one in reports if one.id in more], [one for one in claims if one.report in more], run=RunInfo())
        again, again_cpu = seconds(lambda: flow.relink(ledger, [one.id for one in claims if one.report in more]))
        after = {one.id: one.revision for one in ledger.incidents()}
        return {"claims": len(claims), "reports": len(reports), "incidents": len(after), "link_seconds": round(first, 1), "link_cpu_seconds": round(first_cpu, 1),
                "peak_memory_mb": round(peak), "reports_more": new, "link_more_seconds": round(again, 2), "link_more_cpu_seconds": round(again_cpu, 2),
                "incidents_changed": sum(before.get(name) != revision for name, revision in after.items())}


def invented(count: int) -> tuple[list[Report], list[Claim]]:
    """Reports and claims of a war that never was, the same for the same count."""
    chance = random.Random(SEED)
    towns = [_town(chance, number) for number in range(TOWNS)]
    reports: list[Report] = []
    claims: list[Claim] = []
    telling: list[list[Claim]] = []
    acts = _acts(chance, towns)
    while len(claims) < count:
        act = next(acts)
        for _ in range(min(1 + int(chance.expovariate(0.4)), 15)):
            if len(telling) < 40 or chance.random() < 1 / CLAIMS_PER_REPORT:
                number = len(reports)
                telling.append([])
                reports.append(Report(f"r_{number:016x}", f"Report {number} of {' '.join(_name(chance) for _ in range(8))}.",
                                      outlet=f"Outlet {number % 60}", language="en", published=(act[3] + timedelta(chance.choice((0, 0, 1)))).isoformat(),
                                      published_from="given", origin=f"o_{number:016x}"))
                report = reports[-1]
            else:
                report = reports[-1 - chance.randrange(min(40, len(reports)))]
            claims.append(_claim(chance, len(claims), report, act))
    return reports, sorted(claims, key=lambda one: (one.report, one.id))


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _town(chance: random.Random, number: int) -> Place:
    province = number % PROVINCES
    lat, lon = 33 + province // 5 + chance.random(), 36 + province % 5 + chance.random()
    return Place(f"{_name(chance)} {_name(chance)}", number + 1, round(lat, 4), round(lon, 4), "SYR", f"Province {province}", radius_km=4.0)


Act = tuple[tuple[str, str], Place, tuple[Participant, Participant], date, int]


def _acts(chance: random.Random, towns: list[Place]) -> Iterator[Act]:
    """Acts without end, day by day and again from the first day on."""
    while True:
        for day in range(DAYS):
            for _ in range(chance.randrange(60, 120)):
                sides = chance.sample(SIDES, 2)
                yield chance.choice(ACTS), chance.choice(towns), (sides[0], sides[1]), START + timedelta(day), 1 + int(chance.expovariate(0.15))


def _claim(chance: random.Random, number: int, report: Report, act: Act) -> Claim:
    (type_, mode), town, (doer, other), day, dead = act
    place: Place | None = town
    if chance.random() < 0.15:
        place = Place(town.admin1 or "", None, town.lat, town.lon, "SYR", town.admin1, precision="province", radius_km=50.0)
    when = TimeSpan(day.isoformat(), day.isoformat(), "day", "on that day", "the time of the lead" if chance.random() < 0.3 else None)
    told = max(1, dead + chance.choice((0, 0, 0, 1, -1, 3)))
    tallies = () if type_ != "ASSAULT" or chance.random() < 0.4 else (Tally("killed", told, told, told, wording=f"{told} people"),)
    return Claim(f"c_{number:016x}", report.id, type_, mode=mode, speakers=(chance.choice(SPEAKERS),) if chance.random() < 0.6 else (),
                 initiators=(doer,) if chance.random() < 0.8 else (), targets=(PEOPLE if chance.random() < 0.4 else other,),
                 place=place, when=when, tallies=tallies, passages=(Passage("trigger", number % 50, number % 50 + 6, "attack"),), coder="made up")


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long the work takes, by the clock and of the processor, which tells more where others use the machine."""
    started, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - busy


if __name__ == "__main__":
    main()
