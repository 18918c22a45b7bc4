"""Why claims stand in one incident, and why others do not: pairs with everything that was weighed, in words and weights."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.record import Record

# What became of a pair.
VERDICTS = ("joined", "refused")


@dataclass(frozen=True)
class Reason(Record):
    """One piece of evidence: its kind, in words, its weight (natural log-odds) as it counted, and its share (1: in full)."""

    kind: str
    words: str
    weight: float
    share: float


@dataclass(frozen=True)
class Pair(Record):
    """Two claims, and what spoke for and against their being about one happening.

    score is the sum with the prior; None where nothing was weighed: then why says what settled it.
    other_incident is the incident of a claim that was refused, None where no incident holds it.
    """

    one: str
    other: str
    verdict: str
    score: float | None
    why: str
    reasons: tuple[Reason, ...] = ()
    other_incident: str | None = None


@dataclass(frozen=True)
class Grounds(Record):
    """Every join of an incident and every refusal at its edge. A pair is joined above `join`; each starts at `prior`.

    stale says, where it is so, that the incident was linked by other rules or decisions than those of today.
    """

    incident: str
    prior: float
    join: float
    floor: float
    joined: tuple[Pair, ...]
    refused: tuple[Pair, ...]
    stale: str | None = None
