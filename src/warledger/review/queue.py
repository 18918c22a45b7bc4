"""What an analyst is asked, the most uncertain first.

In: doubtful pairs, incidents, the decisions that hold, and why some of them are to be looked at again. Out: Questions in order.
Decision: what was decided is not asked again, unless its source has changed; then it is asked before everything else. "Unsure" is
an answer too: nobody is asked twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warledger.model import Claim, Decision, Incident

PAIR_ACTS = ("same", "different", "unsure")
WHOLE_ACTS = ("confirm", "reject", "publish", "unsure", "correct")
AGAIN = 2.0  # above every uncertainty: what was decided and is open again comes first
# How uncertain an incident is whose versions contradict each other, at least (judgement: more so than one weak claim).
CONTESTED = 0.5


@dataclass(frozen=True)
class Question:
    """What is asked: of a pair whether it is one happening, of one incident whether it stands.

    subjects are claims or incidents; uncertainty is 0 to 1, or AGAIN where a decision is open again (then decided says which).
    nearest are the two claims on which a pair stands.
    """

    kind: str
    subjects: tuple[str, ...]
    uncertainty: float
    why: str
    decided: Decision | None = None
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubtful:
    """A pair of claims that was joined, or left apart, by little; score is the log-odds that it is one happening."""

    one: str
    other: str
    joined: bool
    score: float
    uncertainty: float


def questions(pairs: Iterable[Doubtful], incidents: Sequence[Incident], claims: Mapping[str, Claim], holding: Sequence[Decision],
              again: Mapping[str, str]) -> list[Question]:
    """The queue. holding are the decisions that hold, again the reasons for looking at one again, by its id."""
    home = {claim: incident.id for incident in incidents for claim in incident.claims}
    settled = {key for decision in holding for key in _settles(decision)}
    found = [Question("pair" if decision.act in PAIR_ACTS and len(decision.subjects) > 1 else "whole", decision.subjects, AGAIN,
                      again[decision.id], decision) for decision in holding if decision.id in again]
    for pair in pairs:
        subjects = _subjects(pair, home)
        if not (_pair_key(subjects) in settled or _pair_key((pair.one, pair.other)) in settled):
            why = f"{'joined' if pair.joined else 'left apart'} by little: the weights come to {pair.score:+.1f}"
            found.append(Question("pair", subjects, pair.uncertainty, why, nearest=(pair.one, pair.other)))
    for incident in incidents:
        if incident.id not in settled:
            uncertainty, why = _doubt(incident, claims)
            found.append(Question("whole", (incident.id,), uncertainty, why))
    return sorted(found, key=lambda question: (-question.uncertainty, question.kind, question.subjects))


def _subjects(pair: Doubtful, home: Mapping[str, str]) -> tuple[str, ...]:
    """Two incidents where the claims are in two, else the claims themselves."""
    one, other = home.get(pair.one), home.get(pair.other)
    if one is None or other is None or one == other:
        return pair.one, pair.other
    return min(one, other), max(one, other)


def _settles(decision: Decision) -> list[str]:
    if decision.act in PAIR_ACTS and len(decision.subjects) > 1:
        sides = [(subject, *decision.held.get(subject, ())) for subject in decision.subjects]
        return [_pair_key((a, b)) for index, one in enumerate(sides) for other in sides[index + 1 :] for a in one for b in other]
    return list(decision.subjects) if decision.act in WHOLE_ACTS else []


def _pair_key(subjects: Sequence[str]) -> str:
    return " ".join(sorted(subjects))


def _doubt(incident: Incident, claims: Mapping[str, Claim]) -> tuple[float, str]:
    """How uncertain an incident is: contested ones by the share of fields that contradict, others by their surest claim."""
    fields = [view.agreement for view in incident.fields.values()]
    contradicted = sum(agreement == "contradict" for agreement in fields)
    if incident.grade == "contested" or contradicted:
        share = contradicted / len(fields) if fields else 0.0
        return CONTESTED + (1 - CONTESTED) * share, f"graded {incident.grade}, {contradicted} of {len(fields)} fields contradict"
    surest = max((claims[name].confidence for name in incident.claims if name in claims), default=0.0)
    return (1 - surest) * CONTESTED, f"graded {incident.grade}; its surest claim has a confidence of {surest:.2f}"
