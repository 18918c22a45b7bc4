"""What comparison reads of a claim, worked out once: where, when, who, how many, told where.

In: a claim and its report. Out: Traits. Decision: a claim told without a time gets the week before its report appeared
as a window to look in, never as its time.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warledger.incidents.figures import Figure, figures
from warledger.incidents.parties import Party, name_key, party, target_parties
from warledger.model import Claim, Place, Report

# Radius where a place gives none, in km, by precision: what a name of that kind covers in good faith (judgement).
RADIUS = {"exact": 1.0, "town": 5.0, "district": 25.0, "province": 60.0, "region": 150.0, "country": 400.0}
# Words of a place's name that say which part, or what kind of place.
PARTS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest", "southeast",
    "southwest", "central", "downtown", "near", "of", "the", "in", "outside", "parts", "part", "city", "town", "village", "province",
    "governorate", "district", "county", "countryside", "area", "suburb", "suburbs", "outskirts", "neighborhood", "neighbourhood",
})
# How many inferred values one weighs that is told in so many words, where the mentions of one story differ (judgement).
OWN_WORDS = 3
# A point with a greater error than this (km) is compared as an area.
POINT_KM = 25.0


@dataclass(frozen=True, slots=True)
class Traits:
    """One claim, ready for comparison. first and last are ordinals of days, both None where no time is told.

    window is where in time to look for its like, None where nothing tells. rival: it denies, so it founds nothing.
    story is the origin that copies share, else the report. time_rule names the rule that inferred its time, None for none;
    time_words are those that tell it.
    versions holds every figure per kind that the mentions of a story give, figures the first. names are those of its
    report that few others have, with how telling each is. another: its sentence says that it tells of another act than those before.
    lead: its report tells of nothing more often. vocabulary holds the words of its report (likeness.vocabularies).
    """

    claim: Claim
    rival: bool
    place: Place | None
    point: bool
    radius: float
    place_key: str
    place_core: str
    admin1_key: str
    first: int | None
    last: int | None
    certain_time: bool
    time_rule: str | None
    time_words: str
    window: tuple[int, int] | None
    initiators: tuple[Party, ...]
    targets: tuple[Party, ...]
    others: tuple[Party, ...]
    figures: dict[str, Figure]
    versions: dict[str, tuple[Figure, ...]]
    weapons: frozenset[str]
    persons: tuple[str, ...]
    words: str
    story: str
    published: str
    names: Mapping[str, float]
    another: bool
    vocabulary: Mapping[str, float]
    lead: bool = False

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def told_at(self) -> int:
        """Where in its report it is told."""
        return min((passage.start for passage in self.claim.passages), default=0)

    @property
    def dated(self) -> bool:
        """Whether it tells one day, in its own words."""
        return self.certain_time and self.first is not None and self.first == self.last


def read_traits(claim: Claim, report: Report | None, rival: bool, report_days: int,
                names: Mapping[str, float] | None = None, another: frozenset[str] = frozenset(),
                vocabulary: Mapping[str, float] | None = None) -> Traits:
    """The traits of a claim; report_days is how far before publication an untimed act may lie, names and vocabulary are its
    report's, another the words by which a sentence says that it tells of another act.
    """
    told = figures(claim.tallies)
    place = claim.place if claim.place is not None and claim.place.name else None
    first, last = _days(claim)
    sentence, trigger = claim.quote("sentence"), claim.quote("trigger")
    return Traits(
        claim=claim, rival=rival, place=place, point=_is_point(place), radius=radius_of(place),
        place_key=name_key(place.name) if place else "", place_core=_core(place.name) if place else "",
        admin1_key=name_key(place.admin1 or "") if place else "",
        first=first, last=last,
        certain_time=first is not None and claim.when is not None and claim.when.inferred is None,
        time_rule=claim.when.inferred if claim.when is not None else None,
        time_words=claim.when.wording.casefold().replace("a.m.", "a.m") if claim.when is not None else "",
        window=_window(first, last, report, report_days),
        initiators=tuple(map(party, claim.initiators)), targets=target_parties(claim),
        others=tuple(map(party, claim.others)), figures=told,
        versions={what: (figure,) for what, figure in told.items()},
        weapons=frozenset(name_key(weapon) for weapon in claim.weapons),
        persons=tuple(sorted({name_key(one.name) for one in claim.targets if claim.names_person(one)})),
        words=f"{name_key(sentence)}|{name_key(trigger)}" if sentence and trigger else "",
        story=(report.origin if report and report.origin else claim.report),
        published=(report.published or "") if report else "", names=names or {},
        another=bool(another and not another.isdisjoint(name_key(sentence or "").split())),
        vocabulary=vocabulary or {},
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

    mentions come fullest first. A headline has the figure, the lead the town: together they can be told from others. Of
    several places and times the nearest told stands; parties and figures stand side by side.
    """
    lead = mentions[0]
    placed, timed = _placed(mentions), _timed(mentions)
    versions: dict[str, tuple[Figure, ...]] = {}
    for mention in mentions:
        for what, told in mention.versions.items():
            versions[what] = tuple(dict.fromkeys((*versions.get(what, ()), *told)))
    return dataclasses.replace(
        lead, place=placed.place, point=placed.point, radius=placed.radius, place_key=placed.place_key,
        place_core=placed.place_core, admin1_key=placed.admin1_key, first=timed.first, last=timed.last, certain_time=timed.certain_time and len({(m.first, m.last) for m in mentions if m.dated}) < 2,
        time_rule=timed.time_rule, time_words=timed.time_words, window=timed.window,
        initiators=_all_of(m.initiators for m in mentions), targets=_all_of(m.targets for m in mentions),
        others=_all_of(m.others for m in mentions), figures={what: told[0] for what, told in versions.items()},
        persons=tuple(sorted({name for m in mentions for name in m.persons})),
        versions=versions, weapons=frozenset().union(*(m.weapons for m in mentions)),
        words=next((m.words for m in mentions if m.words), ""), another=all(m.another for m in mentions),
    )


