"""What linking changes in a ledger: all of its incidents, or those near to what is new.

In: a ledger with a transaction under way, the ids of new claims, a linker. Out: problems; the ledger's incidents are those of now.
Decision: a linker that can link a part (LOCAL) is given only the neighbourhood, unless so much is new, or near to it, that the whole is as quick. What was
decided before claims were last linked is in the incidents already: it draws in only what stands beside what is new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from warledger.model import Decision, Incident, Problem

if TYPE_CHECKING:
    from warledger.store import Ledger

# With more new claims than this, or than this share of the ledger, everything is linked: that is as quick (measured, docs/speed.md).
MANY, SHARE = 1_000, 0.1


def linked_anew(ledger: Ledger, new: Collection[str] | None, linker: Any) -> list[Problem]:
    """Links what is new, or everything where new is None; returns what could not be linked as it was asked."""
    decisions = list(ledger.decisions())
    seeds = None if new is None else {*new, *_named_in(_newly_decided(ledger, decisions))}
    if seeds is None or not getattr(linker, "LOCAL", False) or _is_much(ledger, seeds):
        return _linked_whole(ledger, decisions, linker)
    return _linked_near(ledger, seeds, decisions, linker) if seeds else []


def _newly_decided(ledger: Ledger, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions written down since claims were last linked, and those that they undo or bring back."""
    linked, written = ledger.last_linked(), ledger.decided()
    by_id = {decision.id: decision for decision in decisions}
    found: dict[str, Decision] = {}
    waiting = [decision for decision in decisions if written[decision.id] > linked]
    while waiting:
        decision = waiting.pop()
        undone = by_id.get(decision.undoes or "")
        if undone is not None and undone.id not in found:
            waiting.append(undone)
        found[decision.id] = decision
    return [found[name] for name in sorted(found)]


def _named_in(decisions: Iterable[Decision]) -> set[str]:
    """The claims and incidents that decisions are about."""
    named = {name for decision in decisions for name in decision.subjects}
    return named | {name for decision in decisions for held in decision.held.values() for name in held}


def _touched(decisions: Iterable[Decision], claims: frozenset[str]) -> set[str]:
    """What the decisions are about that are about some of these claims, too."""
    each = (_named_in([decision]) for decision in decisions)
    return {name for named in each if not named.isdisjoint(claims) for name in named}


def _is_much(ledger: Ledger, seeds: Collection[str]) -> bool:
    from warledger.store import writing

    counts = ledger.summary()
    if not counts.incidents or len(seeds) > MANY or len(seeds) > SHARE * counts.claims:
        return True
    with ledger.asking() as connection:  # a report that was coded anew lost claims: what they held together is nowhere near
        return bool(writing.with_outdated_claims(connection))


def _linked_whole(ledger: Ledger, decisions: list[Decision], linker: Any) -> list[Problem]:
    reports = {report.id: report for report in ledger.reports()}
    return _kept(ledger, linker.link(list(ledger.claims()), reports, [*ledger.incidents(), *ledger.ended()], decisions), None)


def _linked_near(ledger: Ledger, seeds: Collection[str], decisions: list[Decision], linker: Any) -> list[Problem]:
    """Links the neighbourhood; where that, or a decision about a part of it, draws in claims of incidents outside, once more with those."""
    from warledger.neighbourhood import around

    with ledger.asking() as connection:
        part = around(connection, seeds, getattr(linker, "weights", None), SHARE * ledger.summary().claims)
        while part is not None:
            decided = _touched(decisions, part.scope.only) - part.scope.only
            if decided:
                part = part.grown(decided)
                continue
            linked = list(linker.link(part.claims, {one.id: one for one in part.reports}, part.former, decisions, part.scope))
            drawn = {claim for one in linked if isinstance(one, Incident) for claim in one.claims} - part.scope.only
            if not drawn:
                return _kept(ledger, linked, part.current)
            part = part.grown(drawn)
    return _linked_whole(ledger, decisions, linker)  # nearly everything is near: then the whole is as quick, and exact


def _kept(ledger: Ledger, linked: Iterable[Incident | Problem], among: Collection[str] | None) -> list[Problem]:
    from warledger.store import RunInfo

    found = list(linked)
    problems = [one for one in found if isinstance(one, Problem)]
    ledger.replace_incidents([one for one in found if isinstance(one, Incident)], among=among)
    ledger.add(problems=problems, run=RunInfo())
    return problems
