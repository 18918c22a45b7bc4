"""Lists of reports and claims a page at a time, each page behind a key and not behind so many records.

In: the key of the last record of a page. Out: conditions on the tables, and the order of both lists. Decision: a key is what a list is ordered
by, so that what comes in or goes between two pages neither repeats a record nor leaves one out, and the last page is as quick as the first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, tuple_

from warledger.model import Claim, Report
from warledger.store import schema
from warledger.store.filters import Filter, Key
from warledger.store.rows import position_of

CLAIMS, REPORTS = schema.claims, schema.reports
# By day, those without one first: a day that is not known is NULL, and NULL comes first.
BY_REPORT: tuple[ColumnElement[Any], ...] = (REPORTS.c.day, REPORTS.c.id)
# So many reports are looked through for a page of claims before all claims are: some hundredths of a second.
LOOKED_AT = 200
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


def may_be_near(wanted: Filter) -> bool:
    """Whether a page of chosen claims may be filled by the next reports: where any is chosen by its report or its id, few are."""
    named = (wanted.report, wanted.reports, wanted.claims, wanted.incidents)
    return bool(wanted.limit) and _is_choosing(wanted) and all(one is None for one in named)


def next_reports(wanted: Filter) -> ColumnElement[bool]:
    """The condition that a claim is in one of the next reports of the list."""
    ahead = select(REPORTS.c.number).order_by(*BY_REPORT).limit(LOOKED_AT)
    if wanted.after is not None:
        day, name, *_rest = wanted.after
        ahead = ahead.where(or_(REPORTS.c.day.is_not(None), REPORTS.c.id >= name) if day is None else
                            and_(REPORTS.c.day >= day, or_(REPORTS.c.day > day, REPORTS.c.id >= name)))
    return CLAIMS.c.report_number.in_(ahead)


def _is_choosing(wanted: Filter) -> bool:
    return any(one is not None for one in (wanted.since, wanted.until, wanted.place, wanted.type, wanted.actor, wanted.speaker, wanted.text, wanted.report, wanted.reports,
                                           wanted.claims, wanted.incidents))


def joined(wanted: Filter) -> ColumnElement[int]:
    """The number of a report as claims are joined by it.

    For the first of all claims the reports are gone through in order until there are enough: with + 0 no report is looked up by its number,
    and the database cannot begin with all the claims. Where claims are chosen, it is better to begin with them: those that are wanted may be late.
    """
    return REPORTS.c.number + 0 if wanted.limit is not None and not _is_choosing(replace(wanted, until=None)) else REPORTS.c.number
