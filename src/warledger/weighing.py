"""What linking weighs, once more: for whoever asks why an incident holds its claims.

In: an open ledger. Out: a Weighing, which tells the grounds of any of its incidents. Decision: it takes as long as linking, so whoever
asks about several incidents keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warledger.incidents.link import Weighed
    from warledger.model import Claim, Incident, Report
    from warledger.model.grounds import Grounds
    from warledger.settings import Settings
    from warledger.store import Ledger


@dataclass(frozen=True)
class Weighing:
    """All that was weighed, the reports by id, and the incident that holds each claim."""

    weighed: Weighed
    reports: dict[str, Report]
    home: dict[str, str]

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {one.id: one.claim for one in self.weighed.traits}

    def grounds(self, incident: Incident) -> Grounds:
        """Every join of an incident, and every refusal at its edge."""
        from warledger.incidents.grounds import grounds

        return grounds(incident, self.weighed, self.home)


def weighing(ledger: Ledger, settings: Settings | None = None) -> Weighing:
    """Weighs everything as it is now, by the weights that the settings name."""
    from warledger.incidents.link import weigh
    from warledger.linking import weights_in_use

    current = list(ledger.incidents())
    reports = {report.id: report for report in ledger.reports()}
    weighed = weigh(list(ledger.claims()), reports, [*current, *ledger.ended()], list(ledger.decisions()), weights_in_use(settings))
    return Weighing(weighed, reports, {claim: one.id for one in current for claim in one.claims})
