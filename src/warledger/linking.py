"""The built-in linker, as the flow asks for it: incidents/ behind the door of extensions.

In: every claim of a ledger, its reports, the incidents of the last run, the analysts' decisions. Out: incidents, and problems
for decisions that could not be carried out. Decision: problems come among the records, as from every other stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warledger.model import Claim, Decision, Incident, Problem, Report

if TYPE_CHECKING:
    from warledger.incidents.link import Scope
    from warledger.incidents.weights import Weights
    from warledger.settings import Settings


@dataclass(frozen=True)
class EvidenceSettings:
    """weights: a file of weights that `warledger link train` wrote. Not set: incidents/weights.yaml."""

    weights: Path | None = None


class Evidence:
    """Joins claims by the evidence that they are about one happening."""

    NAME = "evidence"
    LOCAL = True  # can link a part of a ledger by itself
    SETTINGS = EvidenceSettings()

    def __init__(self, settings: EvidenceSettings = SETTINGS) -> None:
        """Reads the weights when they are needed."""
        self.settings = settings

    @property
    def weights(self) -> Weights:
        """What weighs how much."""
        from warledger.incidents.trained import load_trained
        from warledger.incidents.weights import load_weights

        return load_weights() if self.settings.weights is None else load_trained(self.settings.weights)

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

        linkage = reconcile(claims, reports, previous, decisions, self.weights, scope)
        yield from linkage.problems
        yield from linkage.incidents


def weights_in_use(settings: Settings | None = None) -> Weights | None:
    """The weights of the linker that the settings name, None where it has none of our kind."""
    from warledger import settings as setting
    from warledger.extensions import make

    chosen = settings or setting.load()
    weights: Weights | None = getattr(make("linkers", chosen.linker, chosen.linkers.get(chosen.linker)), "weights", None)
    return weights
