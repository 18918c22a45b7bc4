"""Whether a ledger is sound.

In: an open connection. Out: sentences, one per fault; none for a sound ledger. Decision: what SQLite can check itself is left
to it; beside that, what only we know must hold.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from warledger.store import schema
from warledger.store.schema import HEAD, SEARCH

SHOWN = 5  # faults of a kind that are named; more of them say no more


def faults(connection: Connection, read_only: bool) -> list[str]:
    """What is wrong, in sentences."""
    found = [f"the file is damaged: {line}" for (line,) in connection.exec_driver_sql("PRAGMA integrity_check")
             if line != "ok"][:SHOWN]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    found += [f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there" for row in broken[:SHOWN]]
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    if version != HEAD:
        found.append(f"the schema is {version}, not {HEAD}")
    return found + _search_faults(connection, read_only) + _revision_faults(connection)


def _search_faults(connection: Connection, read_only: bool) -> list[str]:
    """FTS5 compares its index with the reports itself, but needs to write for it; else the rows are counted."""
    wrong = ["the search index is not in step with the reports"]
    if read_only:
        indexed = connection.exec_driver_sql(f"SELECT count(*) FROM {SEARCH}_docsize").scalar_one()
        held = connection.execute(select(func.count()).select_from(schema.reports)).scalar_one()
        return [] if indexed == held else wrong
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(f"INSERT INTO {SEARCH}({SEARCH}, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return wrong
    return []


def _revision_faults(connection: Connection) -> list[str]:
    found = []
    for table in (schema.claims, schema.incidents):
        twice = connection.execute(
            select(table.c.id).where(table.c.superseded_run.is_(None)).group_by(table.c.id)
            .having(func.count() > 1).order_by(table.c.id).limit(SHOWN)).scalars()
        found += [f"{name} has more than one current revision in {table.name}" for name in twice]
    members, claims, incidents = schema.incident_claims, schema.claims, schema.incidents
    stale = connection.execute(
        select(incidents.c.id, claims.c.id).join(members, members.c.incident_number == incidents.c.number)
        .join(claims, claims.c.number == members.c.claim_number)
        .where(incidents.c.superseded_run.is_(None), claims.c.superseded_run.is_not(None))
        .order_by(incidents.c.id, claims.c.id).limit(SHOWN))
    found += [f"the incident {incident} holds an outdated revision of the claim {claim}: link anew"
              for incident, claim in stale]
    return found
