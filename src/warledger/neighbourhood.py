"""Linking a few new claims into a large ledger: only their neighbourhood is read, compared and linked anew.

In: an open transaction of a ledger, and the ids of the claims that are new or that an analyst decided on. Out: what is to be
linked anew, with what has to be known for it. Decision: the neighbourhood grows from the new claims along comparisons that would
join, taking every incident that it meets as a whole, so that linking it gives what linking everything would; how rare a name is
is asked of the whole ledger.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from warledger.incidents.candidates import HOLDERS, families
from warledger.incidents.comparison import compare
from warledger.incidents.eligibility import FOUNDS, OUT, part_of
from warledger.incidents.link import Scope
from warledger.incidents.names import Frequency, names_in, rare_names
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


@dataclass(frozen=True)
class Neighbourhood:
    """claims holds what is linked anew (scope.only) and the rest of their reports; former the incidents that ever held one of
    them, of which `current` are still there."""

    claims: list[Claim]
    reports: list[Report]
    former: list[Incident]
    current: set[str]
    scope: Scope


@dataclass
class _Reader:
    """What was read of the ledger so far."""

    connection: Connection
    weights: Weights
    claims: dict[str, Claim] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    known: dict[str, Traits] = field(default_factory=dict)

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
        """The traits of those that can be in an incident, without names, which only the linking itself weighs."""
        days = int(self.weights.limits["report_days"])
        eligible = [claim for claim in claims if part_of(claim) != OUT]
        for claim in eligible:
            if claim.id not in self.known:
                self.known[claim.id] = read_traits(claim, self.reports.get(claim.report), part_of(claim) != FOUNDS, days)
        return [self.known[claim.id] for claim in eligible]


def around(connection: Connection, seeds: Collection[str]) -> Neighbourhood:
    """The neighbourhood of these claims."""
    reader = _Reader(connection, load_weights())
    inside = near.companions(connection, {*seeds, *_naming_the_same(reader, seeds)})
    frontier = set(inside)
    for _hop in range(HOPS):
        frontier = _neighbours(reader, frontier) - inside
        if not frontier or len(inside) > LARGEST:
            break
        frontier = near.companions(connection, frontier) - inside
        inside |= frontier
    return gathered(connection, inside, reader)


def _naming_the_same(reader: _Reader, seeds: Collection[str]) -> set[str]:
    """The claims of the reports that share rare names enough with those of the seeds."""
    reports = {claim.report: reader.reports[claim.report] for claim in reader.read(seeds)}
    told = {word for report in reports.values() for word in names_in(report.text)}
    known = Frequency(*near.word_counts(reader.connection, told))
    limits = reader.weights.limits
    surprise: dict[tuple[str, str], float] = {}
    for report, names in rare_names((), reports, limits["rare_share"], known).items():
        for word, telling in names.items():
            if known.counts[word] <= HOLDERS:
                for other in near.reports_with(reader.connection, word) - {report}:
                    surprise[report, other] = surprise.get((report, other), 0.0) + telling
    sharing = {other for (_report, other), found in surprise.items() if found >= limits["telling_names"]}
    return {claim.id for claim in near.claims_of_reports(reader.connection, sharing) if part_of(claim) != OUT}


def gathered(connection: Connection, inside: Collection[str], reader: _Reader | None = None) -> Neighbourhood:
    """All that has to be known to link these claims anew, and what they are tied to in their reports."""
    reader = reader or _Reader(connection, load_weights())
    reports = {claim.report for claim in reader.read(inside)}
    told = {claim.id: claim for claim in near.claims_of_reports(connection, reports)}
    only = near.companions(connection, _tied(told, inside))
    reader.of_reports({claim.report for claim in reader.read(only)})
    reports |= {claim.report for claim in reader.read(only)}
    claims = list(near.claims_of_reports(connection, reports))
    former, current = near.incidents_of(connection, only)
    known = [reader.reports[name] for name in sorted(reader.reports)]
    words = {word for name in reports for word in names_in(reader.reports[name].text)}
    stories, counts = near.word_counts(connection, words)
    return Neighbourhood(claims, known, former, current, Scope(frozenset(only), Frequency(stories, counts)))


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
    found: set[str] = set()
    for corner, those in sorted(by_corner.items(), key=lambda item: repr(item[0])):
        ids = near.claims_in(reader.connection, corner) | near.undated_in(reader.connection, corner)
        others = reader.traits(reader.read(ids - set(frontier)))
        found.update(other.id for other in others if any(compare(one, other, reader.weights).score > join_at for one in those))
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
