"""The questions that a ledger puts to analysts: what linking was least sure of, and what was decided and has changed since.

In: a ledger. Out: Questions in order. Decision: the terminal and the screen ask the same questions in the same order; weighing all
pairs anew is the dear part, so whoever asks often keeps the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warledger.model import Claim, Decision, Incident
    from warledger.review import Doubtful, Question
    from warledger.settings import Settings
    from warledger.store import Ledger


def questions_of(ledger: Ledger, incidents: Mapping[str, Incident], claims: Mapping[str, Claim], settings: Settings | None = None) -> list[Question]:
    """All questions of a ledger, its incidents and claims by id; the most uncertain first."""
    return asked(ledger, doubtful(ledger, incidents.values(), claims, settings), incidents, claims)


def doubtful(ledger: Ledger, incidents: Iterable[Incident], claims: Mapping[str, Claim], settings: Settings | None = None) -> list[Doubtful]:
    """The pairs of claims that linking joined, or left apart, by little, by the weights that the settings name."""
    from warledger.incidents.doubts import doubts
    from warledger.incidents.link import weigh
    from warledger.linking import weights_in_use
    from warledger.review import Doubtful

    reports = {report.id: report for report in ledger.reports()}
    weighed = weigh(claims.values(), reports, [*incidents, *ledger.ended()], list(ledger.decisions()), weights_in_use(settings))
    return [Doubtful(one.one, one.other, one.joined, one.score, one.uncertainty) for one in doubts(weighed)]


def asked(ledger: Ledger, pairs: Iterable[Doubtful], incidents: Mapping[str, Incident], claims: Mapping[str, Claim]) -> list[Question]:
    """The questions with these pairs, without those that were decided."""
    from warledger.review import questions, standing

    holding = [one.decision for one in standing(ledger.decisions()) if one.holds and one.decision.undoes is None]
    return questions(pairs, list(incidents.values()), claims, holding, reopened_decisions(ledger, holding, incidents, claims))


def reopened_decisions(ledger: Ledger, holding: Sequence[Decision], incidents: Mapping[str, Incident], claims: Mapping[str, Claim]) -> dict[str, str]:
    """Per decision that is open again, why: its claims are held against those that the run before it had left."""
    from warledger.review import basis, reopened
    from warledger.store import Filter

    runs = ledger.decided()
    found: dict[str, str] = {}
    for run in sorted({runs[decision.id] for decision in holding}):
        of_run = [decision for decision in holding if runs[decision.id] == run]
        names = tuple(sorted({name for decision in of_run for name in basis(decision)}))
        then = {claim.id: claim for claim in ledger.claims(Filter(claims=names), run=run - 1)}
        for decision in of_run:
            why = reopened(decision, then, claims, incidents.values())
            if why is not None:
                found[decision.id] = why
    return found
