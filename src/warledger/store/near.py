"""What lies near some claims in a ledger: those of the same days and country's corner, and those in one incident with them.

In: a connection and claims, or ids. Out: ids and records. Decision: questions go by the columns that are indexed (type, day,
place) and give more than is near, never less; what is near is decided where claims are compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, func, or_, select, text

from warledger.model import Claim, Incident, Report
from warledger.store import rows, schema
from warledger.store.writing import batches

CLAIMS, REPORTS, INCIDENTS, MEMBERS = schema.claims, schema.reports, schema.incidents, schema.incident_claims


@dataclass(frozen=True)
class Corner:
    """Where and when to look: days as ISO, both inside; spans begin at the earliest on `since`. south to east in degrees,
    None for anywhere."""

    types: tuple[str, ...]
    since: str
    first: str
    last: str
    box: tuple[float, float, float, float] | None
    place_key: str | None


def claims_in(connection: Connection, corner: Corner) -> set[str]:
    """The ids of the current claims in a corner, and of those without a place on its days."""
    days = and_(CLAIMS.c.type.in_(corner.types), CLAIMS.c.first_day.between(corner.since, corner.last), CLAIMS.c.last_day >= corner.first)
    query = select(CLAIMS.c.id).where(CLAIMS.c.superseded_run.is_(None), days)
    if corner.box is not None:
        south, north, west, east = corner.box
        inside = and_(CLAIMS.c.lat.between(south, north), CLAIMS.c.lon.between(west, east))
        query = query.where(or_(inside, CLAIMS.c.lat.is_(None), CLAIMS.c.place_key == corner.place_key))
    return set(connection.execute(query).scalars())


def undated_in(connection: Connection, corner: Corner) -> set[str]:
    """The ids of current claims of that place without a day, whose reports are of those days."""
    query = (select(CLAIMS.c.id).join(REPORTS, REPORTS.c.number == CLAIMS.c.report_number)
             .where(CLAIMS.c.superseded_run.is_(None), CLAIMS.c.first_day.is_(None), CLAIMS.c.place_key == corner.place_key,
                    CLAIMS.c.type.in_(corner.types), REPORTS.c.day.between(corner.since, corner.last)))
    return set(connection.execute(query).scalars())


def companions(connection: Connection, claims: Collection[str]) -> set[str]:
    """These claims and all that are in a current incident with one of them."""
    found = set(claims)
    for batch in batches(sorted(claims)):
        ours = (select(MEMBERS.c.incident_number).join(CLAIMS, CLAIMS.c.number == MEMBERS.c.claim_number)
                .join(INCIDENTS, INCIDENTS.c.number == MEMBERS.c.incident_number)
                .where(CLAIMS.c.id.in_(batch), INCIDENTS.c.superseded_run.is_(None)))
        query = select(CLAIMS.c.id).join(MEMBERS, CLAIMS.c.number == MEMBERS.c.claim_number).where(MEMBERS.c.incident_number.in_(ours))
        found.update(connection.execute(query).scalars())
    return found


def incidents_of(connection: Connection, claims: Collection[str]) -> tuple[list[Incident], set[str]]:
    """The incidents that ever held one of these claims, each as it was last; and the ids of those that are current."""
    names: set[str] = set()
    for batch in batches(sorted(claims)):
        query = (select(INCIDENTS.c.id).join(MEMBERS, MEMBERS.c.incident_number == INCIDENTS.c.number)
                 .join(CLAIMS, CLAIMS.c.number == MEMBERS.c.claim_number).where(CLAIMS.c.id.in_(batch)))
        names.update(connection.execute(query).scalars())
    last: dict[str, Incident] = {}
    current: set[str] = set()
    for batch in batches(sorted(names)):
        revisions = select(INCIDENTS).where(INCIDENTS.c.id.in_(batch)).order_by(INCIDENTS.c.id, INCIDENTS.c.revision)
        for row in connection.execute(revisions).mappings():
            last[row["id"]] = rows.incident_of(row["record"])
            if row["superseded_run"] is None:
                current.add(row["id"])
    return [last[name] for name in sorted(last)], current


def claims_of(connection: Connection, ids: Collection[str]) -> Iterator[Claim]:
    """The current claims with these ids."""
    for batch in batches(sorted(ids)):
        query = select(CLAIMS.c.record).where(CLAIMS.c.id.in_(batch), CLAIMS.c.superseded_run.is_(None))
        yield from map(rows.claim_of, connection.execute(query).scalars())


def claims_of_reports(connection: Connection, reports: Collection[str]) -> Iterator[Claim]:
    """All current claims of these reports."""
    for batch in batches(sorted(reports)):
        numbers = select(REPORTS.c.number).where(REPORTS.c.id.in_(batch))
        query = select(CLAIMS.c.record).where(CLAIMS.c.report_number.in_(numbers), CLAIMS.c.superseded_run.is_(None)).order_by(CLAIMS.c.id)
        yield from map(rows.claim_of, connection.execute(query).scalars())


def reports_and_copies(connection: Connection, reports: Collection[str]) -> Iterator[Report]:
    """These reports, and all that share an origin with one of them."""
    columns = [REPORTS.c[name] for name in rows.REPORT_FIELDS]
    for batch in batches(sorted(reports)):
        origins = select(REPORTS.c.origin).where(REPORTS.c.id.in_(batch), REPORTS.c.origin.is_not(None))
        query = select(*columns).where(or_(REPORTS.c.id.in_(batch), REPORTS.c.origin.in_(origins)))
        yield from (rows.report_of(dict(row)) for row in connection.execute(query).mappings())


def word_counts(connection: Connection, words: Iterable[str]) -> tuple[int, dict[str, int]]:
    """How many reports there are, and in how many of them each of these words stands."""
    connection.execute(text(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_reports USING fts5vocab(main, {schema.SEARCH}, row)"))
    counts: dict[str, int] = {}
    for batch in batches(sorted(set(words))):
        marks = ", ".join("?" * len(batch))
        found = connection.exec_driver_sql(f"SELECT term, doc FROM temp.words_of_reports WHERE term IN ({marks})", tuple(batch))
        counts.update((row[0], row[1]) for row in found)
    return _count(connection, REPORTS), counts


def reports_with(connection: Connection, word: str) -> set[str]:
    """The ids of the reports in which a word stands."""
    found = connection.execute(text(f"SELECT id FROM reports WHERE number IN (SELECT rowid FROM {schema.SEARCH} WHERE {schema.SEARCH} MATCH :word)"),
                               {"word": f'"{word}"'})
    return set(found.scalars())


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
