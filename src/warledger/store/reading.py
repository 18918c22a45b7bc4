"""Getting records out of the ledger, as a stream, in an order that never depends on how they came in.

In: a connection and a Filter. Out: records. Decision: what is current is read unless a run is named; then it is what was
current when that run had ended.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from warledger.model import Claim, Decision, Incident, Problem, Report
from warledger.store import filters, paging, rows, schema, series_reading
from warledger.store.filters import Filter, current
from warledger.store.lineage import run_of

CLAIMS, REPORTS, INCIDENTS, PROBLEMS = schema.claims, schema.reports, schema.incidents, schema.problems
CHUNK = 500  # rows fetched at a time


@dataclass(frozen=True)
class LedgerSummary:
    """Counts of what is current; problems by kind, runs those that changed something."""

    reports: int
    claims: int
    incidents: int
    origins: int
    outlets: int
    problems: dict[str, int]
    decisions: int
    runs: int


def _stream(connection: Connection, query: Select[Any], limit: int | None) -> Iterator[Any]:
    if limit is not None:
        query = query.limit(max(limit, 0))
    with connection.execution_options(yield_per=CHUNK).execute(query) as result:
        yield from result.mappings()


def read_reports(connection: Connection, wanted: Filter, run: int | None = None) -> Iterator[Report]:
    """Reports by day and id; those without a day first."""
    run = run_of(connection, wanted, run)
    columns = [REPORTS.c[name] for name in rows.REPORT_FIELDS]
    query = select(*columns).where(*filters.report_conditions(wanted, run), *paging.behind(wanted.after, paging.BY_REPORT))
    if run is not None:
        query = query.where(REPORTS.c.added_run <= run)
    query = query.order_by(*paging.BY_REPORT)
    for row in _stream(connection, query, wanted.limit):
        yield rows.report_of(row)


def read_claims(connection: Connection, wanted: Filter, run: int | None = None) -> Iterator[Claim]:
    """Claims by day and id of their reports, then in the order of the text.

    A page that the next reports fill is read from those; only where they do not fill it are all claims gone through.
    """
    run = run_of(connection, wanted, run)
    if paging.may_be_near(wanted):
        found = list(_claims(connection, wanted, run, paging.next_reports(wanted)))
        if len(found) == wanted.limit:
            yield from found
            return
    yield from _claims(connection, wanted, run)


def _claims(connection: Connection, wanted: Filter, run: int | None, *narrower: ColumnElement[bool]) -> Iterator[Claim]:
    query = (select(CLAIMS.c.record).join(REPORTS, paging.joined(wanted) == CLAIMS.c.report_number)
             .where(current(CLAIMS, run), *filters.claim_conditions(wanted, run), *series_reading.conditions(wanted.reading), *paging.behind(wanted.after, paging.BY_CLAIM), *narrower)
             .order_by(*paging.BY_CLAIM))
    for row in _stream(connection, query, wanted.limit):
        yield rows.claim_of(row["record"])


def read_incidents(connection: Connection, wanted: Filter, run: int | None = None) -> Iterator[Incident]:
    """Incidents by day and id; those without a day last."""
    run = run_of(connection, wanted, run)
    query = (select(INCIDENTS.c.record).where(current(INCIDENTS, run), *filters.incident_conditions(wanted))
             .order_by(func.coalesce(INCIDENTS.c.first_day, "9999"), INCIDENTS.c.id))
    for row in _stream(connection, query, wanted.limit):
        yield rows.incident_of(row["record"])


def read_problems(connection: Connection, wanted: Filter) -> Iterator[Problem]:
    """Problems by stage, kind, source and line."""
    columns = [PROBLEMS.c[name] for name in rows.PROBLEM_FIELDS]
    query = (select(*columns).where(*filters.problem_conditions(wanted))
             .order_by(PROBLEMS.c.stage, PROBLEMS.c.kind, func.coalesce(PROBLEMS.c.source, ""),
                       func.coalesce(PROBLEMS.c.line, 0), func.coalesce(PROBLEMS.c.report, ""), PROBLEMS.c.message))
    for row in _stream(connection, query, wanted.limit):
        yield rows.problem_of(row)


def read_decisions(connection: Connection) -> Iterator[Decision]:
    """Decisions, oldest first."""
    query = select(schema.decisions.c.record).order_by(schema.decisions.c.at, schema.decisions.c.id)
    for row in _stream(connection, query, None):
        yield rows.decision_of(row["record"])


def last_run(connection: Connection) -> int:
    """The number of the last run that changed something, 0 before the first."""
    return int(connection.execute(select(func.coalesce(func.max(schema.runs.c.number), 0))).scalar_one())


def summarise(connection: Connection) -> LedgerSummary:
    """The counts of a ledger."""

    def count(query: Select[Any]) -> int:
        return int(connection.execute(query).scalar_one())

    kinds = connection.execute(select(PROBLEMS.c.kind, func.count()).group_by(PROBLEMS.c.kind).order_by(PROBLEMS.c.kind))
    return LedgerSummary(
        reports=count(select(func.count()).select_from(REPORTS)),
        claims=count(select(func.count()).select_from(CLAIMS).where(current(CLAIMS, None))),
        incidents=count(select(func.count()).select_from(INCIDENTS).where(current(INCIDENTS, None))),
        origins=count(select(func.count(distinct(func.coalesce(REPORTS.c.origin, REPORTS.c.id))))),
        outlets=count(select(func.count(distinct(REPORTS.c.outlet)))),
        problems={row[0]: row[1] for row in kinds},
        decisions=count(select(func.count()).select_from(schema.decisions)),
        runs=count(select(func.count()).select_from(schema.runs)),
    )


def digest_content(connection: Connection) -> str:
    """A SHA-256 of everything that the ledger holds, in an order of its own; when and by which run is left out."""
    sum_ = hashlib.sha256()
    graves = schema.tombstones
    parts: list[Select[Any]] = [
        select(*[REPORTS.c[name] for name in rows.REPORT_FIELDS]).order_by(REPORTS.c.id),
        *(select(table.c.id, table.c.revision, table.c.record, table.c.superseded_run.is_(None))
          .order_by(table.c.id, table.c.revision) for table in (CLAIMS, INCIDENTS)),
        select(graves.c.id, graves.c.redirect).order_by(graves.c.id, graves.c.run),
        select(PROBLEMS.c.id).order_by(PROBLEMS.c.id),
        select(schema.decisions.c.id, schema.decisions.c.record).order_by(schema.decisions.c.id),
    ]
    for part in parts:
        for row in connection.execution_options(yield_per=CHUNK).execute(part):
            sum_.update(json.dumps(list(row), ensure_ascii=True).encode() + b"\n")
        sum_.update(b"\f")
    return sum_.hexdigest()
