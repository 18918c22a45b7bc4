"""Which incidents an analyst published, whatever linking has made of them since.

In: the log of decisions, and which incidents hold which claims now. Out: ids of incidents. Decision: what is published is an incident with
the claims that it held then. It stays published under its id as new claims join it; parts of it, and what it went into, are published where at least
half of their claims were. What has mostly not been looked at is not shown because something that was has gone into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from warledger.model import Decision
from warledger.review.decisions import standing

# The part of an incident's claims that must have been published where its id was not.
ENOUGH = 0.5


def published(log: Iterable[Decision]) -> tuple[frozenset[str], frozenset[str]]:
    """The subjects of every publication that nobody has taken back, and the claims that they held."""
    in_force = [one.decision for one in standing(log) if one.holds and one.decision.act == "publish" and not one.decision.undoes]
    subjects = frozenset(subject for decision in in_force for subject in decision.subjects)
    claims = frozenset(claim for decision in in_force for members in decision.held.values() for claim in members)
    return subjects, claims | subjects


def is_shown(incident: str, members: Set[str], subjects: Set[str], claims: Set[str]) -> bool:
    """Whether an incident that holds these claims now is one that was published."""
    return incident in subjects or len(members & claims) >= max(1, len(members) * ENOUGH)


def shown(holders: Mapping[str, Set[str]], subjects: Set[str], claims: Set[str]) -> dict[str, Set[str]]:
    """Of the incidents those that were published, with their claims."""
    return {incident: members for incident, members in holders.items() if is_shown(incident, members, subjects, claims)}
