"""What became of an incident: its revisions, where it went when it ended, and which run a moment belongs to.

In: an open connection, an id, a day. Out: incidents and tombstones. Decision: an id that was ever given leads somewhere for
ever: to its incident, to the incident that it went into, or to a tombstone that says when it ended.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from warledger.model import Incident
from warledger.store import rows, schema
from warledger.store.filters import Filter, current

INCIDENTS, GRAVES, RUNS = schema.incidents, schema.tombstones, schema.runs
DAY = len("2020-02-05")
LAST_SECOND = "T23:59:59Z"


@dataclass(frozen=True)
class Tombstone:
    """An incident that ended at an instant (UTC); redirect is the one that it went into, None where it went into none."""

    id: str
    at: str
    redirect: str | None


def run_at(connection: Connection, moment: str) -> int:
    """The last run that had begun by an ISO instant, or by the end of an ISO day; 0 where there was none."""
    last = moment + LAST_SECOND if len(moment) == DAY else moment
    return connection.execute(select(func.max(RUNS.c.number)).where(RUNS.c.at <= last)).scalar_one() or 0


def first_run(connection: Connection) -> str | None:
    """The instant of the first run, None for a ledger that holds nothing yet."""
    return connection.execute(select(RUNS.c.at).order_by(RUNS.c.number).limit(1)).scalar_one_or_none()


def run_of(connection: Connection, wanted: Filter, run: int | None) -> int | None:
    """The run whose state is asked for: the one named, else that of the filter's moment; None for the present."""
    return run_at(connection, wanted.as_of) if run is None and wanted.as_of is not None else run


def read_incident(connection: Connection, name: str, run: int | None = None) -> Incident | None:
    """The incident of an id, current or of when a run had ended, also of one that was merged away.

    None where there is none, or it ended without an heir.
    """
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        record = connection.execute(select(INCIDENTS.c.record).where(INCIDENTS.c.id == name, current(INCIDENTS, run))).scalar_one_or_none()
        if record is not None:
            return rows.incident_of(record)
        graves = read_tombstones(connection, name, run)
        if not graves or graves[-1].redirect is None:
            return None
        name = graves[-1].redirect
    return None


def last_known(connection: Connection, name: str) -> Incident | None:
    """The incident that an id leads to, else the last revision of one that ended in none; None for an unknown id."""
    found = read_incident(connection, name)
    return found or next(reversed(read_revisions(connection, name)), None)


def read_revisions(connection: Connection, name: str) -> list[Incident]:
    """Every revision that an incident ever had, oldest first."""
    query = select(INCIDENTS.c.record).where(INCIDENTS.c.id == name).order_by(INCIDENTS.c.revision)
    return [rows.incident_of(record) for record in connection.execute(query).scalars()]


def read_revised(connection: Connection, name: str) -> dict[int, int]:
    """Per revision that an incident ever had the run that made it."""
    query = select(INCIDENTS.c.revision, INCIDENTS.c.added_run).where(INCIDENTS.c.id == name)
    return {row.revision: row.added_run for row in connection.execute(query)}


def read_moved(connection: Connection, run: int) -> tuple[set[str], tuple[str, ...], bool]:
    """Since a run had ended: the ids of all current incidents, of those of them that changed, and whether any claim did."""
    living = INCIDENTS.c.superseded_run.is_(None)
    present = set(connection.execute(select(INCIDENTS.c.id).where(living)).scalars())
    changed = tuple(connection.execute(select(INCIDENTS.c.id).where(living, INCIDENTS.c.added_run > run).order_by(INCIDENTS.c.id)).scalars())
    claims = schema.claims
    newest = connection.execute(select(func.max(claims.c.added_run), func.max(claims.c.superseded_run))).one()
    return present, changed, any(number is not None and number > run for number in newest)


def read_tombstones(connection: Connection, name: str, run: int | None = None) -> list[Tombstone]:
    """Every time that an incident ended, oldest first: one that ended may have come back."""
    query = select(GRAVES.c.id, RUNS.c.at, GRAVES.c.redirect).join(RUNS, RUNS.c.number == GRAVES.c.run).where(GRAVES.c.id == name)
    if run is not None:
        query = query.where(GRAVES.c.run <= run)
    return [Tombstone(*row) for row in connection.execute(query.order_by(GRAVES.c.run))]


def read_ended(connection: Connection) -> list[Incident]:
    """The last revision of every incident that is no more, by id: what linking anew may bring back."""
    living = select(INCIDENTS.c.id).where(INCIDENTS.c.superseded_run.is_(None))
    last = (select(INCIDENTS.c.id, func.max(INCIDENTS.c.revision).label("revision")).where(INCIDENTS.c.id.not_in(living))
            .group_by(INCIDENTS.c.id).subquery())
    query = (select(INCIDENTS.c.record).join(last, (INCIDENTS.c.id == last.c.id) & (INCIDENTS.c.revision == last.c.revision))
             .order_by(INCIDENTS.c.id))
    return [rows.incident_of(record) for record in connection.execute(query).scalars()]


def read_holders(connection: Connection, claims: Iterable[str]) -> dict[str, frozenset[str]]:
    """Per current incident that holds one of the claims all that it holds; the claims go as one value, since there may be many."""
    query = text("SELECT i.id, c.id FROM incidents i JOIN incident_claims m ON m.incident_number = i.number JOIN claims c ON c.number = m.claim_number"
                 " WHERE i.superseded_run IS NULL AND i.number IN (SELECT m.incident_number FROM incident_claims m JOIN claims c ON c.number = m.claim_number"
                 " WHERE c.id IN (SELECT value FROM json_each(:claims)))")
    held: dict[str, set[str]] = {}
    for incident, claim in connection.execute(query, {"claims": json.dumps(sorted(claims))}):
        held.setdefault(incident, set()).add(claim)
    return {incident: frozenset(members) for incident, members in held.items()}


def read_last_linked(connection: Connection) -> int:
    """The last run in which an incident came, changed or ended."""
    newest = connection.execute(select(func.max(INCIDENTS.c.added_run), func.max(INCIDENTS.c.superseded_run))).one()
    return max((int(number) for number in newest if number is not None), default=0)


def read_decided(connection: Connection) -> dict[str, int]:
    """Per decision the run in which it was written down; what the one before it had left is what the analyst saw."""
    found = connection.execute(select(schema.decisions.c.id, schema.decisions.c.added_run))
    return {row.id: row.added_run for row in found}
