"""The built-in linker, as the flow asks for it: incidents/ behind the door of extensions.

In: every claim of a ledger, its reports, the incidents of the last run, the analysts' decisions. Out: incidents, and problems
for decisions that could not be carried out. Decision: problems come among the records, as from every other stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warledger.model import Claim, Decision, Incident, Problem, Report

if TYPE_CHECKING:
    from warledger.incidents.link import Scope


@dataclass(frozen=True)
class EvidenceSettings:
    """None: what weighs how much is in incidents/weights.yaml."""


class Evidence:
    """Joins claims by the evidence that they are about one happening."""

    NAME = "evidence"
    LOCAL = True  # can link a part of a ledger by itself
    SETTINGS = EvidenceSettings()

    def __init__(self, settings: EvidenceSettings = SETTINGS) -> None:
        """Has nothing to set."""

    def link(
        self,
        claims: Sequence[Claim],
        reports: Mapping[str, Report] | None,
        previous: Sequence[Incident],
        decisions: Sequence[Decision],
        scope: Scope | None = None,
    ) -> Iterator[Incident | Problem]:
        """The incidents of all the claims. reports are by id; previous incidents keep their ids where they live on.

        With a scope only its claims are linked, and the incidents are those that linking everything would give for them.
        """
        from warledger.incidents.link import reconcile

        linkage = reconcile(claims, reports, previous, decisions, scope=scope)
        yield from linkage.problems
        yield from linkage.incidents
