"""The grade of an incident, after the practice of casualty recorders (CODEBOOK.md), and the reason for it.

In: the versions and views of one incident. Out: a grade and a sentence. Decision: it grades how well the act is
witnessed, never who is right; a boast is no admission, so a party's own word confirms only what others hold against it.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.incidents.agreement import CONTRADICT, Version
from warledger.incidents.origins import named_speaker
from warledger.incidents.parties import KIN, RANK, SAME, Party, name_key, party, relation
from warledger.incidents.partisans import independent
from warledger.incidents.weights import Weights
from warledger.model import Claim, FieldView, Participant, Speaker

# Acts that the initiator is proud of: here it is the side that lost which confirms.
GAINS = frozenset({"TERRITORY"})


def grade(versions: Sequence[Version], fields: dict[str, FieldView], weights: Weights) -> tuple[str, str]:
    """One of model.incident.GRADES, and why."""
    holding = [version for version in versions if not version.traits.rival]
    origins = sorted({version.origin for version in holding})
    denied = [version for version in versions if version.traits.rival]
    if denied:
        admitted = _admitting(holding)
        if admitted is None or _said_by_one_side(admitted, denied):
            return "contested", _dispute(denied)
        return "confirmed", f"{admitted.name} admitted it, though {_speakers(denied)} denied it"
    initiator = fields.get("initiator")
    if initiator is not None and initiator.agreement == CONTRADICT:
        return "contested", f"rival claims about who did it: {_rivals(holding)}"
    confirmed = _confirmed(holding, len(origins), weights)
    if confirmed:
        return "confirmed", confirmed
    witnesses = independent(holding) if len(origins) > 1 else []
    if len(witnesses) >= 2:
        return "fair", f"{len(witnesses)} independent origins agree on the act"
    return "weak", "one origin only" if len(origins) < 2 else f"one side of the fight only: {_speakers(holding)}"


def _admitting(versions: Sequence[Version]) -> Speaker | None:
    """Who admitted that it was theirs, None for nobody with a name."""
    speakers = (named_speaker(version.traits.claim) for version in versions if version.traits.claim.attribution == "admitted")
    return next((speaker for speaker in speakers if speaker is not None), None)


def _said_by_one_side(admitted: Speaker, denied: Sequence[Version]) -> bool:
    """Whether the side that admitted also denied: then it is not settled which holds."""
    voice = _as_party(admitted)
    speakers = (named_speaker(version.traits.claim) for version in denied)
    return any(speaker is not None and RANK[relation(voice, _as_party(speaker))] >= RANK[KIN] for speaker in speakers)


def _dispute(denied: Sequence[Version]) -> str:
    """What is disputed: who did it, where all who deny speak of what they are said to have done themselves; else whether it happened."""
    own = all((speaker := named_speaker(version.traits.claim)) is not None
              and any(RANK[relation(_as_party(speaker), side)] >= RANK[KIN] for side in version.traits.initiators) for version in denied)
    names = _speakers(denied)
    return f"who did it is disputed: {names} denied having done it" if own else f"whether it happened is disputed: {names} denied it"


def _as_party(speaker: Speaker) -> Party:
    return party(Participant(speaker.name, speaker.actor, speaker.country, speaker.sector))


def _confirmed(versions: Sequence[Version], origins: int, weights: Weights) -> str | None:
    for version in versions:
        claim = version.traits.claim
        speaker = named_speaker(claim)
        if claim.attribution == "admitted":
            return f"{speaker.name if speaker else 'the party'} admitted it"
        if speaker is None:
            continue
        if any(word in name_key(speaker.name) or word in speaker.name.casefold() for word in weights.investigators):
            return f"an independent investigation ({speaker.name}) found it"
        if origins >= 2 and _answers(claim, versions):
            return f"{speaker.name}, the party concerned, says so itself"
    return None


def _answers(claim: Claim, versions: Sequence[Version]) -> bool:
    """Whether the speaker is the party that others hold responsible, or that lost what others say was taken."""
    speaker = named_speaker(claim)
    if speaker is None or speaker.sector == "MED":
        return False
    voice = _as_party(speaker)
    others = [version.traits for version in versions if version.traits.id != claim.id]
    sides = [one.targets if claim.type in GAINS else one.initiators for one in others]
    own = [version.traits for version in versions if version.traits.id == claim.id]
    mine = own[0].targets if claim.type in GAINS else own[0].initiators
    return _stands_in(voice, mine) and any(_stands_in(voice, side) for side in sides)


def _stands_in(voice: Party, side: Sequence[Party]) -> bool:
    """Whether the voice is one of a side: the same actor, or an organ of the same state."""
    return any(relation(voice, one) == SAME or (RANK[relation(voice, one)] >= RANK[KIN] and voice.actor is not None
               and voice.actor == one.actor) for one in side)


def _speakers(versions: Sequence[Version]) -> str:
    names = []
    for version in sorted(versions, key=lambda v: v.order):
        speaker = named_speaker(version.traits.claim)
        outlet = version.report.outlet if version.report else None
        names.append(speaker.name if speaker else outlet or "a report")
    return ", ".join(dict.fromkeys(names))


def _rivals(versions: Sequence[Version]) -> str:
    """Each named initiator with who names it."""
    told: dict[str, list[Version]] = {}
    for version in sorted(versions, key=lambda v: v.order):
        for one in version.traits.initiators:
            told.setdefault(one.name, []).append(version)
    return "; ".join(f"{name} (says {_speakers(who)})" for name, who in told.items())