def _placed(mentions: Sequence[Traits]) -> Traits:
    """The mention whose place stands for all: a point before an area, of points the one told most, of areas the smallest."""
    told = Counter[Place]()
    for mention in mentions:
        if mention.place is not None:
            told[dataclasses.replace(mention.place, inferred=None)] += OWN_WORDS if mention.place.inferred is None else 1

    def rank(m: Traits) -> tuple[object, ...]:
        if m.place is None:
            return (2,)
        support = told[dataclasses.replace(m.place, inferred=None)]
        pin = m.point and m.place.lat is not None
        return (0, -support, m.place.inferred is not None) if pin else (1, m.place.inferred is not None, m.radius, -support)

    return min(mentions, key=rank)


def _timed(mentions: Sequence[Traits]) -> Traits:
    """The mention whose time stands for all: a day before a span, of days the one told most."""
    told = Counter[tuple[int | None, int | None]]()
    for mention in mentions:
        told[mention.first, mention.last] += OWN_WORDS if mention.certain_time else 1
    return min(mentions, key=lambda m: (m.first is None, _width(m) > 0, -told[m.first, m.last], not m.certain_time, _width(m)))


def _width(traits: Traits) -> int:
    return 0 if traits.first is None or traits.last is None else traits.last - traits.first


def _all_of(sides: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """Everybody whom any mention names, each once."""
    return tuple(dict.fromkeys(one for side in sides for one in side))


def signature(traits: Traits) -> tuple[object, ...]:
    """What comparison would find alike in every way: claims of one signature need one comparison only."""
    return (traits.claim.type, traits.claim.mode, traits.place, traits.first, traits.last, traits.certain_time,
            traits.initiators, traits.targets, traits.others, tuple(sorted(traits.versions.items())), traits.weapons,
            tuple(traits.names), traits.another,
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


def _core(name: str) -> str:
    """The name without what only says which part or kind of place is meant."""
    return " ".join(word for word in name_key(name).split() if word not in PARTS)


def _is_point(place: Place | None) -> bool:
    return place is not None and place.precision in ("exact", "town") and radius_of(place) <= POINT_KM
