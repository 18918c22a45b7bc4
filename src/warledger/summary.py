"""The end of a run in figures.

In: what a run added, and the ledger after it. Out: a Summary. Decision: totals are of the ledger, problems are of the run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warledger.model import Claim, Problem, Report

if TYPE_CHECKING:
    from warledger.store import Ledger


@dataclass(frozen=True)
class Summary:
    """changed: the ledger holds something that it did not. problems are those that this run met, by kind.

    read counts the reports that were read, known ones too; new_reports and new_claims those that were added.
    """

    changed: bool
    read: int
    new_reports: int
    new_claims: int
    reports: int
    claims: int
    incidents: int
    origins: int
    problems: dict[str, int]


def summarised(
    ledger: Ledger,
    changed: bool,
    read: int,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    problems: Sequence[Problem],
) -> Summary:
    """The summary of a run that read so many reports, added these reports and claims, and met these problems."""
    held = ledger.summary()
    kinds = dict(sorted(Counter(problem.kind for problem in problems).items()))
    return Summary(
        changed, read, len(reports), len(claims), held.reports, held.claims, held.incidents, held.origins, kinds
    )
