"""An analyst's act, before and after it is written down: may it be made, and does it still hold.

In: a decision, the log, the claims and incidents it may be about. Out: objections, or the standing of each decision.
Decision: the log is append-only, so a mistake is mended by a decision that undoes it; nothing here changes a record. What
the decisions mean for joining claims is worked out where claims are joined (incidents/rulings.py), from the same log.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from warledger.model import Decision, Incident
from warledger.model.decision import ACTS, fields_of
from warledger.model.record import digest

# How many subjects an act needs at least: one is told the same as, or different from, another.
SUBJECTS = {"same": 2, "different": 2}
# Acts about a pair, of which the later one replaces the earlier.
OF_PAIRS = frozenset({"same", "different", "unsure"})
# Acts about one subject as a whole, of which the later one replaces the earlier.
OF_ONE = frozenset({"reject", "confirm"})


@dataclass(frozen=True)
class Standing:
    """Whether a decision holds, and if not, the id of the decision that undid or replaced it."""

    decision: Decision
    holds: bool
    by: str | None = None


def decide(act: str, subjects: Sequence[str], who: str, at: str, *, field: str | None = None, value: Any = None,
           why: str | None = None, undoes: str | None = None) -> Decision:
    """A decision with its id: the same act of the same person at the same instant is the same decision."""
    identity = digest("d", act, list(subjects), who, at, field, value, undoes)
    return Decision(identity, act, tuple(subjects), who, at, field, value, why, undoes)


def grounded(decision: Decision, incident_of: Callable[[str], Incident | None]) -> Decision:
    """The decision with the claims that its incidents hold; as it is where it says so already.

    incident_of finds the incident that an id leads to, also one that ended; None for the id of a claim.
    """
    held = dict(decision.held)
    for subject in decision.subjects:
        if subject not in held and (incident := incident_of(subject)) is not None:
            held[subject] = incident.claims
    return dataclasses.replace(decision, held=held)


def parted(incident: Incident, claims: Collection[str]) -> tuple[tuple[str, str], dict[str, tuple[str, ...]]]:
    """Subjects and held of the decision that claims of an incident are another happening than its others.

    Raises ValueError, with a sentence, where that would leave nothing of the incident, or a claim is none of it.
    """
    away = tuple(name for name in incident.claims if name in claims)
    stay = tuple(name for name in incident.claims if name not in claims)
    strangers = sorted(set(claims) - set(away))
    if strangers:
        raise ValueError(f"{strangers[0]} is no claim of {incident.id}")
    if not stay or not away:
        raise ValueError(f"to part {incident.id}, name some of its claims and not all")
    return (incident.id, away[0]), {incident.id: stay, away[0]: away}


def objections(decision: Decision, log: Iterable[Decision] = (), known: Collection[str] | None = None) -> list[str]:
    """Why a decision cannot be written down, in sentences; empty where it can.

    known are the ids of claims and incidents that there are, None where that is not to be checked.
    """
    found = []
    if decision.act not in ACTS:
        found.append(f"{decision.act!r} is no act: it must be one of {', '.join(ACTS)}")
    if not decision.who.strip():
        found.append("it is not said who decides")
    if not _is_instant(decision.at):
        found.append(f"{decision.at!r} is no instant: an ISO date and time was expected")
    needed = SUBJECTS.get(decision.act, 1)
    if decision.undoes is None and len(set(decision.subjects)) < needed:
        found.append(f"{decision.act} needs {needed} different claims or incidents")
    if decision.act == "correct" and decision.undoes is None and not decision.field:
        found.append("a correction must name the field that it corrects")
    if decision.act == "note" and decision.undoes is None and not (decision.why or "").strip():
        found.append("a note must say something")
    if known is not None:
        found += [f"there is no claim or incident {name}" for name in decision.subjects if name not in known]
    return found + _against_log(decision, log)


def _against_log(decision: Decision, log: Iterable[Decision]) -> list[str]:
    held = {one.id: one for one in log}
    if decision.id in held and held[decision.id] != decision:
        return [f"there is another decision {decision.id}"]
    if decision.undoes is not None and decision.undoes not in held:
        return [f"there is no decision {decision.undoes} to undo"]
    return []


def standing(log: Iterable[Decision]) -> list[Standing]:
    """The log, oldest first, with what became of each decision. A pure function of the set of decisions."""
    ordered = sorted({one.id: one for one in log}.values(), key=lambda one: (one.at, one.id))
    undone: dict[str, str] = {}
    for one in reversed(ordered):
        if one.undoes and one.id not in undone:
            undone.setdefault(one.undoes, one.id)
    latest: dict[tuple[object, ...], str] = {}
    after: dict[str, dict[tuple[object, ...], str]] = {}
    for one in ordered:
        for key in _about(one) if one.id not in undone else ():
            if key in latest:
                after.setdefault(latest[key], {})[key] = one.id
            latest[key] = one.id
    # What settles two things (a type with its mode) is replaced when both were settled anew.
    replaced = {one.id: list(after[one.id].values())[-1] for one in ordered if len(after.get(one.id, ())) == len(_about(one)) > 0}
    fates = [(one, undone.get(one.id) or replaced.get(one.id)) for one in ordered]
    return [Standing(one, by is None, by) for one, by in fates]


def _about(decision: Decision) -> list[tuple[object, ...]]:
    """What a decision settles: two with a key in common cannot both hold."""
    subjects = tuple(sorted(set(decision.subjects)))
    if decision.undoes:
        return []
    if decision.act in OF_PAIRS:
        return [("pair", *subjects)]
    if decision.act == "correct":
        return [("field", subjects, name) for name in fields_of(decision.field or "", decision.value)]
    return [("whole", subjects)] if decision.act in OF_ONE else []


def _is_instant(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return len(text) > len("2020-02-05")
