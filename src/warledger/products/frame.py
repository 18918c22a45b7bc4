"""Records as a pandas data frame: the columns of the CSV table, with types.

In: claims, incidents or reports, all of one kind. Out: one row a record, in the order given. Decision: whole numbers
and yes/no are pandas' nullable types, because "not known" is neither 0 nor NaN; dates stay ISO text, because a
publication is sometimes a day and sometimes an instant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from warledger.errors import UsageError
from warledger.model import Claim, Incident, Report
from warledger.products.rows import (
    CLAIM_COLUMNS,
    FIGURE_VIEWS,
    INCIDENT_COLUMNS,
    REPORT_COLUMNS,
    claim_row,
    incident_row,
    report_row,
)

COLUMNS = {"claims": CLAIM_COLUMNS, "incidents": INCIDENT_COLUMNS, "reports": REPORT_COLUMNS}

INTEGERS = frozenset({
    "geonames", "characters", "claims", "reports", "origins", "outlets", "speakers_named", "revision",
    *(f"{what}_{bound}" for what in FIGURE_VIEWS.values() for bound in ("low", "high", "best")),
})  # fmt: skip
FLOATS = frozenset({"lat", "lon", "radius_km", "confidence"})
FLAGS = frozenset({"area", "negated", "anonymous"})


def to_frame(records: Iterable[Claim | Incident | Report], reports: Sequence[Report] = (), *,
             kind: str = "incidents") -> pd.DataFrame:
    """A data frame of the records, indexed from 0.

    reports fill the outlet, published, url and origin of claims. kind is claims, incidents or reports and gives the
    columns where there is no record to tell. Raises UsageError where the records are of several kinds.
    """
    rows = list(records)
    kinds = sorted({kind_of(record) for record in rows}) or [kind]
    if len(kinds) > 1 or kinds[0] not in COLUMNS:
        raise UsageError(f"a frame holds records of one kind: claims, incidents or reports, not {', '.join(kinds)}")
    by_id = {report.id: report for report in reports}
    flat = [flat_row(record, by_id) for record in rows]
    columns = list(COLUMNS[kinds[0]])
    return pd.DataFrame({column: series([row[column] for row in flat], column) for column in columns}, columns=columns)


def kind_of(record: Claim | Incident | Report) -> str:
    """The plural name of the record's kind."""
    return f"{type(record).__name__.lower()}s"


def flat_row(record: Claim | Incident | Report, reports: dict[str, Report]) -> dict[str, object]:
    """The record as one row of its columns."""
    if isinstance(record, Claim):
        return claim_row(record, reports.get(record.report))
    return incident_row(record) if isinstance(record, Incident) else report_row(record)


def series(values: list[object], column: str) -> pd.Series:
    """The values of a column in its type: Int64, Float64, boolean, or object for text."""
    kind = "Int64" if column in INTEGERS else "Float64" if column in FLOATS else "boolean" if column in FLAGS else "object"
    return pd.Series(values, dtype=kind)
