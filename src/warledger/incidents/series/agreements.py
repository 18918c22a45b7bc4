"""Agreements with their status over time.

In: tellings of AGREE and of ceasefires declared. Out: Agreements by their first day. Decision: two tellings are of one agreement
where their kinds can be one, they share a party or the place, nobody and nowhere differ, and no more than a month of silence is
between them: an agreement that nobody speaks of for longer is taken for a new one when it is spoken of again, and so is one that
is announced a week after the last was.
"""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass, field

from warledger.incidents.parties import DIFFERENT, KIN, RANK, Party, party, relation
from warledger.incidents.reading import Reading
from warledger.incidents.series.telling import (
    Telling,
    Tellings,
    everybody,
    near,
    place_key,
)
from warledger.incidents.traits import ordinal
from warledger.model import Participant, Place
from warledger.model.series import Agreement, Step

TYPES = ("AGREE", "RETREAT")
READS = (Reading(("AGREE",)), Reading(("RETREAT",), ("ceasefire",)))
# Modes that are one kind of agreement; a deal may be any of them.
FAMILY = {"ceasefire": "ceasefire", "truce": "ceasefire", "exchange": "exchange"}
DEAL = "deal"
SILENCE_DAYS = 30
NEW_DAYS = 7  # a deal is announced on several days in a row; a week later it is another one (judgement)
RECENT = 3  # a report that told of it so few tellings ago still speaks of it (judgement)
MENTIONED, ANNOUNCED = "told of", "announced"
WISHED = frozenset({MENTIONED, "planned", "demanded", "threatened"})
# Where it was signed is no place in which an agreement holds, and tells no two of them apart.
WIDE = frozenset({"country", "region"})
# A country, a province, how precisely: of two places that are not one, no more is asked to know whether they are near.
_Part = tuple[str | None, str | None, str]
PRECISIONS = ("exact", "town", "district", "province", "region", "country")


@dataclass(slots=True)
class _Word:
    """One telling as it is compared with every agreement that is spoken of: what is asked of it is worked out once."""

    telling: Telling
    people: tuple[Participant, ...]
    kind: str
    status: str
    day: int
    side: tuple[Party, ...]
    place: Place | None
    key: tuple[object, ...] | None
    part: _Part | None


@dataclass(slots=True)
class _Thread:
    """The tellings of one agreement so far. One may be told thousands of times, so what later tellings ask is kept, and what was
    answered of a party or a part of the country is asked again only of what has come since."""

    kind: str
    told: list[_Word] = field(default_factory=list)
    last: int = 0
    made: int | None = None
    parties: dict[Party, None] = field(default_factory=dict)
    keys: set[tuple[object, ...]] = field(default_factory=set)
    places: dict[_Part, Place] = field(default_factory=dict)
    countries: set[str | None] = field(default_factory=set)
    reports: deque[str] = field(default_factory=lambda: deque(maxlen=RECENT))
    _nearest: dict[Party, tuple[int, int]] = field(default_factory=dict)
    _near: dict[_Part, tuple[int, bool]] = field(default_factory=dict)

    def add(self, one: _Word) -> None:
        self.told.append(one)
        self.last = one.day
        self.reports.append(one.telling.claim.report)
        self.parties.update(dict.fromkeys(one.side))
        if one.place is not None and one.key is not None and one.part is not None:
            self.keys.add(one.key)
            self.places.setdefault(one.part, one.place)
            self.countries.add(one.place.country)
        if one.status in (ANNOUNCED, "in force"):
            self.made = one.day if self.made is None else max(self.made, one.day)
        if self.kind == DEAL:
            self.kind = one.kind

    def nearest(self, side: tuple[Party, ...]) -> int:
        """The rank of the nearest relation between somebody of a side and a party of this; nothing is asked beyond kin."""
        best = RANK[DIFFERENT]
        for one in side:
            asked, found = self._nearest.get(one, (0, RANK[DIFFERENT]))
            if found < RANK[KIN] and asked < len(self.parties):
                for other in itertools.islice(self.parties, asked, None):
                    found = max(found, RANK[relation(one, other)])
                    if found >= RANK[KIN]:
                        break
                self._nearest[one] = len(self.parties), found
            best = max(best, found)
        return best

    def is_near(self, place: Place, part: _Part) -> bool:
        """Whether a place, which is none of this agreement's so far, may be near to one of them."""
        asked, found = self._near.get(part, (0, False))
        if not found and asked < len(self.places):
            found = any(near(place, other) for other in itertools.islice(self.places.values(), asked, None))
            self._near[part] = len(self.places), found
        return found


