"""Lists of reports and claims a page at a time, each page behind a key and not behind so many records.

In: the key of the last record of a page. Out: conditions on the tables, and the order of both lists. Decision: a key is what a list is ordered
by, so that what comes in or goes between two pages neither repeats a record nor leaves one out, and the last page is as quick as the first.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, tuple_

from warledger.model import Claim, Report
from warledger.store import schema
from warledger.store.filters import Filter, Key
from warledger.store.rows import position_of

CLAIMS, REPORTS = schema.claims, schema.reports
# By day, those without one first: a day that is not known is NULL, and NULL comes first.
BY_REPORT: tuple[ColumnElement[Any], ...] = (REPORTS.c.day, REPORTS.c.id)
BY_CLAIM: tuple[ColumnElement[Any], ...] = (*BY_REPORT, CLAIMS.c.position, CLAIMS.c.id)


def key_of_report(report: Report) -> Key:
    """What a list of reports is ordered by."""
    return report.day, report.id


def key_of_claim(claim: Claim, report: Report) -> Key:
    """What a list of claims is ordered by."""
    return report.day, report.id, position_of(claim), claim.id


def behind(key: Key | None, order: tuple[ColumnElement[Any], ...]) -> list[ColumnElement[bool]]:
    """The conditions that a record comes after a key."""
    if key is None:
        return []
    day, *rest = key
    later = tuple_(*order[1:]) > tuple_(*rest)
    if day is None:
        return [or_(REPORTS.c.day.is_not(None), later)]
    # The first of the two conditions is what the index of days is asked for; the other holds within the day.
    return [REPORTS.c.day >= day, or_(REPORTS.c.day > day, and_(REPORTS.c.day == day, later))]


def joined(wanted: Filter) -> ColumnElement[int]:
    """The number of a report as claims are joined by it.

    For the first of all claims the reports are gone through in order until there are enough: with + 0 no report is looked up by its number,
    and the database cannot begin with all the claims. Where claims are chosen, it is better to begin with them: those that are wanted may be late.
    """
    choosing = (wanted.since, wanted.place, wanted.type, wanted.actor, wanted.speaker, wanted.text, wanted.report, wanted.reports, wanted.claims, wanted.incidents)
    return REPORTS.c.number + 0 if wanted.limit is not None and all(one is None for one in choosing) else REPORTS.c.number
