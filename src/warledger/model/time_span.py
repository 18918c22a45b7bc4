"""When: an interval of days with its precision and its wording; a relative time without a reference stays open."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.record import Record

PRECISIONS = ("day", "days", "week", "month", "year")


@dataclass(frozen=True)
class TimeSpan(Record):
    """From start to end, both ISO days and both inside. start is None where the wording could not be resolved.

    inferred names the rule where the time is not the clause's own, or why it stays unresolved.
    """

    start: str | None
    end: str | None
    precision: str
    wording: str
    inferred: str | None = None
