"""Claims as the series read them: on which day, of which place, through whom; and the sources that entries show.

In: claims and reports. Out: Tellings, in the order of days. Decision: a claim that is only planned, threatened or supposed
tells of nothing that is; one that says that something did not happen is kept apart as a denial.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from warledger.incidents.origins import Origins, background_of
from warledger.incidents.parties import DIFFERENT, KIN, RANK, Party, name_key, party, relation, side_relation
from warledger.incidents.reading import Background
from warledger.incidents.traits import ordinal
from warledger.model import Claim, Participant, Place, Report
from warledger.model.series import Source

Item = TypeVar("Item")

TOLD = frozenset({"asserted", "historical"})
SENTENCE = 400  # characters of a sentence that a source shows


@dataclass(frozen=True)
class Telling:
    """One claim: first and last day (ISO), None where no time was resolved; denies: it says that it is not so."""

    claim: Claim
    source: Source
    first: str | None
    last: str | None
    denies: bool

    @property
    def initiators(self) -> tuple[Party, ...]:
        return tuple(map(party, self.claim.initiators))

    @property
    def targets(self) -> tuple[Party, ...]:
        return tuple(map(party, self.claim.targets))

    @property
    def happened(self) -> bool:
        """Whether it is told as a fact of some kind, and not as a plan, a threat or a denial."""
        return self.claim.stance in TOLD and not self.denies

    def saying(self, word: str) -> Source:
        """The source, with what it says in a word."""
        return replace(self.source, says=word)


@dataclass(frozen=True)
class Tellings:
    """Every claim with its source, by first day (those without one first), publication and id. horizon is the last day that any report knows of."""

    all: tuple[Telling, ...]
    horizon: str | None

    def between(self, after: str, until: str) -> tuple[Telling, ...]:
        """Those that begin after one ISO day, and until another, that one included."""
        return self.all[bisect_right(self.all, after, key=_first) : bisect_right(self.all, until, key=_first)]


def _first(one: Telling) -> str:
    return one.first or ""


def read_tellings(claims: Iterable[Claim], reports: Mapping[str, Report], background: Background | None = None) -> Tellings:
    """The claims, each once. background is of all claims and reports, where these are some of them."""
    once = {claim.id: claim for claim in claims}
    known = [once[name] for name in sorted(once)]
    around = background or background_of(known, reports)
    origins = Origins(around, reports)
    told = [_telling(claim, reports.get(claim.report), origins.of(claim)) for claim in known]
    told.sort(key=lambda one: (one.first or "", one.source.published or "", one.claim.id))
    return Tellings(tuple(told), around.horizon)


def _telling(claim: Claim, report: Report | None, origin: str) -> Telling:
    when = claim.when
    first = when.start if when is not None and ordinal(when.start) is not None else None
    last = (when.end or first) if when is not None and first is not None else None
    sentence = claim.quote("sentence") or claim.quote("trigger")
    source = Source(claim.id, claim.report, "", first, tuple(speaker.name for speaker in claim.speakers),
                    report.outlet if report else None, report.published if report else None, origin,
                    sentence[:SENTENCE] if sentence else None)
    denied = claim.negated or claim.stance == "denied" or claim.attribution == "denied"
    return Telling(claim, source, first, last, denied)


def place_key(place: Place) -> tuple[object, ...]:
    """What makes two mentions one place: its id, or its name and country; "15 km east of it" is another place."""
    away = (place.relative.distance_km, place.relative.bearing) if place.relative else None
    return (place.geonames if place.geonames is not None else (name_key(place.name), place.country), away)


def by_place(told: Iterable[tuple[Place, Item]]) -> list[tuple[Place, list[Item]]]:
    """Items by their place, in the order of telling. A place of which only the name is known is the one known place of that name."""
    rows = list(told)
    known: dict[tuple[str, object], set[tuple[object, ...]]] = {}
    for place, _item in rows:
        if place.geonames is not None:
            known.setdefault((name_key(place.name), place_key(place)[1]), set()).add(place_key(place))
    found: dict[tuple[object, ...], tuple[Place, list[Item]]] = {}
    for place, item in sorted(rows, key=lambda row: row[0].geonames is None):
        namesakes = known.get((name_key(place.name), place_key(place)[1]), set())
        key = next(iter(namesakes)) if place.geonames is None and len(namesakes) == 1 else place_key(place)
        found.setdefault(key, (place, []))[1].append(item)
    return list(found.values())


def near(one: Place | None, other: Place | None) -> bool:
    """Whether two places may be one for something that spreads: the same, or in one province; an untold one is anywhere."""
    if one is None or other is None or place_key(one) == place_key(other):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if "country" in (one.precision, other.precision):
        return True
    return one.admin1 is not None and one.admin1 == other.admin1


def days_between(one: str, other: str) -> int:
    """Days from one ISO day to another, below 0 where the other is earlier."""
    return (ordinal(other) or 0) - (ordinal(one) or 0)


def day_before(day: str) -> str:
    """The ISO day before."""
    return days_after(day, -1)


def days_after(day: str, days: int) -> str:
    """The ISO day so many days later."""
    return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat()


def kindred(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Whether somebody of one side is the same as, or kin to, somebody of the other."""
    return any(RANK[relation(a, b)] >= RANK[KIN] for a in one for b in other)


def rivals(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Whether two sides cannot hold a place together: different ones, or a state's and an armed group that is not its own."""
    if kindred(one, other) or not one or not other:
        return False
    layers, others = {party.layer for party in one}, {party.layer for party in other}
    apart = layers.isdisjoint(others) and None not in layers | others
    return apart or side_relation(one, other) == DIFFERENT


def everybody(groups: Iterable[Sequence[Participant]]) -> tuple[Participant, ...]:
    """All who take part, each name once, in the order of telling."""
    people: dict[str, Participant] = {}
    for group in groups:
        for person in group:
            people.setdefault(person.actor or name_key(person.name), person)
    return tuple(people.values())


def origins_of(sources: Iterable[Source]) -> int:
    """How many independent origins they come from."""
    return len({source.origin for source in sources})
