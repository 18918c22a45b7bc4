"""The columns of a Survey: one value of each incident in an array, many values in a relation.

In: a connection, and the columns of an earlier run where they are known. Out: Columns. Decision: figures that the tables have
no column for are taken out of the record by the database itself (json_extract), which is ten times faster than reading
records; of a ledger that is known only what later runs changed is read, since a row is never changed, only superseded.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from warledger.model.place import PRECISIONS
from warledger.store.survey_relations import Relation

NO_DAY = np.iinfo(np.int32).min
NO_FIGURE = -1
NO_PRECISION = -1
Rows = list[tuple[Any, ...]]
NOTHING = Relation.of(())

# What came with a later run than :run, all of it where that is 0.
CURRENT = "WHERE i.superseded_run IS NULL AND i.added_run > :run"
# The same of what was current when the run :upto had ended.
PAST = "WHERE i.added_run > :run AND i.added_run <= :upto AND (i.superseded_run IS NULL OR i.superseded_run > :upto)"
INCIDENTS = f"""SELECT number, id, type, mode, grade, country, admin1, admin1_key, admin2_key, place, place_key, lat, lon, first_day, last_day,
 json_extract(record, '$.fields.killed.best'), json_extract(record, '$.origins'), json_array_length(record, '$.claims'),
 json_extract(record, '$.place.precision'), json_extract(record, '$.place.radius_km'),
 instr(record, '"agreement": "contradict"') > 0 OR grade = 'contested'
 FROM incidents i {CURRENT} ORDER BY number"""
MEMBERS = f"SELECT m.incident_number, m.claim_number FROM incidents i JOIN incident_claims m ON m.incident_number = i.number {CURRENT}"
# Of a ledger that is read whole these are scans, which are faster than looking up each claim of each incident.
OF_NEW = f"WHERE :run = 0 OR {{claim}} IN (SELECT m.claim_number FROM incidents i JOIN incident_claims m ON m.incident_number = i.number {CURRENT})"
PEOPLE = f"SELECT claim_number, coalesce(actor, name_key), name, country FROM claim_participants {OF_NEW.format(claim='claim_number')}"
SPEAKERS = f"SELECT claim_number, coalesce(actor, name_key), name FROM claim_speakers {OF_NEW.format(claim='claim_number')}"
CLAIMS = f"SELECT number, report_number FROM claims {OF_NEW.format(claim='number')}"
REPORTS = "SELECT number, outlet, coalesce(origin, id) FROM reports"
GONE = "SELECT number FROM incidents WHERE superseded_run > :run AND added_run <= :run"


@dataclass(frozen=True)
class Columns:
    """One entry an incident, in the order of their numbers. first and last are days since 1970 or NO_DAY; lat and lon degrees or
    NaN; killed is the best figure or NO_FIGURE; precision an index into model.place.PRECISIONS or NO_PRECISION; radius
    kilometres or NaN; run is the last run that the columns know."""

    run: int
    numbers: NDArray[np.int64]
    ids: tuple[str, ...]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    killed: NDArray[np.int32]
    origins: NDArray[np.int32]
    claims: NDArray[np.int32]
    radius: NDArray[np.float64]
    precision: NDArray[np.int8]
    place: tuple[str | None, ...]
    contested: NDArray[np.bool_]
    relations: dict[str, Relation]

    def part(self, names: Collection[str]) -> Columns:
        """Of the incidents of these ids alone, as if there were no others."""
        wanted = frozenset(names)
        stays = np.array([name in wanted for name in self.ids], dtype=bool)
        moved = np.where(stays, np.cumsum(stays) - 1, -1).astype(np.int32)
        made: dict[str, Any] = {"run": self.run, "relations": {name: relation.joined(moved, NOTHING) for name, relation in self.relations.items()}}
        for field in dataclasses.fields(Columns):
            own = getattr(self, field.name)
            if isinstance(own, np.ndarray):
                made[field.name] = own[stays]
            elif isinstance(own, tuple):
                made[field.name] = tuple(own[row] for row in np.flatnonzero(stays))
        return Columns(**made)


def read_columns(connection: Connection, known: Columns | None = None, upto: int | None = None) -> Columns:
    """The columns of what is current, or was when a run had ended; what `known` has already is not read again."""
    if upto is not None:
        return _read(connection, upto, 0, past=True)
    run = int(connection.execute(text("SELECT coalesce(max(number), 0) FROM runs")).scalar_one())
    fresh = _read(connection, run, known.run if known else 0)
    if known is None:
        return fresh
    gone = np.array(connection.execute(text(GONE), {"run": known.run}).scalars().all(), dtype=np.int64)
    return _joined(known, ~np.isin(known.numbers, gone), fresh)


def _joined(known: Columns, stays: NDArray[np.bool_], fresh: Columns) -> Columns:
    """What stays of the known, and the fresh after it."""
    moved = np.where(stays, np.cumsum(stays) - 1, -1).astype(np.int32)
    kept = int(stays.sum())
    made: dict[str, Any] = {"run": fresh.run}
    for field in dataclasses.fields(Columns):
        own, other = getattr(known, field.name), getattr(fresh, field.name)
        if isinstance(own, np.ndarray):
            made[field.name] = np.concatenate((own[stays], other))
        elif isinstance(own, tuple):
            made[field.name] = (*(own[row] for row in np.flatnonzero(stays)), *other)
    after = np.arange(kept, kept + len(fresh.ids), dtype=np.int32)
    made["relations"] = {name: relation.joined(moved, fresh.relations[name].at(after)) for name, relation in known.relations.items()}
    return Columns(**made)


def _read(connection: Connection, run: int, since: int, past: bool = False) -> Columns:
    """The current incidents that came with a later run than `since`; past: those that were current when `run` had ended."""

    def ask(query: str) -> Rows:
        return _rows(connection, query.replace(CURRENT, PAST) if past else query, {"run": since, "upto": run})

    rows = ask(INCIDENTS)
    cells: list[Sequence[Any]] = [tuple(cell) for cell in zip(*rows, strict=True)] if rows else [()] * 21
    numbers, ids, types, modes, grades, countries, admin1, admin1_key, admin2_key, place, place_key, lat, lon, first, last = cells[:15]
    killed, origins, claims, precision, radius, contested = cells[15:]
    starts, ends = _days(first), _days(last)
    index = {name: number for number, name in enumerate(PRECISIONS)}
    return Columns(
        run=run, numbers=np.array(numbers, dtype=np.int64), ids=tuple(ids), first=starts, last=np.where(ends == NO_DAY, starts, ends), lat=_floats(lat), lon=_floats(lon),
        killed=np.array([NO_FIGURE if one is None else one for one in killed], dtype=np.int32), origins=np.array(origins, dtype=np.int32),
        claims=np.array(claims, dtype=np.int32), radius=_floats(radius), precision=np.array([index.get(one, NO_PRECISION) for one in precision], dtype=np.int8),
        place=tuple(place), contested=np.array(contested, dtype=bool),
        relations=_own(types, modes, grades, countries, admin1, admin1_key, admin2_key, place, place_key)
        | _of_claims(ask, {number: row for row, number in enumerate(numbers)}))


def _own(types: Sequence[str], modes: Sequence[str | None], grades: Sequence[str], countries: Sequence[str | None], admin1: Sequence[str | None],
         admin1_key: Sequence[str | None], admin2_key: Sequence[str | None], place: Sequence[str | None], place_key: Sequence[str | None]) -> dict[str, Relation]:
    """The relations of what an incident says itself."""
    acts = [f"{type_}/{mode}" if mode else type_ for type_, mode in zip(types, modes, strict=True)]
    inside = [(row, key, key) for column in (admin1_key, admin2_key) for row, key in enumerate(column)]
    return {
        "type": Relation.of((row, act, act) for row, act in enumerate(acts)),
        "grade": Relation.of((row, grade, grade) for row, grade in enumerate(grades)),
        "country": Relation.of((row, code, code) for row, code in enumerate(countries)),
        "province": Relation.of((row, key, name) for row, (key, name) in enumerate(zip(admin1_key, admin1, strict=True))),
        "place": Relation.of((row, key, name) for row, (key, name) in enumerate(zip(place_key, place, strict=True))),
        "inside": Relation.of(inside),
    }


def _of_claims(ask: Callable[[str], Rows], row_of: dict[int, int]) -> dict[str, Relation]:
    """The relations of what the claims of an incident say. Those of reports have the report's number as their key."""
    members = ask(MEMBERS)
    inside = {claim: row_of[incident] for incident, claim in members}
    people = [(inside[claim], key, name, country) for claim, key, name, country in ask(PEOPLE) if claim in inside]
    speakers = [(inside[claim], key, name) for claim, key, name in ask(SPEAKERS) if claim in inside]
    told = {(inside[claim], report) for claim, report in ask(CLAIMS) if claim in inside}
    of_report = {number: (outlet, origin) for number, outlet, origin in ask(REPORTS)}
    return {
        "actor": Relation.of((row, key, name) for row, key, name, _country in people),
        "side": Relation.of((row, country, country) for row, _key, _name, country in people),
        "speaker": Relation.of(speakers),
        "outlet": Relation.of((row, of_report[report][0], None) for row, report in told),
        "report": Relation.of((row, str(report), None) for row, report in told),
        "origin": Relation.of((row, of_report[report][1], None) for row, report in told),
    }


def _rows(connection: Connection, query: str, values: dict[str, int]) -> Rows:
    """The rows as the driver gives them: of a million, SQLAlchemy's own rows take longer than the question."""
    found: Rows = connection.connection.cursor().execute(query, values).fetchall()
    return found


def _days(texts: Sequence[str | None]) -> NDArray[np.int32]:
    days = np.array([one[:10] if one else "NaT" for one in texts], dtype="datetime64[D]").astype(np.int64)
    return np.where(days == np.iinfo(np.int64).min, NO_DAY, days).astype(np.int32)


def _floats(values: Sequence[float | None]) -> NDArray[np.float64]:
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)
