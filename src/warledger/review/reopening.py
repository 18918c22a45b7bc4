"""Decisions that are to be looked at again, because what they were about has changed since.

In: decisions that hold, and the claims that they were about, as they were then and as they are now. Out: the reasons, by decision.
Decision: a decision that is re-opened still holds; it comes back into the queue, so that somebody confirms or undoes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from warledger.model import Claim, Decision, Incident

# How sure the program is, and which version of it coded: no part of what the source says.
NOT_THE_SOURCE = ("confidence", "coder")
# Acts that speak for a whole incident: they are about its claims of then, and new ones were not seen.
OF_THE_WHOLE = frozenset({"confirm", "publish"})
NAMED = 3  # claims that a reason names


def basis(decision: Decision) -> tuple[str, ...]:
    """The ids of the claims that a decision is about."""
    names = [name for subject in decision.subjects for name in decision.held.get(subject, (subject,))]
    return tuple(dict.fromkeys(names))


def reopened(decision: Decision, then: Mapping[str, Claim], now: Mapping[str, Claim], incidents: Iterable[Incident] = ()) -> str | None:
    """Why a decision is to be looked at again, None where nothing has changed.

    then and now hold the claims of its basis by id, as far as they were and are there; incidents are those of now.
    """
    gone = [name for name in basis(decision) if name in then and name not in now]
    changed = [name for name in basis(decision) if name in then and name in now and _says(then[name]) != _says(now[name])]
    new: list[str] = []
    if decision.act in OF_THE_WHOLE:
        known = set(basis(decision))
        new = [name for incident in incidents if incident.id in decision.held for name in incident.claims if name not in known]
    parts = [f"{_named(names)} {words}" for names, words in (
        (changed, "says something else now"), (gone, "is no longer in its report"), (new, "came in since")) if names]
    return "; ".join(parts) or None


def _says(claim: Claim) -> dict[str, object]:
    return {key: value for key, value in claim.to_dict().items() if key not in NOT_THE_SOURCE}


def _named(names: list[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
