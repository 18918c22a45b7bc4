"""Which of those who tell of an incident take part in the fight themselves.

In: the versions of one incident. Out: the origins that are a party to it. Decision: a state speaks through its offices, its forces and its
own media, and a group through its own; whoever is neither on the one side nor on the other is independent, police among them, for a crime
that they investigate is not their war.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Protocol

from warledger.actors.catalog import load_actors
from warledger.incidents.origins import named_speaker
from warledger.incidents.parties import KIN, RANK, Party, party, relation
from warledger.model import Actor, Claim, Participant

# Sectors of those who fight a war, and of the state for which they fight.
FIGHTING = frozenset({"MIL", "GOV", "REB", "SPY", "SET"})
# How the key of an origin that is listed begins (incidents/origins.py).
LISTED = "actor "
# Media that speak for whoever runs them (actors/media.yaml).
OWN_MEDIA = frozenset({"state", "party"})


class _Told(Protocol):
    """What is read of a version."""

    @property
    def origin(self) -> str: ...

    @property
    def claim(self) -> Claim: ...


def independent(versions: Iterable[_Told]) -> list[frozenset[str]]:
    """The origins as independent witnesses: each by itself, but those of one fighting side together."""
    told = list(versions)
    voices = _partisans(told)
    witnesses = [frozenset({origin}) for origin in sorted({version.origin for version in told}) if origin not in voices]
    sides: list[tuple[Party, set[str]]] = []
    for origin, voice in sorted(voices.items()):
        side = next((held for lead, held in sides if RANK[relation(lead, voice)] >= KIN_RANK and _told_alike(lead, voice)), None)
        if side is None:
            sides.append((voice, {origin}))
        else:
            side.add(origin)
    return witnesses + [frozenset(held) for _lead, held in sides]


def partisan_origins(versions: Iterable[_Told]) -> frozenset[str]:
    """The origins among these versions that belong to a side of the incident."""
    return frozenset(_partisans(list(versions)))


def _partisans(told: Sequence[_Told]) -> dict[str, Party]:
    """The origins that fight, each as the party that it is."""
    sides = {party(person) for version in told for person in (*version.claim.initiators, *version.claim.targets) if _fights(person)}
    if not sides:
        return {}
    voices = {version.origin: voice for version in told if (voice := _voice(version)) is not None}
    return {origin: voice for origin, voice in voices.items() if _is_of(voice, sorted(sides, key=lambda side: side.key))}


def _fights(person: Participant) -> bool:
    """Whether somebody is a side of a fight: forces and armed groups, and states as a whole, but no clerk of one."""
    return person.sector in FIGHTING and (person.sector != "GOV" or person.actor is not None)


def _is_of(voice: Party, sides: Sequence[Party]) -> bool:
    return voice.layer in ("state", "armed") and any(RANK[relation(voice, side)] >= KIN_RANK and _told_alike(voice, side) for side in sides)


def _told_alike(voice: Party, side: Party) -> bool:
    """Whether more than being armed ties them: "a military source" is not every army's."""
    return bool((voice.country and voice.country == side.country) or (voice.actor and voice.actor == side.actor)
                or (voice.key and voice.key == side.key) or voice.backers or side.backers)


def _voice(version: _Told) -> Party | None:
    """The origin as a party: as it is listed, else as its speaker is told; None for a report's own voice that is not listed."""
    if version.origin.startswith(LISTED):
        return _listed(version.origin.removeprefix(LISTED))
    speaker = named_speaker(version.claim)
    if speaker is None or speaker.sector not in FIGHTING:
        return None
    return party(Participant(speaker.name, speaker.actor, speaker.country, speaker.sector))


@functools.lru_cache(maxsize=10_000)
def _listed(name: str) -> Party | None:
    actor = load_actors().by_id(name)
    if actor is None:
        return None
    if actor.kind != "media":
        return party(Participant(actor.name, actor.id, actor.country, actor.sector))
    return _of_media(actor)


def _of_media(actor: Actor) -> Party | None:
    """Whom a medium speaks for: the state that runs it, or the group that is its parent; None for one that is independent."""
    if actor.media_kind not in OWN_MEDIA:
        return None
    parent = load_actors().by_id(actor.parent) if actor.parent else None
    if parent is not None and parent.kind != "media":
        return party(Participant(parent.name, parent.id, parent.country, parent.sector))
    return party(Participant(actor.name, None, actor.country, "GOV")) if actor.media_kind == "state" and actor.country else None


KIN_RANK = RANK[KIN]
