"""Chooses which place a name is, for all names of a report together.

In: for each name its candidates and what is said of it. Out: for each the entry, or None where nothing in the report
makes one of them likely enough. Decision: a report keeps to one country or a few; a name that is merely alike, or
a small place that fits nothing else in the report, stays a name rather than become a pin on another continent.
Pure functions: the same names give the same choice.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from warledger.gazetteer import Entry

# A name with one candidate among these stands for its country before anything is weighed.
COUNTRY_WEIGHT = 1.0
MAJOR_CITY_WEIGHT = 0.5
DEMONYM_WEIGHT = 0.6
HINT_WEIGHT = 0.7
# The most that agreement with the report's countries adds, against about 7 for the population of a world city.
COUNTRY_BONUS = 4.0
INSIDE_BONUS = 8.0
NOT_INSIDE = -6.0
ADMIN_NAMED_BONUS = 3.0
SENSE_BONUS = 5.0
SENSE_CLASH = -5.0
OWN_BONUS = 4.5
FAMILY_COST = 2.0
# Nearness to another place of the report: (kilometres, score).
NEARNESS = ((30.0, 3.0), (100.0, 2.0), (300.0, 1.0))
# Three hundred kilometres are this many degrees of latitude: farther apart than this is near nothing.
FARTHEST_NEAR_DEGREES = 2.7
# A settlement below this that fits no country of the report is not what is meant.
STANDS_ALONE = 15_000
FITTING = 0.08
# What is far from all else in the report needs a country that is a good part of it, or the fame of a metropolis.
AT_HOME = 0.25
METROPOLIS = 300_000
# A state that nothing else in a report of another country speaks of may be a namesake (Georgia).
FOREIGN_STATE = -2.5
# Without a country of its own, what news names by a region's name is the region.
NO_COUNTRY_BONUS = 2.0
ROUNDS = 2
KIND_BONUS = {"country": 6.0, "continent": 6.0, "admin1": 0.5, "admin2": -3.0, "region": 3.0, "sea": 3.0, "river": 3.0,
              "border": 3.0}
TOWN_KINDS = frozenset(("city", "town", "village", "neighbourhood"))
AREA_KINDS = frozenset(("admin1", "admin2", "region", "country", "province", "mountain", "continent", "island"))
SITE_KINDS = frozenset(("camp", "airbase", "airport", "crossing", "base", "dam", "hill", "site", "field", "prison",
                        "port", "street", "mountain", "island"))
FITS = {
    "town": TOWN_KINDS | {"camp", "site"}, "province": frozenset(("admin1", "province", "region")),
    "district": frozenset(("neighbourhood", "admin2", "city", "town", "village", "district", "site", "street")),
    "site": SITE_KINDS | TOWN_KINDS, "area": AREA_KINDS | TOWN_KINDS | SITE_KINDS | {"border", "valley", "district"},
    "road": frozenset(("road", "street")) | TOWN_KINDS | AREA_KINDS, "water": frozenset(("sea", "river", "lake")),
    "country": frozenset(("country",)), "county": frozenset(("admin2", "admin1")),
    "landmark": SITE_KINDS | {"road", "neighbourhood"}, "surround": TOWN_KINDS | AREA_KINDS | SITE_KINDS,
}
# Where the words name the sort, what is of another sort is not meant.
STRICT = frozenset(("province", "water", "country", "county"))
# "X hospital" is rarely the hospital of a town X unless the report is of that town's country.
# What news calls a village has no more people than this in any census.
LARGEST_VILLAGE = 50_000
LANDMARK_TOWN = 15_000


@dataclass(frozen=True)
class Named:
    """What the choice needs of one name. inside is the position, in the list, of the name that it is said to lie in;
    prefers_area: the report speaks of the name as of a province; prefers_town: as of a town; None: it does not say. small: it is called a village."""

    name: str
    candidates: tuple[Entry, ...]
    sense: str | None = None
    inside: int | None = None
    prefers_area: bool | None = None
    small: bool = False


def choose(names: Sequence[Named], countries: Mapping[str, float]) -> list[Entry | None]:
    """The entry of each name. countries are weights from outside the names: demonyms, outlet, settings."""
    weights = country_weights(names, countries)
    chosen: list[Entry | None] = [None] * len(names)
    for _round in range(ROUNDS):
        previous = list(chosen)
        context = tuple({entry.id: entry for entry in previous if entry is not None}.values())
        settled: dict[tuple[Named, int | None], Entry | None] = {}
        for position, named in enumerate(names):
            holder = previous[named.inside] if named.inside is not None else None
            key = (replace(named, inside=None), holder.id if holder is not None else None)
            if key not in settled:
                settled[key] = _best(named, holder, context, weights)
            chosen[position] = settled[key]
        _one_sense(names, chosen)
    return chosen


def country_weights(names: Sequence[Named], given: Mapping[str, float]) -> dict[str, float]:
    """The share of each country in the report, from names that can be taken as they are, and from outside."""
    weights: dict[str, float] = dict(given)
    for named in names:
        for country, weight in _sure_countries(named).items():
            weights[country] = weights.get(country, 0.0) + weight
    total = sum(weights.values())
    return {country: weight / total for country, weight in sorted(weights.items())} if total else {}


def _sure_countries(named: Named) -> dict[str, float]:
    exact = [entry for entry in named.candidates if entry.match == "exact" and entry.country]
    if not exact:
        return {}
    states = [entry for entry in exact if entry.kind == "country"]
    if states and all(entry.kind == "country" or entry.population < 1_000_000 for entry in exact):
        return {str(states[0].country): COUNTRY_WEIGHT}
    known = [entry for entry in exact if entry.kind in ("admin1", "region", "province") or entry.population >= 100_000
             or entry.is_own]
    countries = sorted({str(entry.country) for entry in known})
    if len(countries) == 1:
        return {countries[0]: MAJOR_CITY_WEIGHT}
    every = sorted({str(entry.country) for entry in exact})
    return {every[0]: MAJOR_CITY_WEIGHT / 2} if len(every) == 1 and named.sense else {}


def _best(named: Named, holder: Entry | None, context: Sequence[Entry],
          weights: Mapping[str, float]) -> Entry | None:
    scored = []
    own = {entry.id for entry in named.candidates}
    context = [other for other in context if other.id not in own]
    for entry in named.candidates:
        if refusal(entry, named, holder, context, weights) is None:
            scored.append((_score(entry, named, holder, context, weights), entry.population, -entry.id, entry))
    return max(scored, key=lambda item: item[:3])[3] if scored else None


def _sort_fits(entry: Entry, named: Named, weights: Mapping[str, float]) -> bool:
    if named.small and LARGEST_VILLAGE < entry.population < METROPOLIS:
        return False
    if named.sense is None or entry.kind in FITS[named.sense]:
        return True
    if named.sense == "landmark":
        return entry.population >= LANDMARK_TOWN and weights.get(entry.country or "", 0.0) >= AT_HOME
    return named.sense not in STRICT


def _may_be(entry: Entry, holder: Entry | None, context: Sequence[Entry], weights: Mapping[str, float]) -> bool:
    """Whether anything in the report allows this entry at all."""
    share = weights.get(entry.country or "", 0.0)
    if entry.match == "family":
        return share >= AT_HOME or (share >= FITTING and _is_near(entry, context))
    if entry.country is None or entry.kind in ("country", "continent", "region", "admin1"):
        return True
    if holder is not None and lies_in(entry, holder):
        return True
    if not weights:
        return entry.population >= STANDS_ALONE
    if share >= AT_HOME or entry.population >= METROPOLIS:
        return True
    if share >= FITTING and entry.population >= STANDS_ALONE:
        return True
    return _is_near(entry, context)


def _is_near(entry: Entry, context: Sequence[Entry]) -> bool:
    """Whether another place of the report lies within NEARNESS' second limit."""
    return any(other.kind not in ("country", "continent", "region")
               and kilometres(entry, other) <= NEARNESS[1][0] for other in context)


