"""What an analyst's decisions mean for linking: pairs that must and must not be joined, corrections, rejections.

In: the append-only log of decisions, in any order. Out: Rulings, a pure function of it. Decision: the last word on a
pair or a field holds; an undone decision never was; a decision that cannot be carried out becomes a Problem.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from warledger.model import Claim, Decision, Incident, Problem
from warledger.model.decision import CORRECTABLE, OVERRULABLE, fields_of
from warledger.model.record import Record

# Acts about a pair, of which the last one holds.
ON_PAIRS = frozenset({"same", "different", "unsure"})


@dataclass(frozen=True)
class Rulings:
    """same and different hold pairs of claim ids, the smaller first, same in the order in which they were decided.

    corrections go by claim or incident, then field. rejected holds claims and incidents that are no happening.
    """

    same: tuple[tuple[str, str], ...] = ()
    different: frozenset[tuple[str, str]] = frozenset()
    corrections: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody has undone, oldest first. Undoing an undoing brings the first back."""
    log = sorted(set_by_id(decisions).values(), key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    for decision in reversed(log):
        if decision.undoes and decision.id not in undone:
            undone.add(decision.undoes)
    return _last_words([decision for decision in log if decision.id not in undone])


def _last_words(log: list[Decision]) -> list[Decision]:
    """The log without what a later decision on the very same subjects replaced; "unsure" takes a word back, and puts none in its place."""
    last = {frozenset(decision.subjects): decision.id for decision in log if decision.act in ON_PAIRS}
    return [decision for decision in log if decision.act not in ON_PAIRS or last[frozenset(decision.subjects)] == decision.id]


def set_by_id(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Each decision once, however often the log was read."""
    return {decision.id: decision for decision in decisions}


def replay(decisions: Iterable[Decision], previous: Iterable[Incident] = ()) -> Rulings:
    """What the decisions amount to. A decision about an incident means the claims that it held when it was decided.

    Where a decision does not say which these were, they are those that `previous` says it holds.
    """
    members = _members(previous)
    pairs: dict[tuple[str, str], tuple[int, bool]] = {}
    corrections: dict[str, dict[str, Any]] = {}
    rejected: dict[str, bool] = {}
    for turn, decision in enumerate(in_force(decisions)):
        if decision.act in ("same", "different"):
            for pair in _pairs(decision, members):
                pairs[pair] = (turn, decision.act == "same")
        elif decision.act == "correct" and decision.field:
            for subject in decision.subjects:
                corrections.setdefault(subject, {}).update(fields_of(decision.field, decision.value))
        elif decision.act in ("reject", "confirm"):
            for subject in decision.subjects:
                for claim in decision.held.get(subject) or (subject, *members.get(subject, ())):
                    rejected[claim] = decision.act == "reject"
    same = sorted((pair for pair, (_turn, is_same) in pairs.items() if is_same), key=lambda p: (-pairs[p][0], p))
    different = frozenset(pair for pair, (_turn, is_same) in pairs.items() if not is_same)
    return Rulings(tuple(same), different, corrections, frozenset(k for k, out in rejected.items() if out))


def _members(previous: Iterable[Incident]) -> dict[str, tuple[str, ...]]:
    """The claims of each incident id; an id that was merged away stands for the claims of what it went into."""
    members: dict[str, tuple[str, ...]] = {}
    for incident in previous:
        for old in incident.supersedes:
            members.setdefault(old, incident.claims)
        members[incident.id] = incident.claims
    return members


def _pairs(decision: Decision, members: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    groups = [decision.held.get(subject) or members.get(subject, (subject,)) for subject in decision.subjects]
    pairs: list[tuple[str, str]] = []
    for one, other in itertools.combinations(groups, 2):
        pairs.extend((min(a, b), max(a, b)) for a in one for b in other if a != b)
    return pairs


def corrected(claim: Claim, rulings: Rulings) -> tuple[Claim, tuple[Problem, ...]]:
    """The claim as the analyst corrected it, with a Problem for every correction that it cannot take."""
    problems: list[Problem] = []
    for name, value in sorted(rulings.corrections.get(claim.id, {}).items()):
        changed = _with_value(claim, name, value) if name in CORRECTABLE else None
        if changed is None:
            message = f"the correction of {name} to {value!r} cannot be made in claim {claim.id}"
            problems.append(Problem("link", "bad-correction", message, report=claim.report))
        else:
            claim = changed
    return claim, tuple(problems)


def _with_value(claim: Claim, name: str, value: Any) -> Claim | None:
    plain = value.to_dict() if isinstance(value, Record) else value
    try:
        return Claim.from_dict({**claim.to_dict(), name: plain})
    except ValueError:
        return None


def overruled(incident: Incident, rulings: Rulings) -> Incident:
    """The incident with what an analyst overruled in it, said so in its why."""
    given = rulings.corrections.get(incident.id, {})
    taken = {name: value for name, value in sorted(given.items()) if name in OVERRULABLE}
    if not taken:
        return incident
    why = f"{incident.why} An analyst set {', '.join(taken)}."
    plain = {name: value.to_dict() if isinstance(value, Record) else value for name, value in taken.items()}
    try:
        read = Incident.from_dict({**incident.to_dict(), **plain, "fields": {}})
    except ValueError:
        return incident
    return dataclasses.replace(read, fields=incident.fields, why=why)
