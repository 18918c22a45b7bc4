"""What comparison reads of a claim, worked out once: where, when, who, how many, told where.

In: a claim and its report. Out: Traits. Decision: a claim told without a time gets the week before its report appeared
as a window to look in, never as its time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warledger.incidents.figures import Figure, figures
from warledger.incidents.parties import Party, name_key, party, target_parties
from warledger.model import Claim, Place, Report

# Radius where a place gives none, in km, by precision: what a name of that kind covers in good faith (judgement).
RADIUS = {"exact": 1.0, "town": 5.0, "district": 25.0, "province": 60.0, "region": 150.0, "country": 400.0}
# A point with a greater error than this (km) is compared as an area.
POINT_KM = 25.0


@dataclass(frozen=True, slots=True)
class Traits:
    """One claim, ready for comparison. first and last are ordinals of days, both None where no time is told.

    window is where in time to look for its like, None where nothing tells. rival: it denies, so it founds nothing.
    story is the origin that copies share, else the report.
    """

    claim: Claim
    rival: bool
    place: Place | None
    point: bool
    radius: float
    place_key: str
    admin1_key: str
    first: int | None
    last: int | None
    certain_time: bool
    window: tuple[int, int] | None
    initiators: tuple[Party, ...]
    targets: tuple[Party, ...]
    others: tuple[Party, ...]
    figures: dict[str, Figure]
    weapons: frozenset[str]
    words: str
    story: str
    published: str

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def dated(self) -> bool:
        """Whether it tells one day, in its own words."""
        return self.certain_time and self.first is not None and self.first == self.last


def read_traits(claim: Claim, report: Report | None, rival: bool, report_days: int) -> Traits:
    """The traits of a claim; report_days is how far before publication an untimed act may lie."""
    place = claim.place if claim.place is not None and claim.place.name else None
    first, last = _days(claim)
    sentence, trigger = claim.quote("sentence"), claim.quote("trigger")
    return Traits(
        claim=claim, rival=rival, place=place, point=_is_point(place), radius=radius_of(place),
        place_key=name_key(place.name) if place else "",
        admin1_key=name_key(place.admin1 or "") if place else "",
        first=first, last=last,
        certain_time=first is not None and claim.when is not None and claim.when.inferred is None,
        window=_window(first, last, report, report_days),
        initiators=tuple(map(party, claim.initiators)), targets=target_parties(claim),
        others=tuple(map(party, claim.others)), figures=figures(claim.tallies),
        weapons=frozenset(name_key(weapon) for weapon in claim.weapons),
        words=f"{name_key(sentence)}|{name_key(trigger)}" if sentence and trigger else "",
        story=(report.origin if report and report.origin else claim.report),
        published=(report.published or "") if report else "",
    )


def fullness(traits: Traits) -> int:
    """How much a claim tells of what comparison reads: own place and time count double."""
    place, claim = traits.place, traits.claim
    told = [place is not None, place is not None and place.inferred is None, traits.first is not None,
            traits.certain_time, claim.mode is not None, bool(traits.initiators), bool(traits.targets),
            bool(traits.figures), bool(traits.weapons)]
    return sum(told)


def composed(mentions: Sequence[Traits]) -> Traits:
    """Several mentions of one happening in one report as one: the first, filled up with what only the others tell.

    mentions come fullest first. A headline has the figure, the lead the town: together they can be told from others.
    """
    lead = mentions[0]
    placed = next((m for m in mentions if m.place is not None and m.place.inferred is None), None)
    placed = placed or next((m for m in mentions if m.place is not None), lead)
    timed = next((m for m in mentions if m.certain_time), None)
    timed = timed or next((m for m in mentions if m.first is not None), lead)
    figures_told = dict(next((m.figures for m in mentions if m.figures), {}))
    for mention in mentions:
        for what, figure in mention.figures.items():
            figures_told.setdefault(what, figure)
    return dataclasses.replace(
        lead, place=placed.place, point=placed.point, radius=placed.radius, place_key=placed.place_key,
        admin1_key=placed.admin1_key, first=timed.first, last=timed.last, certain_time=timed.certain_time,
        window=timed.window, initiators=next((m.initiators for m in mentions if m.initiators), ()),
        targets=next((m.targets for m in mentions if m.targets), ()),
        others=next((m.others for m in mentions if m.others), ()), figures=figures_told,
        weapons=next((m.weapons for m in mentions if m.weapons), frozenset()),
        words=next((m.words for m in mentions if m.words), ""),
    )


def signature(traits: Traits) -> tuple[object, ...]:
    """What comparison would find alike in every way: claims of one signature need one comparison only."""
    return (traits.claim.type, traits.claim.mode, traits.place, traits.first, traits.last, traits.certain_time,
            traits.initiators, traits.targets, traits.others, tuple(sorted(traits.figures.items())), traits.weapons,
            None if traits.first is not None else traits.window)


def _days(claim: Claim) -> tuple[int | None, int | None]:
    when = claim.when
    if when is None or when.start is None:
        return None, None
    first, last = ordinal(when.start), ordinal(when.end or when.start)
    if first is None or last is None:
        return None, None
    return min(first, last), max(first, last)


def ordinal(day: str | None) -> int | None:
    """The number of an ISO day, None for what is no day."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


def _window(first: int | None, last: int | None, report: Report | None, days: int) -> tuple[int, int] | None:
    if first is not None and last is not None:
        return first, last
    published = ordinal(report.published) if report else None
    return None if published is None else (published - days, published)


def radius_of(place: Place | None) -> float:
    """The radius in km: the place's own, else that of its kind; 0 for none."""
    if place is None:
        return 0.0
    given = place.radius_km if place.radius_km is not None else RADIUS.get(place.precision, RADIUS["town"])
    return max(given, RADIUS["exact"])


def _is_point(place: Place | None) -> bool:
    return place is not None and place.precision in ("exact", "town") and radius_of(place) <= POINT_KM
