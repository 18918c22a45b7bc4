"""The records of a product in the one order in which every format writes them, with look-ups by id.

In: incidents, claims and reports in any order. Out: the same, sorted. Decision: the order is of the content (time,
then id), so that two runs that found the same give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from warledger.model import Claim, Incident, Report

R = TypeVar("R", Incident, Claim, Report)

# Sorts behind every ISO day: what has no date comes last.
UNDATED = "9999-99-99"


@dataclass(frozen=True)
class Arranged:
    """Sorted records; claim_by_id and report_by_id find one by its id, None where the ledger lacks it."""

    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    claim_by_id: dict[str, Claim]
    report_by_id: dict[str, Report]

    def report_of(self, claim: Claim) -> Report | None:
        """The report that a claim was read in, None where it was not given."""
        return self.report_by_id.get(claim.report)

    def claims_of(self, incident: Incident) -> tuple[Claim, ...]:
        """The claims of an incident by the date of their report; ids that no claim has are left out."""
        found = {id_: self.claim_by_id[id_] for id_ in incident.claims if id_ in self.claim_by_id}
        return tuple(sorted(found.values(), key=self._by_report))

    def _by_report(self, claim: Claim) -> tuple[str, str, int, str]:
        report = self.report_of(claim)
        published = (report.published if report else None) or UNDATED
        return published, claim.report, first_offset(claim), claim.id


def arranged(incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report]) -> Arranged:
    """The records in the order of every product: incidents by day, reports by publication, claims by their report.

    Records that share an id are one record: the highest revision stands, then the one whose JSON sorts last.
    """
    report_by_id, claim_by_id, incident_by_id = one_each(reports), one_each(claims), one_each(incidents)

    def when_published(report: Report | None) -> str:
        return (report.published if report else None) or UNDATED

    return Arranged(
        incidents=tuple(sorted(incident_by_id.values(), key=lambda i: (incident_day(i) or UNDATED, i.id))),
        claims=tuple(sorted(
            claim_by_id.values(),
            key=lambda c: (when_published(report_by_id.get(c.report)), c.report, first_offset(c), c.id),
        )),
        reports=tuple(sorted(report_by_id.values(), key=lambda r: (when_published(r), r.id))),
        claim_by_id=claim_by_id,
        report_by_id=report_by_id,
    )


def one_each(records: Sequence[R]) -> dict[str, R]:
    """The records by id."""
    found: dict[str, R] = {}
    for record in records:
        known = found.get(record.id)
        if known is None or _rank(record) > _rank(known):
            found[record.id] = record
    return found


def _rank(record: Incident | Claim | Report) -> tuple[int, str]:
    return getattr(record, "revision", 0), record.to_json()


def incident_day(incident: Incident) -> str | None:
    """The ISO day that an incident began on, None where nothing tells."""
    return incident.when.start if incident.when else None


def first_offset(claim: Claim) -> int:
    """Where in its report a claim begins."""
    return min((passage.start for passage in claim.passages), default=0)
