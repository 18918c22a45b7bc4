"""What a ledger has changed since a run: incidents that are new or have another revision, and those that ended.

In: an open connection and the number of a run. Out: Changed and Ended. Decision: a run's number is the one clock that cannot miss
anything, since runs come one after the other; an instant is turned into the run before the one that may have been under way then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from warledger.store import schema
from warledger.store.lineage import DAY

INCIDENTS, GRAVES, RUNS = schema.incidents, schema.tombstones, schema.runs
CHANGED = """SELECT i.id, i.revision, i.added_run, r.at FROM incidents i JOIN runs r ON r.number = i.added_run
 WHERE i.superseded_run IS NULL AND i.added_run > :run ORDER BY i.added_run DESC, i.id"""
FIRST_SECOND = "T00:00:00Z"


@dataclass(frozen=True)
class Changed:
    """A current incident: its revision, the run that made it, and when that was."""

    id: str
    revision: int
    run: int
    at: str


@dataclass(frozen=True)
class Ended:
    """An incident that is no more: the run that ended it, when that was, and the incident that it is part of now, None for none."""

    id: str
    run: int
    at: str
    redirect: str | None


def run_before(connection: Connection, moment: str) -> int:
    """The last run that was surely over at an ISO instant, or at the beginning of an ISO day; 0 where there was none.

    Runs do not overlap, and a run is dated by its beginning: the last that had begun by then may not have been over.
    """
    instant = moment + FIRST_SECOND if len(moment) == DAY else moment
    begun = connection.execute(select(func.max(RUNS.c.number)).where(RUNS.c.at <= instant)).scalar_one() or 0
    return max(0, int(begun) - 1)


def read_changed(connection: Connection, run: int) -> list[Changed]:
    """Current incidents whose revision came after a run, the last changed first."""
    return [Changed(*row) for row in connection.execute(text(CHANGED), {"run": run})]


def read_ended_since(connection: Connection, run: int) -> list[Ended]:
    """Incidents that ended after a run and did not come back, the last first; each once, with where it leads now."""
    living = set(connection.execute(select(INCIDENTS.c.id).where(INCIDENTS.c.superseded_run.is_(None))).scalars())
    graves = connection.execute(select(GRAVES.c.id, GRAVES.c.run, RUNS.c.at, GRAVES.c.redirect).join(RUNS, RUNS.c.number == GRAVES.c.run).order_by(GRAVES.c.run)).all()
    last = {row.id: row for row in graves if row.id not in living}
    leads = {name: row.redirect for name, row in last.items()}
    found = [Ended(name, row.run, row.at, _heir(row.redirect, leads, living)) for name, row in last.items() if row.run > run]
    return sorted(found, key=lambda one: (-one.run, one.id))


def _heir(name: str | None, leads: Mapping[str, str | None], living: set[str]) -> str | None:
    """The incident that a redirect leads to in the end."""
    seen: set[str] = set()
    while name is not None and name not in living and name not in seen:
        seen.add(name)
        name = leads.get(name)
    return name if name in living else None
