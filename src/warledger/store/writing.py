"""Putting records into the ledger: what is new is added, what changed supersedes, what is there stays.

In: records and an open transaction. Out: rows. Decision: adding twice adds nothing; the claims of a report are superseded
as a whole when another coder, or another version of it, has coded the report again.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, insert, select, update

from warledger.errors import LedgerError
from warledger.model import Claim, Decision, Incident, Problem, Report
from warledger.store import rows, schema
from warledger.store.runs import Run

T = TypeVar("T")
BATCH = 500  # ids per question: below SQLite's limit of 999 values in versions before 3.32


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most BATCH."""
    rest = iter(items)
    while batch := list(itertools.islice(rest, BATCH)):
        yield batch


def numbers_of(connection: Connection, table: Table, ids: Iterable[str], current: bool = False) -> dict[str, int]:
    """The number of each of these ids that is there; of claims and incidents the current revision's."""
    found: dict[str, int] = {}
    for batch in batches(dict.fromkeys(ids)):
        query = select(table.c.id, table.c.number).where(table.c.id.in_(batch))
        if current:
            query = query.where(table.c.superseded_run.is_(None))
        found.update((row.id, row.number) for row in connection.execute(query))
    return found


def add_reports(connection: Connection, run: Run, reports: Iterable[Report]) -> None:
    """Adds the reports whose id is not there yet."""
    _add_once(connection, run, schema.reports, (rows.report_row(report) for report in reports), "reports")


def add_problems(connection: Connection, run: Run, problems: Iterable[Problem]) -> None:
    """Adds the problems that were not met before."""
    _add_once(connection, run, schema.problems, (rows.problem_row(problem) for problem in problems), "problems")


def _add_once(connection: Connection, run: Run, table: Table, records: Iterable[dict[str, Any]], what: str) -> None:
    for batch in batches(records):
        once = {row["id"]: row for row in reversed(batch)}
        known = numbers_of(connection, table, once)
        new = [row for row in reversed(once.values()) if row["id"] not in known]
        if new:
            number = run.changed(connection, what, len(new))
            connection.execute(insert(table), [row | {"added_run": number} for row in new])


def add_decisions(connection: Connection, run: Run, decisions: Iterable[Decision]) -> None:
    """Appends decisions.

    Raises LedgerError where an id is there with another content: a decision is never changed, only followed.
    """
    table = schema.decisions
    held = {row.id: rows.decision_of(row.record) for row in connection.execute(select(table.c.id, table.c.record))}
    new: dict[str, Decision] = {}
    for one in sorted(decisions, key=lambda one: (one.at, one.id)):
        written = held.get(one.id) or new.setdefault(one.id, one)
        # Which claims its incidents held is known once it is written, and no part of what is decided.
        if rows.decision_row(dataclasses.replace(written, held=one.held)) != rows.decision_row(one):
            raise LedgerError(f"the decision {one.id} is in the ledger with another content: "
                              "a decision is never changed, only followed by another")
    _add_once(connection, run, table, map(rows.decision_row, new.values()), "decisions")


def add_claims(connection: Connection, run: Run, claims: Iterable[Claim]) -> None:
    """Adds claims: new ones as revision 1, changed ones as the next revision. They come report by report.

    Raises LedgerError for a claim whose report is not in the ledger.
    """
    groups = (list(group) for _report, group in itertools.groupby(claims, key=lambda claim: claim.report))
    for batch in batches(groups):
        by_report: dict[str, list[Claim]] = {}
        for group in batch:
            by_report.setdefault(group[0].report, []).extend(group)
        _add_groups(connection, run, list(by_report.values()))


def _add_groups(connection: Connection, run: Run, groups: Sequence[Sequence[Claim]]) -> None:
    """Adds the claims of some reports, a list per report."""
    numbers = numbers_of(connection, schema.reports, (group[0].report for group in groups))
    lost = next((group[0] for group in groups if group[0].report not in numbers), None)
    if lost is not None:
        raise LedgerError(f"the claim {lost.id} is of the report {lost.report}, which is not in the ledger")
    table, held = schema.claims, dict[int, list[Any]]()
    for row in connection.execute(
        select(table.c.report_number, table.c.id, table.c.number, table.c.record, table.c.coder)
        .where(table.c.report_number.in_(sorted(set(numbers.values()))), table.c.superseded_run.is_(None))
    ):
        held.setdefault(row.report_number, []).append(row)
    gone: list[int] = []
    fresh: list[tuple[Claim, dict[str, Any]]] = []
    for group in groups:
        number = numbers[group[0].report]
        outdated, new = _compared(group, held.get(number, []))
        gone += outdated
        fresh += [(claim, row | {"report_number": number}) for claim, row in new]
    _supersede(connection, run, table, gone, "claims superseded")
    if fresh:
        _insert_claims(connection, run, fresh)


def _compared(claims: Sequence[Claim], held: Sequence[Any]) -> tuple[list[int], list[tuple[Claim, dict[str, Any]]]]:
    """Which rows of a report the claims supersede, by number, and which of the claims are new."""
    once = {claim.id: claim for claim in claims}
    coders = {claim.coder for claim in claims}
    former = {row.id: row for row in held}
    gone = [row.number for row in held if row.id not in once and row.coder not in coders]
    new = []
    for claim in once.values():
        row = rows.claim_row(claim)
        if claim.id not in former or former[claim.id].record != row["record"]:
            new.append((claim, row))
            gone += [former[claim.id].number] if claim.id in former else []
    return gone, new


