"""Ultimatums: who demanded what of whom by when, and what is reported to have come of it.

In: tellings. Out: Ultimatums by the day on which they were made. Decision: the outcome is read off later claims by who does what
to whom and where, so it is an inference and shows what it stands on. Who gave way by the deadline, and did not go on attacking
or taking ground there, met it; who threatened and acted once it had passed kept it; with neither, a deadline that has passed by
the last report has expired. Demands are few and acts are many, so demands are read first, and then the acts that may answer them.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from warledger.incidents.parties import DIFFERENT, OPEN, RANK, UNTOLD, Party, side_relation
from warledger.incidents.reading import Reading
from warledger.incidents.series.telling import (
    TOLD,
    Telling,
    Tellings,
    days_after,
    days_between,
    everybody,
    kindred,
    near,
    place_key,
)
from warledger.incidents.traits import ordinal
from warledger.model import Place, TimeSpan
from warledger.model.series import Ultimatum

MAKING = frozenset({"THREATEN", "REQUEST"})
PRESSING = frozenset({"threatened", "demanded"})
# What somebody does who gives way, and what somebody does who makes a threat true.
GIVING_WAY = frozenset({"RETREAT", "CONCEDE", "AGREE"})
ACTING = frozenset({"ASSAULT", "TERRITORY", "MOBILIZE", "SANCTION", "COERCE"})
GOING_ON = frozenset({"ASSAULT", "TERRITORY"})
ANSWERING = tuple(sorted(GIVING_WAY | ACTING | GOING_ON))
TYPES = (*sorted(MAKING), *ANSWERING)
READS = (Reading(TYPES, stances=tuple(sorted(PRESSING))), Reading(("REQUEST",), stances=("asserted",)))
SAME_DAYS = 7  # one ultimatum is told again within a week of its being made (as weights.yaml, report_days)
RECENT = 500  # ultimatums looked back at: more are not made within a week
GRACE_DAYS = 1  # what was done by the deadline is often reported of the day after
ANYWHERE = "anywhere"
WEEK = 7  # days of acts that are read at a time
CARRIED_OUT_DAYS = 30  # later acts of a war that goes on anyway answer no ultimatum (judgement)


@dataclass
class _Demand:
    """One ultimatum with all who tell of it."""

    told: list[Telling] = field(default_factory=list)

    @property
    def lead(self) -> Telling:
        return self.told[0]

    @property
    def made(self) -> str:
        return self.lead.first or ""

    @property
    def by(self) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(one for telling in self.told for one in telling.initiators))

    @property
    def to(self) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(one for telling in self.told for one in telling.targets))

    @property
    def deadline(self) -> TimeSpan | None:
        return next((one.claim.deadline for one in self.told if one.claim.deadline is not None), None)

    @property
    def place(self) -> Place | None:
        return next((one.claim.place for one in self.told if one.claim.place is not None), None)


def ultimatums(tellings: Tellings) -> list[Ultimatum]:
    """Every ultimatum with its outcome as far as it is reported."""
    acts = {types: _Acts(tellings, types) for types in (GIVING_WAY, GOING_ON, ACTING)}
    return [_ultimatum(demand, tellings.horizon, acts) for demand in _demands(tellings)]


def answers(tellings: Tellings) -> tuple[Reading, ...]:
    """What must be read to know what became of the ultimatums that these tell of: the acts of their weeks and parts, none twice."""
    asked: dict[int, dict[Place | None, None]] = {}
    for demand in _demands(tellings):
        for week in range(_week(demand.made), _week(_answered_until(demand)) + 1):
            asked.setdefault(week, {})[demand.place] = None
    found: list[Reading] = []
    for week, places in sorted(asked.items()):
        near = () if None in places else tuple(place for place in places if place is not None)
        after, until = (date.fromordinal(day).isoformat() for day in (week * WEEK - 1, week * WEEK + WEEK - 1))
        if found and (found[-1].until, found[-1].near) == (after, near):
            found[-1] = replace(found[-1], until=until)
        else:
            found.append(Reading(ANSWERING, stances=tuple(sorted(TOLD)), after=after, until=until, near=near))
    return tuple(found)


def _week(day: str) -> int:
    return (ordinal(day) or 0) // WEEK


def _answered_until(demand: _Demand) -> str:
    """The last day on which an act counts for an answer."""
    end = demand.deadline.end if demand.deadline and demand.deadline.end else demand.made
    return days_after(end, CARRIED_OUT_DAYS)


def _demands(tellings: Tellings) -> list[_Demand]:
    """Every ultimatum that somebody made, by the day on which it was made."""
    demands: list[_Demand] = []
    for one in tellings.all:
        if one.first is not None and not one.denies and _is_ultimatum(one):
            recent = (demand for demand in demands[-RECENT:] if _again(demand, one))
            again = next(recent, None)
            if again is None:
                demands.append(_Demand([one]))
            else:
                again.told.append(one)
    return [demand for demand in demands if demand.by]


def _is_ultimatum(one: Telling) -> bool:
    """A threat or demand that says by when, or unless what; a deadline before the day it was made is none."""
    claim = one.claim
    if claim.stance not in PRESSING and not (claim.type == "REQUEST" and claim.stance == "asserted"):
        return False
    end = claim.deadline.end if claim.deadline else None
    if end is not None and days_between(one.first or "", end) > 0:
        return True
    return bool(claim.condition) and claim.type in MAKING and end is None


def _again(demand: _Demand, one: Telling) -> bool:
    if days_between(demand.made, one.first or "") > SAME_DAYS or not near(demand.place, one.claim.place):
        return False
    ends = {span.end for span in (demand.deadline, one.claim.deadline) if span is not None}
    if len(ends) > 1:
        return False
    same_report = any(one.claim.report == other.claim.report for other in demand.told)
    by = kindred(one.initiators, demand.by) or (same_report and not (one.initiators and demand.by))
    return by and side_relation(one.targets, demand.to) not in (DIFFERENT, OPEN)


def _ultimatum(demand: _Demand, horizon: str | None, acts: Mapping[frozenset[str], _Acts]) -> Ultimatum:
    outcome, answers, why = _outcome(demand, horizon, acts)
    condition = next((one.claim.condition for one in demand.told if one.claim.condition), None)
    deadline = demand.deadline
    ended = answers[0].first if answers else (deadline.end if outcome == "expired" and deadline else None)
    return Ultimatum(
        by=everybody(one.claim.initiators for one in demand.told), to=everybody(one.claim.targets for one in demand.told),
        place=demand.place, made=demand.made, deadline=deadline, condition=" ".join(condition.split()) if condition else None,
        outcome=outcome, ended=ended, why=why,
        sources=tuple(one.saying("threat" if one.claim.stance == "threatened" else "demand") for one in demand.told),
        outcome_sources=tuple(one.saying(outcome) for one in answers))


def _outcome(demand: _Demand, horizon: str | None, acts: Mapping[frozenset[str], _Acts]) -> tuple[str, list[Telling], str]:
    end = demand.deadline.end if demand.deadline else None
    met = _first_day(one for one in _answers(demand, acts[GIVING_WAY], demand.to, ()) if end is None or days_between(end, one.first or "") <= GRACE_DAYS)
    if met:
        went_on = _answers(demand, acts[GOING_ON], demand.to, ())
        if not any((one.first or "") > (met[0].first or "") and (end is None or (one.first or "") <= end) for one in went_on):
            return "met", met, "those addressed are reported to have given way" + (" by the deadline" if end else "")
    kept = _first_day(one for one in _answers(demand, acts[ACTING], demand.by, demand.to) if end is None or (one.first or "") >= end)
    if kept:
        return "kept", kept, "those who threatened are reported to have acted against those addressed"
    if end is None:
        return "open", [], "no deadline was told, and nothing is reported to have come of it"
    if horizon is None or days_between(end, horizon) <= GRACE_DAYS:
        return "open", [], "the deadline had not passed by the last report"
    return "expired", [], "the deadline passed, and neither is reported: that they gave way, nor that it was carried out"


@dataclass(frozen=True, slots=True)
class _Act:
    """What is told to have happened, with its parties worked out once."""

    telling: Telling
    first: str
    doers: tuple[Party, ...]
    suffering: tuple[Party, ...]


class _Acts:
    """The acts of some types in the order of days, by where they may be near to: an ultimatum has thousands of acts in its weeks, and few in its province."""

    def __init__(self, tellings: Tellings, types: frozenset[str]) -> None:
        self.all: list[_Act] = []
        self._in: dict[str, list[int]] = {}
        for one in tellings.all:
            if one.claim.type in types and one.happened and one.first is not None:
                suffering = one.targets
                doers = (*one.initiators, *suffering) if one.claim.type == "AGREE" else one.initiators
                for area in _areas(one.claim.place):
                    self._in.setdefault(area, []).append(len(self.all))
                self.all.append(_Act(one, one.first, doers, suffering))

    def between(self, after: str, until: str, place: Place | None) -> Iterator[_Act]:
        """Those that begin after one ISO day and until another, that one included; all that may be near the place are among them."""
        if place is None or ANYWHERE in _areas(place):
            within = range(bisect_right(self.all, after, key=_first), bisect_right(self.all, until, key=_first))
            yield from (self.all[position] for position in within)
            return
        found: set[int] = set()
        for area in (*_areas(place), ANYWHERE):
            there = self._in.get(area, [])
            found.update(there[bisect_right(there, after, key=self._first_at) : bisect_right(there, until, key=self._first_at)])
        yield from (self.all[position] for position in sorted(found))

    def _first_at(self, position: int) -> str:
        return self.all[position].first


def _first(act: _Act) -> str:
    return act.first


def _areas(place: Place | None) -> tuple[str, ...]:
    """Under which names a place may be met by one that is near (telling.near): itself, and its province; a country may be near anything."""
    if place is None:
        return ()
    if place.precision == "country":
        return (ANYWHERE,)
    return tuple(f"{what} {name}" for what, name in (("place", place_key(place)), ("province", place.admin1)) if name is not None)


def _answers(demand: _Demand, acts: _Acts, doers: Sequence[Party], against: Sequence[Party]) -> Iterator[Telling]:
    """Later acts by these doers (of AGREE: with them), against these where any are named, in the same parts."""
    place = demand.place
    for act in acts.between(demand.made, _answered_until(demand), place):
        there = act.telling.claim.place
        if place is not None and (there is None or not near(place, there)):
            continue
        whom = side_relation(act.suffering, against) if against else UNTOLD
        if kindred(act.doers, doers) and (not against or RANK.get(whom, 0) > RANK[OPEN]):
            yield act.telling


def _first_day(answers: Iterator[Telling]) -> list[Telling]:
    """The answers of the first day that has one, in the order of days: later acts are not the outcome."""
    first = next(answers, None)
    return [] if first is None else [first, *itertools.takewhile(lambda one: one.first == first.first, answers)]
