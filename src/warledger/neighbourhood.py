"""Linking a few new claims into a large ledger: only their neighbourhood is read, compared and linked anew.

In: an open transaction of a ledger, and the ids of the claims that are new or that an analyst decided on. Out: what is to be
linked anew, with what has to be known for it. Decision: the neighbourhood grows from the new claims along comparisons that would
join, taking every incident that it meets as a whole, so that linking it gives what linking everything would; how rare a name is
is asked of the whole ledger.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from warledger.incidents.candidates import HOLDERS, RARELY_ALIKE, families
from warledger.incidents.comparison import compare
from warledger.incidents.eligibility import FOUNDS, OUT, part_of
from warledger.incidents.likeness import vocabularies
from warledger.incidents.link import Scope
from warledger.incidents.names import Frequency, rare_names, words_of
from warledger.incidents.traits import Traits, radius_of, read_traits
from warledger.incidents.weights import Weights, load_weights
from warledger.model import Claim, Incident, Report
from warledger.store import near
from warledger.store.filters import folded
from warledger.store.near import Corner

# How often the neighbourhood may grow by the neighbours of those met last; what is further off is moved by no new claim (judgement).
HOPS = 3
# With more claims than this in it (a front of a whole year, say) it grows no further.
LARGEST = 2_000
# Degrees about a place beyond its radius: what lies further than the radius of a province is no candidate.
MARGIN_DEGREES, KM_PER_DEGREE = 0.6, 111.0
# The cosine of 80 degrees: nearer to the poles a box grows no wider.
NARROWEST = 0.17

# The rare names of a report, and its vocabulary.
Words = tuple[Mapping[str, float], Mapping[str, float]]
NO_WORDS: Words = ({}, {})


@dataclass(frozen=True)
class Neighbourhood:
    """claims holds what is linked anew (scope.only) and the rest of their reports; former the incidents that ever held one of
    them, of which `current` are still there."""

    claims: list[Claim]
    reports: list[Report]
    former: list[Incident]
    current: set[str]
    scope: Scope
    _reader: _Reader = field(repr=False, compare=False)

    def grown(self, more: Collection[str]) -> Neighbourhood:
        """The neighbourhood with these claims as well; what was read is not read again."""
        return _gathered(self._reader, self.scope.only | set(more))


@dataclass
class _Reader:
    """What was read of the ledger so far."""

    connection: Connection
    weights: Weights
    claims: dict[str, Claim] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    known: dict[str, Traits] = field(default_factory=dict)
    said: dict[str, Words] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def read(self, ids: Collection[str]) -> list[Claim]:
        """The current claims with these ids, and their reports."""
        self.claims.update((claim.id, claim) for claim in near.claims_of(self.connection, set(ids) - self.claims.keys()))
        found = [self.claims[name] for name in sorted(ids) if name in self.claims]
        self.of_reports({claim.report for claim in found})
        return found

    def of_reports(self, names: Collection[str]) -> None:
        """Reads reports that are not there yet."""
        self.reports.update((one.id, one) for one in near.reports_and_copies(self.connection, set(names) - self.reports.keys()))

    def traits(self, claims: Iterable[Claim]) -> list[Traits]:
        """The traits of those that can be in an incident, without the words of their reports."""
        days = int(self.weights.limits["report_days"])
        eligible = [claim for claim in claims if part_of(claim) != OUT]
        for claim in eligible:
            if claim.id not in self.known:
                self.known[claim.id] = read_traits(claim, self.reports.get(claim.report), part_of(claim) != FOUNDS, days)
        return [self.known[claim.id] for claim in eligible]

    def worded(self, claims: Iterable[Claim]) -> list[Traits]:
        """The same with the words of their reports. Which of them its report tells most is not known before it is linked: each counts as that,
        so that what may be near is taken in."""
        traits = self.traits(claims)
        words = self.words({one.claim.report for one in traits})
        told = ((one, *words.get(one.claim.report, NO_WORDS)) for one in traits)
        return [replace(one, names=names, vocabulary=vocabulary, lead=True) for one, names, vocabulary in told]

    def words(self, reports: Collection[str]) -> dict[str, Words]:
        """The rare names and the vocabulary of reports, by how frequent words are in the whole ledger."""
        unread = {name: self.reports[name] for name in sorted(reports) if name not in self.said and name in self.reports}
        if unread:
            frequency = Frequency(*near.word_counts(self.connection, {word for one in unread.values() for word in words_of(one.text)}))
            names = rare_names((), unread, self.weights.limits["rare_share"], frequency)
            vocabulary = vocabularies(unread, self.weights, frequency)
            self.said.update((name, (names.get(name, {}), vocabulary.get(name, {}))) for name in unread)
            self.counts.update(frequency.counts)
        return self.said


def around(connection: Connection, seeds: Collection[str], weights: Weights | None = None, most: float = math.inf) -> Neighbourhood | None:
    """The neighbourhood of these claims, by weights other than ours where they are given; None where it has more than `most` claims."""
    reader = _Reader(connection, weights or load_weights())
    inside = near.companions(connection, {*seeds, *_naming_the_same(reader, seeds)})
    frontier = set(inside)
    for _hop in range(HOPS):
        if len(inside) > min(most, LARGEST):
            break
        frontier = _neighbours(reader, frontier) - inside
        if not frontier:
            break
        frontier = near.companions(connection, frontier) - inside
        inside |= frontier
    return _gathered(reader, inside) if len(inside) <= most else None


def _naming_the_same(reader: _Reader, seeds: Collection[str]) -> set[str]:
    """The claims that comparison would join to one of the seeds, of reports that share rare names or words enough with its own."""
    ours = reader.worded(reader.read(seeds))
    join_at = reader.weights.limits["join"]
    found: set[str] = set()
    for report, others in sorted(_sharing(reader, {one.claim.report for one in ours}).items()):
        told = [one for one in ours if one.claim.report == report]
        claims = sorted(near.claims_of_reports(reader.connection, others), key=lambda claim: claim.id)
        found.update(other.id for other in reader.worded(claims) if any(compare(one, other, reader.weights).score > join_at for one in told))
    return found


def _sharing(reader: _Reader, reports: Collection[str]) -> dict[str, set[str]]:
    """Per report the others that share rare names or words enough with it to be compared whenever they appeared."""
    told = {name: reader.words(reports).get(name, NO_WORDS) for name in sorted(reports)}
    surprise: dict[tuple[str, str], float] = {}
    common: dict[tuple[str, str], float] = {}
    for report, (names, vocabulary) in told.items():
        for word in sorted(names.keys() | vocabulary.keys()):
            if reader.counts[word] <= HOLDERS:
                for other in near.reports_with(reader.connection, word) - {report}:
                    surprise[report, other] = surprise.get((report, other), 0.0) + names.get(word, 0.0)
                    common[report, other] = common.get((report, other), 0.0) + vocabulary.get(word, 0.0) ** 2
    perhaps = [pair for pair, found in sorted(common.items()) if found >= RARELY_ALIKE or surprise[pair] >= reader.weights.limits["telling_names"]]
    reader.of_reports({other for _report, other in perhaps})
    said = reader.words({other for _report, other in perhaps})
    sharing: dict[str, set[str]] = {}
    for report, other in perhaps:
        alike = _rarely_alike(said[report][1], said.get(other, NO_WORDS)[1], reader.counts)
        if alike >= RARELY_ALIKE or surprise[report, other] >= reader.weights.limits["telling_names"]:
            sharing.setdefault(report, set()).add(other)
    return sharing


def _rarely_alike(one: Mapping[str, float], other: Mapping[str, float], counts: Mapping[str, int]) -> float:
    """How alike two reports are by the words that few have, as candidates are found by."""
    return sum(weight * other[word] for word, weight in sorted(one.items()) if word in other and counts[word] <= HOLDERS)


def _gathered(reader: _Reader, inside: Collection[str]) -> Neighbourhood:
    """All that has to be known to link these claims anew, and what they are tied to in their reports."""
    connection = reader.connection
    reports = {claim.report for claim in reader.read(inside)}
    told = {claim.id: claim for claim in near.claims_of_reports(connection, reports)}
    only = near.companions(connection, _tied(told, inside))
    reader.of_reports({claim.report for claim in reader.read(only)})
    reports |= {claim.report for claim in reader.read(only)}
    claims = list(near.claims_of_reports(connection, reports))
    former, current = near.incidents_of(connection, only)
    known = [reader.reports[name] for name in sorted(reader.reports)]
    words = {word for name in reports for word in words_of(reader.reports[name].text)}
    stories, counts = near.word_counts(connection, words)
    return Neighbourhood(claims, known, former, current, Scope(frozenset(only), Frequency(stories, counts)), reader)


def _tied(told: Mapping[str, Claim], inside: Collection[str]) -> set[str]:
    """These claims, and those of their reports that are tied to them."""
    found = set(inside)
    ties = [(claim.id, other) for claim in told.values() for other in (claim.same_as, claim.responds_to) if other in told]
    grown = -1
    while len(found) > grown:
        grown = len(found)
        for one, other in ties:
            if one in found or other in found:
                found |= {one, str(other)}
    return found


def _neighbours(reader: _Reader, frontier: Collection[str]) -> set[str]:
    """The claims that comparison would join to one of these, or of whom one is a denial."""
    ours = reader.traits(reader.read(frontier))
    by_corner: dict[Corner, list[Traits]] = {}
    for one in ours:
        for corner in _corners(one, reader.weights):
            by_corner.setdefault(corner, []).append(one)
    join_at = reader.weights.limits["join"]
    near_by = {corner: (near.claims_in(reader.connection, corner) | near.undated_in(reader.connection, corner)) - set(frontier)
               for corner in sorted(by_corner, key=repr)}
    there = {other.id: other for other in reader.traits(reader.read(set().union(*near_by.values())))}  # all at once: a question costs more than its answer
    found: set[str] = set()
    for corner, ids in near_by.items():
        others = (there[name] for name in sorted(ids - found) if name in there)
        found.update(other.id for other in others if any(compare(one, other, reader.weights).score > join_at for one in by_corner[corner]))
    return found


def _corners(one: Traits, weights: Weights) -> Sequence[Corner]:
    if one.window is None:
        return ()
    # Days further apart than the sides date one fall of a town join only by rare names, and those are looked up by name.
    family = families(weights)
    head = family.get(one.claim.type, one.claim.type)
    types = tuple(sorted({one.claim.type, *(type_ for type_, name in family.items() if name == head)}))
    first, last = one.window
    slack = int(weights.limits["rival_days"])
    since = first - slack - int(weights.limits["campaign_days"])
    place = folded(one.place.name) if one.place else None
    return (Corner(types, _iso(since), _iso(first - slack), _iso(last + slack), _box(one), place),)


def _box(one: Traits) -> tuple[float, float, float, float] | None:
    place = one.place
    if place is None or place.lat is None or place.lon is None:
        return None
    reach = round(radius_of(place) / KM_PER_DEGREE + MARGIN_DEGREES, 2)
    east = reach / max(math.cos(math.radians(place.lat)), NARROWEST)
    return place.lat - reach, place.lat + reach, place.lon - east, place.lon + east


def _iso(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()