def agreements(tellings: Tellings) -> list[Agreement]:
    """Every agreement, with what is told of it by day."""
    threads: list[_Thread] = []
    alive: list[int] = []
    for telling in tellings.all:
        if telling.first is None or not _is_agreement(telling):
            continue
        one = _word(telling)
        alive = [number for number in alive if one.day - threads[number].last <= SILENCE_DAYS]
        fits = [(fit, number) for number in alive if (fit := _fit(threads[number], one)) is not None]
        if fits:
            threads[max(fits)[1]].add(one)
        else:
            alive.append(len(threads))
            threads.append(_Thread(one.kind))
            threads[-1].add(one)
    found = [_agreement(thread) for thread in threads]
    return sorted(found, key=lambda one: (one.since, one.kind, one.steps[0].sources[0].claim))


def _word(one: Telling) -> _Word:
    claim, place = one.claim, one.claim.place
    people = (*claim.initiators, *claim.targets, *claim.others)
    return _Word(one, people, _kind(one), _status(one), ordinal(one.first) or 0, tuple(map(party, people)), place,
                 place_key(place) if place else None, (place.country, place.admin1, place.precision) if place else None)


def _is_agreement(one: Telling) -> bool:
    claim = one.claim
    if claim.type == "RETREAT":
        return claim.mode == "ceasefire" and claim.stance in ("asserted", "historical")
    return claim.type == "AGREE" and claim.stance != "hypothetical"


def _kind(one: Telling) -> str:
    return FAMILY.get(one.claim.mode or "", DEAL)


def _fit(thread: _Thread, one: _Word) -> tuple[int, int, int] | None:
    """How well a telling fits: shared parties, the same place, few days of silence; None where it does not."""
    if one.kind != thread.kind and DEAL not in (one.kind, thread.kind):
        return None
    if one.status == ANNOUNCED and thread.made is not None and one.day - thread.made > NEW_DAYS:
        return None
    place, placed = one.place, bool(thread.places)
    here = one.key in thread.keys
    apart = placed and place is not None and one.part is not None and not here and not thread.is_near(place, one.part)
    # Of one country two towns have two truces; where it was signed abroad is no second place of it.
    if apart and place is not None and place.precision not in WIDE and place.country in thread.countries:
        return None
    nearest = thread.nearest(one.side)
    if one.side and thread.parties and nearest == RANK[DIFFERENT]:
        return None
    shared, told_in_one_report = nearest >= RANK[KIN], one.telling.claim.report in thread.reports
    # "The ceasefire" of the province is the one that was spoken of there; of deals there are many.
    around = one.kind == thread.kind == "ceasefire" and place is not None and placed and not apart
    if (not shared and apart) or not (shared or here or told_in_one_report or around):
        return None
    return int(shared) + int(told_in_one_report), int(here), thread.last - one.day


def _agreement(thread: _Thread) -> Agreement:
    steps: dict[tuple[str, str], list[Telling]] = {}
    for one in thread.told:
        steps.setdefault((one.telling.first or "", one.status), []).append(one.telling)
    made = [Step(day, status, tuple(one.saying(status) for one in told)) for (day, status), told in steps.items()]
    # Who calls for a truce that is broken does not undo its breaking: a demand is a status only where there is no other.
    told_status = [step.status for step in made if step.status not in WISHED] or [step.status for step in made if step.status != MENTIONED]
    places = sorted(thread.places.values(), key=lambda place: PRECISIONS.index(place.precision) if place.precision in PRECISIONS else 0, reverse=True)
    usual = next((place for place in places if place.precision not in WIDE), places[0] if places else None)
    people = everybody(one.people for one in thread.told)
    return Agreement(thread.kind, people, usual, made[0].day, made[-1].day, told_status[-1] if told_status else None, tuple(made))


def _status(one: Telling) -> str:
    if one.denies:
        return "denied"
    if one.claim.stance in ("planned", "demanded", "threatened"):
        return one.claim.stance
    return one.claim.status or MENTIONED
