"""Agreements with their status over time.

In: tellings of AGREE and of ceasefires declared. Out: Agreements by their first day. Decision: two tellings are of one agreement
where their kinds can be one, they share a party or the place, nobody and nowhere differ, and no more than a month of silence is
between them: an agreement that nobody speaks of for longer is taken for a new one when it is spoken of again, and so is one that
is announced a week after the last was.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from warledger.incidents.parties import DIFFERENT, Party, party, relation
from warledger.incidents.series.telling import (
    Telling,
    Tellings,
    days_between,
    everybody,
    kindred,
    near,
    place_key,
)
from warledger.model import Participant, Place
from warledger.model.series import Agreement, Step

# Modes that are one kind of agreement; a deal may be any of them.
FAMILY = {"ceasefire": "ceasefire", "truce": "ceasefire", "exchange": "exchange"}
DEAL = "deal"
SILENCE_DAYS = 30
NEW_DAYS = 7  # a deal is announced on several days in a row; a week later it is another one (judgement)
MENTIONED, ANNOUNCED = "told of", "announced"
WISHED = frozenset({MENTIONED, "planned", "demanded", "threatened"})
# Where it was signed is no place in which an agreement holds, and tells no two of them apart.
WIDE = frozenset({"country", "region"})
PRECISIONS = ("exact", "town", "district", "province", "region", "country")


@dataclass
class _Thread:
    """The tellings of one agreement so far."""

    kind: str
    told: list[Telling] = field(default_factory=list)
    parties: tuple[Party, ...] = ()
    # A truce may be told thousands of times, so only what is asked is kept: which places, one of each province, the last day of its being made.
    keys: set[tuple[object, ...]] = field(default_factory=set)
    provinces: dict[tuple[object, ...], Place] = field(default_factory=dict)
    made: str = ""

    @property
    def places(self) -> Collection[Place]:
        return self.provinces.values()

    def add(self, one: Telling, people: tuple[Participant, ...]) -> None:
        self.told.append(one)
        self.parties = tuple(dict.fromkeys((*self.parties, *map(party, people))))
        if one.claim.place is not None:
            place = one.claim.place
            self.keys.add(place_key(place))
            self.provinces.setdefault((place.country, place.admin1, place.precision), place)
        if _status(one) in (ANNOUNCED, "in force"):
            self.made = max(self.made, one.first or "")
        if self.kind == DEAL:
            self.kind = _kind(one)


def agreements(tellings: Tellings) -> list[Agreement]:
    """Every agreement, with what is told of it by day."""
    threads: list[_Thread] = []
    alive: list[int] = []
    for one in tellings.all:
        if one.first is None or not _is_agreement(one):
            continue
        people = (*one.claim.initiators, *one.claim.targets, *one.claim.others)
        alive = [number for number in alive if days_between(threads[number].told[-1].first or "", one.first) <= SILENCE_DAYS]
        fits = [(fit, number) for number in alive if (fit := _fit(threads[number], one, people)) is not None]
        if fits:
            threads[max(fits)[1]].add(one, people)
        else:
            alive.append(len(threads))
            threads.append(_Thread(_kind(one)))
            threads[-1].add(one, people)
    found = [_agreement(thread) for thread in threads]
    return sorted(found, key=lambda one: (one.since, one.kind, one.steps[0].sources[0].claim))


def _is_agreement(one: Telling) -> bool:
    claim = one.claim
    if claim.type == "RETREAT":
        return claim.mode == "ceasefire" and claim.stance in ("asserted", "historical")
    return claim.type == "AGREE" and claim.stance != "hypothetical"


def _kind(one: Telling) -> str:
    return FAMILY.get(one.claim.mode or "", DEAL)


def _fit(thread: _Thread, one: Telling, people: tuple[Participant, ...]) -> tuple[int, int, int] | None:
    """How well a telling fits: shared parties, the same place, few days of silence; None where it does not."""
    kind, side = _kind(one), tuple(map(party, people))
    silence = days_between(thread.told[-1].first or "", one.first or "")
    if kind != thread.kind and DEAL not in (kind, thread.kind):
        return None
    if side and thread.parties and all(relation(a, b) == DIFFERENT for a in side for b in thread.parties):
        return None
    if _status(one) == ANNOUNCED and _is_older(thread, one.first or ""):
        return None
    place = one.claim.place
    here = place is not None and place_key(place) in thread.keys
    apart = place is not None and not here and bool(thread.places) and not any(near(place, other) for other in thread.places)
    # Of one country two towns have two truces; where it was signed abroad is no second place of it.
    local = place is not None and place.precision not in WIDE and any(other.country == place.country for other in thread.places)
    shared = kindred(side, thread.parties)
    told_in_one_report = any(one.claim.report == other.claim.report for other in thread.told[-3:])
    # "The ceasefire" of the province is the one that was spoken of there; of deals there are many.
    around = kind == thread.kind == "ceasefire" and place is not None and bool(thread.places) and not apart
    if not (shared or here or told_in_one_report or around) or (apart and (local or not shared)):
        return None
    return int(shared) + int(told_in_one_report), int(here), -silence


def _is_older(thread: _Thread, day: str) -> bool:
    """Whether the agreement was announced, or in force, more than a few days before."""
    return bool(thread.made) and days_between(thread.made, day) > NEW_DAYS


def _agreement(thread: _Thread) -> Agreement:
    steps: dict[tuple[str, str], list[Telling]] = {}
    for one in thread.told:
        steps.setdefault((one.first or "", _status(one)), []).append(one)
    made = [Step(day, status, tuple(one.saying(status) for one in told)) for (day, status), told in steps.items()]
    # Who calls for a truce that is broken does not undo its breaking: a demand is a status only where there is no other.
    told_status = [step.status for step in made if step.status not in WISHED] or [step.status for step in made if step.status != MENTIONED]
    places = sorted(thread.places, key=lambda place: PRECISIONS.index(place.precision) if place.precision in PRECISIONS else 0, reverse=True)
    usual = next((place for place in places if place.precision not in WIDE), places[0] if places else None)
    people = everybody((*one.claim.initiators, *one.claim.targets, *one.claim.others) for one in thread.told)
    return Agreement(thread.kind, people, usual, made[0].day, made[-1].day, told_status[-1] if told_status else None, tuple(made))


def _status(one: Telling) -> str:
    if one.denies:
        return "denied"
    if one.claim.stance in ("planned", "demanded", "threatened"):
        return one.claim.stance
    return one.claim.status or MENTIONED