def _insert_claims(connection: Connection, run: Run, fresh: Sequence[tuple[Claim, dict[str, Any]]]) -> None:
    table = schema.claims
    run_number = run.changed(connection, "claims", len(fresh))
    ids = [claim.id for claim, _row in fresh]
    revisions = last_revisions(connection, table, ids)
    connection.execute(insert(table), [row | {"added_run": run_number, "revision": revisions.get(claim.id, 0) + 1}
                                       for claim, row in fresh])
    numbers = numbers_of(connection, table, ids, current=True)
    for part, of in ((schema.claim_speakers, rows.speaker_rows), (schema.claim_participants, rows.participant_rows)):
        parts = [value for claim, _row in fresh for value in of(claim, numbers[claim.id])]
        if parts:
            connection.execute(insert(part), parts)


def last_revisions(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, int]:
    """The highest revision that each of these ids ever had."""
    found: dict[str, int] = {}
    for batch in batches(ids):
        query = select(table.c.id, func.max(table.c.revision)).where(table.c.id.in_(batch)).group_by(table.c.id)
        found.update((name, revision) for name, revision in connection.execute(query))
    return found


def _supersede(connection: Connection, run: Run, table: Table, numbers: Sequence[int], what: str) -> None:
    for batch in batches(numbers):
        run_number = run.changed(connection, what, len(batch))
        connection.execute(update(table).where(table.c.number.in_(batch)).values(superseded_run=run_number))


def replace_incidents(connection: Connection, run: Run, incidents: Iterable[Incident], among: Collection[str] | None = None) -> None:
    """Makes these the current incidents: the unchanged stay, the changed get a revision, the absent a tombstone.

    With `among` only these incidents can be absent; all others stay as they are.

    An incident that says the same, but holds a claim that was revised since, gets a revision too: it leads to the words
    that it stands on. Raises LedgerError where an incident holds a claim that is not in the ledger.
    """
    table = schema.incidents
    wanted = {incident.id: incident for incident in incidents}
    query = select(table.c.id, table.c.number, table.c.revision, table.c.record).where(table.c.superseded_run.is_(None))
    parts = [query] if among is None else [query.where(table.c.id.in_(batch)) for batch in batches(sorted({*among, *wanted}))]
    held = {row.id: row for part in parts for row in connection.execute(part)}
    stale = with_outdated_claims(connection)
    changed = [incident for incident in wanted.values()
               if incident.id not in held or incident.id in stale or not _same(incident, held[incident.id].record)]
    gone = sorted(set(held) - set(wanted))
    outdated = [held[incident.id].number for incident in changed if incident.id in held]
    _supersede(connection, run, table, outdated + [held[name].number for name in gone], "incidents superseded")
    _bury(connection, run, gone, wanted.values())
    for batch in batches(changed):
        _insert_incidents(connection, run, batch)


def with_outdated_claims(connection: Connection) -> set[str]:
    """The current incidents that hold a claim which is no longer current."""
    members, claims, incidents = schema.incident_claims, schema.claims, schema.incidents
    query = (select(incidents.c.id).join(members, members.c.incident_number == incidents.c.number)
             .join(claims, claims.c.number == members.c.claim_number)
             .where(incidents.c.superseded_run.is_(None), claims.c.superseded_run.is_not(None)))
    return set(connection.execute(query).scalars())


def _same(incident: Incident, record: str) -> bool:
    """Whether a kept record says the same, whatever its revision, and whatever fields it did not have yet."""
    kept = rows.incident_of(record)
    return rows.clean(dataclasses.replace(incident, revision=kept.revision).to_json()) in (record, kept.to_json())


def _bury(connection: Connection, run: Run, gone: Sequence[str], living: Iterable[Incident]) -> None:
    """A tombstone for each that ended now, and a new one for each whose redirect is no longer the one that it had."""
    present = {incident.id: incident for incident in living}
    heirs = {old: name for name, incident in sorted(present.items()) for old in incident.supersedes}
    graves, incidents = schema.tombstones, schema.incidents
    alive = select(incidents.c.id).where(incidents.c.superseded_run.is_(None))
    last = connection.execute(select(graves.c.id, graves.c.redirect).where(graves.c.id.not_in(alive)).order_by(graves.c.run))
    known = {row.id: row.redirect for row in last}
    moved = [name for name, redirect in known.items() if name not in present and heirs.get(name, redirect) != redirect]
    if buried := sorted({*gone, *moved}):
        number = run.changed(connection, "tombstones", len(buried))
        of_run = set(connection.execute(select(graves.c.id).where(graves.c.run == number)).scalars())
        for name in sorted(of_run.intersection(buried)):  # it ended twice in one run, and the last word holds
            connection.execute(update(graves).where(graves.c.id == name, graves.c.run == number).values(redirect=heirs.get(name)))
        if new := [{"id": name, "run": number, "redirect": heirs.get(name)} for name in buried if name not in of_run]:
            connection.execute(insert(graves), new)


def _insert_incidents(connection: Connection, run: Run, incidents: Sequence[Incident]) -> None:
    table = schema.incidents
    run_number = run.changed(connection, "incidents", len(incidents))
    last = last_revisions(connection, table, [incident.id for incident in incidents])
    kept = [dataclasses.replace(one, revision=max(one.revision, last.get(one.id, 0) + 1)) for one in incidents]
    connection.execute(insert(table), [rows.incident_row(one) | {"added_run": run_number} for one in kept])
    numbers = numbers_of(connection, table, [one.id for one in kept], current=True)
    claims = numbers_of(connection, schema.claims, [claim for one in kept for claim in one.claims], current=True)
    members = []
    for one in kept:
        for claim in one.claims:
            if claim not in claims:
                raise LedgerError(f"the incident {one.id} holds the claim {claim}, which is not in the ledger")
            members.append({"incident_number": numbers[one.id], "claim_number": claims[claim]})
    if members:
        connection.execute(insert(schema.incident_claims), members)