def reasons(entry: Entry, named: Named, holder: Entry | None, context: Sequence[Entry],
            weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """What speaks for and against an entry, each with its points; their sum decides."""
    found = [("population", math.log10(entry.population + 10)), (f"kind {entry.kind}", KIND_BONUS.get(entry.kind, 0.0)),
             ("is written down for these wars", OWN_BONUS if entry.is_own else 0.0),
             ("is only spelt alike", -FAMILY_COST if entry.match == "family" else 0.0)]
    top = max(weights.values(), default=0.0)
    if entry.country and top:
        found.append(("the report's countries", COUNTRY_BONUS * weights.get(entry.country, 0.0) / top))
        if entry.kind == "country" and top >= 0.5 and not weights.get(entry.country):
            found.append(("a state that nothing else speaks of", FOREIGN_STATE))
    elif entry.country is None:
        found.append(("is of no single country", NO_COUNTRY_BONUS))
    if named.sense in FITS:
        found.append((f"said to be a {named.sense}", SENSE_BONUS if entry.kind in FITS[named.sense] else SENSE_CLASH))
        found.append(("a district in a town", 2.0 if named.sense == "district" and entry.kind == "neighbourhood" else 0.0))
    found.append(("spoken of so elsewhere", _by_area(entry, named)))
    found.append(("said to lie in", _by_holder(entry, holder)))
    found.append(("near what else is named", _by_nearness(entry, context)))
    return found


def _score(entry: Entry, named: Named, holder: Entry | None, context: Sequence[Entry],
           weights: Mapping[str, float]) -> float:
    return sum(points for _reason, points in reasons(entry, named, holder, context, weights))


def refusal(entry: Entry, named: Named, holder: Entry | None, context: Sequence[Entry],
            weights: Mapping[str, float]) -> str | None:
    """Why an entry is not weighed at all, None where it is."""
    if not _sort_fits(entry, named, weights):
        return "is of another sort than the words say"
    if not _may_be(entry, holder, context, weights):
        return "nothing else that is named makes it likely"
    return None


def _by_area(entry: Entry, named: Named) -> float:
    """What the report says of the name elsewhere: a province, or a town."""
    if named.sense is not None or named.prefers_area is None:
        return 0.0
    fits = entry.kind == ("admin1" if named.prefers_area else "city")
    return 3.0 if fits else 0.0


def _by_holder(entry: Entry, holder: Entry | None) -> float:
    if holder is None or holder.id == entry.id:
        return 0.0
    return INSIDE_BONUS if lies_in(entry, holder) else NOT_INSIDE


def _by_nearness(entry: Entry, context: Sequence[Entry]) -> float:
    score = 0.0
    for other in context:
        if other.kind in ("country", "continent"):
            continue
        if other.kind == "admin1" and other.country == entry.country and other.name == entry.admin1:
            score = max(score, ADMIN_NAMED_BONUS)
        elif abs(other.lat - entry.lat) < FARTHEST_NEAR_DEGREES:
            distance = kilometres(entry, other)
            score = max(score, next((value for limit, value in NEARNESS if distance <= limit), 0.0))
    return score


def _one_sense(names: Sequence[Named], chosen: list[Entry | None]) -> None:
    """One sense per report: a name of which nothing is said follows the first of its kind that was settled."""
    leaders: dict[str, Entry] = {}
    for position, named in enumerate(names):
        entry = chosen[position]
        if entry is not None and (named.inside is not None or named.sense is not None):
            leaders.setdefault(named.name.casefold(), entry)
    for position, named in enumerate(names):
        leader = leaders.get(named.name.casefold())
        follower = chosen[position]
        if leader is None or named.inside is not None or named.sense is not None:
            continue
        if leader in named.candidates and (follower is None or follower.country != leader.country):
            chosen[position] = leader


def lies_in(entry: Entry, holder: Entry) -> bool:
    """Whether a place lies in another: by country and subdivision, or within the radius of a region or a town."""
    if holder.kind == "country":
        return entry.country == holder.country
    if holder.kind == "admin1":
        return entry.country == holder.country and entry.admin1 == holder.admin1
    if holder.kind == "admin2" and entry.admin2 is not None:
        return entry.country == holder.country and entry.admin2 == holder.admin2
    reach = max(holder.radius_km, 3.0) + (3.0 if holder.kind == "city" else 0.0)
    return kilometres(entry, holder) <= reach


def kilometres(one: Entry, other: Entry) -> float:
    """The distance of two entries on the sphere of the Earth's mean radius (6371 km), good to half a per cent."""
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = (math.sin((lat2 - lat1) / 2) ** 2
            + math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2)
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))
