"""Places that are said to be besieged or surrounded, since when, and what ended it.

In: tellings of TERRITORY and withdrawals. Out: Sieges by place and day. Decision: a siege goes on as long as it is told of without a
longer silence than a season; it ends where the besiegers are said to take the place or to leave it, or the siege to be broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from warledger.incidents.parties import Party
from warledger.incidents.reading import Reading
from warledger.incidents.series.telling import Telling, Tellings, days_between, everybody, place_key, rivals
from warledger.model import Place
from warledger.model.series import Siege

LAYING = frozenset({"besiege", "encircle"})
TAKING = frozenset({"capture", "recapture"})
# Whom police surround in a street is not besieged.
PLACES = frozenset({"town", "district", "province", "region"})
PERSONS = frozenset({"UAF", "CRM"})
SILENCE_DAYS = 90  # sieges last for years, and reports of them are months apart (judgement)
BREAKING = "contest"
BROKEN_WORD = "siege"
TYPES = ("TERRITORY", "RETREAT")
READS = (Reading(("TERRITORY",), (*sorted(LAYING | TAKING), BREAKING)), Reading(("RETREAT",), ("withdraw",)))


@dataclass
class _Ring:
    """One siege so far."""

    place: Place
    told: list[Telling] = field(default_factory=list)
    end: list[Telling] = field(default_factory=list)
    how: str | None = None

    @property
    def besiegers(self) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(one for telling in self.told for one in telling.initiators))

    @property
    def last(self) -> str:
        return max(one.last or "" for one in self.told)


def sieges(tellings: Tellings) -> list[Siege]:
    """Every siege with its end where one is told."""
    rings: dict[tuple[object, ...], list[_Ring]] = {}
    for one in tellings.all:
        place = one.claim.place
        if one.first is None or place is None or not one.happened:
            continue
        of_place = rings.setdefault(place_key(place), [])
        how = _ending(one)
        if how is not None:
            _close(of_place, one, how)
        elif _lays(one):
            ring = next((ring for ring in of_place if _goes_on(ring, one)), None)
            if ring is None:
                ring = _Ring(place)
                of_place.append(ring)
            ring.told.append(one)
    found = [_siege(ring) for of_place in rings.values() for ring in of_place]
    return sorted(found, key=lambda one: (one.place.country or "", one.place.name, one.since))


def _lays(one: Telling) -> bool:
    claim, place = one.claim, one.claim.place
    if claim.type != "TERRITORY" or claim.mode not in LAYING or place is None:
        return False
    if claim.mode == "besiege":
        return place.precision != "country"
    return place.precision in PLACES and not any(target.sector in PERSONS for target in claim.targets)


def _ending(one: Telling) -> str | None:
    claim = one.claim
    if claim.type == "RETREAT":
        return "left" if claim.mode == "withdraw" else None
    if claim.mode in TAKING:
        return "taken"
    trigger = " ".join(passage.quote for passage in claim.passages if passage.field in ("trigger", "sentence")).lower()
    return "broken" if claim.mode == BREAKING and BROKEN_WORD in trigger else None


def _goes_on(ring: _Ring, one: Telling) -> bool:
    if ring.how is not None and days_between(ring.end[0].first or "", one.first or "") > 0:
        return False
    near = days_between(ring.last, one.first or "") <= SILENCE_DAYS
    return near and not rivals(ring.besiegers, one.initiators)


def _close(rings: list[_Ring], one: Telling, how: str) -> None:
    """Ends the sieges that this ends: theirs who take the place or leave it, anybody's that is broken."""
    for ring in _open(rings, one):
        apart = rivals(ring.besiegers, one.initiators)
        if not ring.besiegers or not one.initiators or apart == (how == "broken"):
            ring.how = ring.how or how
            ring.end.append(one)


def _open(rings: list[_Ring], one: Telling) -> Iterator[_Ring]:
    for ring in rings:
        ended = ring.end[0].first if ring.end else None
        if (ended is None or ended == one.first) and days_between(ring.last, one.first or "") <= SILENCE_DAYS:
            yield ring


def _siege(ring: _Ring) -> Siege:
    return Siege(ring.place, everybody(one.claim.initiators for one in ring.told), everybody(one.claim.targets for one in ring.told),
                 ring.told[0].first or "", ring.last, ring.end[0].first if ring.end else None, ring.how,
                 tuple(one.saying(one.claim.mode or "besieged") for one in ring.told), tuple(one.saying(ring.how or "") for one in ring.end))
