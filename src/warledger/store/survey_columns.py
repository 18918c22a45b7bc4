"""The columns of a Survey: one value of each incident in an array, many values in a relation.

In: a connection. Out: Columns. Decision: figures that the tables have no column for are taken out of the record by the
database itself (json_extract), which is ten times faster than reading records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

if TYPE_CHECKING:
    from warledger.store.survey import Count

NO_DAY = np.iinfo(np.int32).min
NO_FIGURE = -1

INCIDENTS = """SELECT number, id, type, mode, grade, country, admin1, admin1_key, admin2_key, place, place_key, lat, lon, first_day, last_day,
 json_extract(record, '$.fields.killed.best'), json_extract(record, '$.origins'), json_array_length(record, '$.claims'),
 json_extract(record, '$.place.precision'), json_extract(record, '$.place.radius_km'),
 instr(record, '"agreement": "contradict"') > 0 OR grade = 'contested'
 FROM incidents WHERE superseded_run IS NULL ORDER BY number"""
MEMBERS = "FROM incidents i JOIN incident_claims m ON m.incident_number = i.number"
CURRENT = "WHERE i.superseded_run IS NULL"
PEOPLE = f"""SELECT DISTINCT i.number, coalesce(p.actor, p.name_key), p.name, p.country {MEMBERS}
 JOIN claim_participants p ON p.claim_number = m.claim_number {CURRENT}"""
SPEAKERS = f"""SELECT DISTINCT i.number, coalesce(s.actor, s.name_key), s.name {MEMBERS}
 JOIN claim_speakers s ON s.claim_number = m.claim_number {CURRENT}"""
REPORTS = f"""SELECT DISTINCT i.number, r.id, r.outlet, coalesce(r.origin, r.id) {MEMBERS}
 JOIN claims c ON c.number = m.claim_number JOIN reports r ON r.number = c.report_number {CURRENT}"""


@dataclass(frozen=True)
class Relation:
    """Which incidents have which values: rows[k] has the value keys[codes[k]], shown as labels[codes[k]]."""

    rows: NDArray[np.int32]
    codes: NDArray[np.int32]
    keys: tuple[str, ...]
    labels: tuple[str, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, str | None, str | None]]) -> Relation:
        """From (row, key, label); a key that is None is no value. The label that is used most stands for its key."""
        kept = sorted({(row, key, label or key) for row, key, label in pairs if key})
        used: dict[str, Counter[str]] = {}
        for _row, key, label in kept:
            used.setdefault(key, Counter())[label] += 1
        keys = sorted(used)
        code = {key: number for number, key in enumerate(keys)}
        edges = sorted({(row, code[key]) for row, key, _label in kept})
        both = np.array(edges, dtype=np.int32).reshape(len(edges), 2)
        labels = tuple(min(used[key], key=lambda label: (-used[key][label], label)) for key in keys)
        return cls(both[:, 0].copy(), both[:, 1].copy(), tuple(keys), labels)

    def any_of(self, wanted: Sequence[str], size: int) -> NDArray[np.bool_]:
        """The rows that have one of the values; "TYPE" also finds "TYPE/mode"."""
        asked = set(wanted)
        return self.where(lambda key: key in asked or key.split("/")[0] in asked, size)

    def where(self, fits: Callable[[str], bool], size: int) -> NDArray[np.bool_]:
        """The rows that have a value that fits."""
        fitting = np.array([fits(key) for key in self.keys], dtype=bool)
        found = np.zeros(size, dtype=bool)
        if len(fitting):
            found[self.rows[fitting[self.codes]]] = True
        return found

    def counts(self, mask: NDArray[np.bool_], most: int, always: Sequence[str] = ()) -> list[Count]:
        """How many of the rows have each value, most frequent first; what is in `always` is told even where there are none."""
        from warledger.store.survey import Count

        numbers = np.bincount(self.codes[mask[self.rows]], minlength=len(self.keys)) if len(self.keys) else np.zeros(0, dtype=np.int64)
        order = np.lexsort((np.arange(len(numbers)), -numbers))[:most]
        shown = [int(k) for k in order if numbers[k]]
        shown += [k for k, key in enumerate(self.keys) if key in always and k not in shown]
        return [Count(self.keys[k], self.labels[k], int(numbers[k])) for k in shown]

    def distinct(self, mask: NDArray[np.bool_]) -> int:
        """How many different values the rows have."""
        return len(np.unique(self.codes[mask[self.rows]]))


@dataclass(frozen=True)
class Columns:
    """One entry an incident. first and last are days since 1970 or NO_DAY; lat and lon degrees or NaN; killed is the best
    figure or NO_FIGURE; radius kilometres or NaN; run is the last run that the columns know."""

    run: int
    ids: tuple[str, ...]
    id_rank: NDArray[np.int64]
    row_of: dict[str, int]
    row_of_number: dict[int, int]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    killed: NDArray[np.int32]
    origins: NDArray[np.int32]
    claims: NDArray[np.int32]
    radius: NDArray[np.float64]
    precision: tuple[str | None, ...]
    place: tuple[str | None, ...]
    contested: NDArray[np.bool_]
    relations: dict[str, Relation]


def read_columns(connection: Connection) -> Columns:
    """The columns of what is current."""
    run = connection.execute(text("SELECT coalesce(max(number), 0) FROM runs")).scalar_one()
    rows = connection.execute(text(INCIDENTS)).all()
    cells: list[Sequence[Any]] = [tuple(cell) for cell in zip(*rows, strict=True)] if rows else [()] * 21
    numbers, ids, types, modes, grades, countries, admin1, admin1_key, admin2_key, place, place_key, lat, lon, first, last = cells[:15]
    killed, origins, claims, precision, radius, contested = cells[15:]
    row_of_number = {number: row for row, number in enumerate(numbers)}
    rank = np.empty(len(ids), dtype=np.int64)
    rank[np.argsort(np.array(ids, dtype=str))] = np.arange(len(ids))
    starts = _days(first)
    return Columns(
        run=int(run), ids=tuple(ids), id_rank=rank, row_of={name: row for row, name in enumerate(ids)}, row_of_number=row_of_number,
        first=starts, last=np.where(_days(last) == NO_DAY, starts, _days(last)), lat=_floats(lat), lon=_floats(lon),
        killed=np.array([NO_FIGURE if one is None else one for one in killed], dtype=np.int32), origins=np.array(origins, dtype=np.int32),
        claims=np.array(claims, dtype=np.int32), radius=_floats(radius), precision=tuple(precision), place=tuple(place),
        contested=np.array(contested, dtype=bool),
        relations=_own(types, modes, grades, countries, admin1, admin1_key, admin2_key, place, place_key) | _of_claims(connection, row_of_number))


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


def _of_claims(connection: Connection, row_of: dict[int, int]) -> dict[str, Relation]:
    """The relations of what the claims of an incident say."""
    people = connection.execute(text(PEOPLE)).all()
    speakers = connection.execute(text(SPEAKERS)).all()
    reports = connection.execute(text(REPORTS)).all()
    return {
        "actor": Relation.of((row_of[number], key, name) for number, key, name, _country in people),
        "side": Relation.of((row_of[number], country, country) for number, _key, _name, country in people),
        "speaker": Relation.of((row_of[number], key, name) for number, key, name in speakers),
        "outlet": Relation.of((row_of[number], outlet, outlet) for number, _id, outlet, _origin in reports),
        "report": Relation.of((row_of[number], id_, id_) for number, id_, _outlet, _origin in reports),
        "origin": Relation.of((row_of[number], origin, origin) for number, _id, _outlet, origin in reports),
    }


def _days(texts: Sequence[str | None]) -> NDArray[np.int32]:
    days = np.array([one[:10] if one else "NaT" for one in texts], dtype="datetime64[D]").astype(np.int64)
    return np.where(days == np.iinfo(np.int64).min, NO_DAY, days).astype(np.int32)


def _floats(values: Sequence[float | None]) -> NDArray[np.float64]:
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)
