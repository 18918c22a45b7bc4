"""A user's own view of whose land an area is, where that is contested.

In: areas by name with the country that the user sees them in, and entries. Out: the entries, those of the areas with that
country. Decision: the gazetteer's country stands unless a setting names the area; nothing is re-drawn without a word, and
only the country changes, never a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from warledger.errors import UsageError
from warledger.gazetteer.distance import kilometres_over_ground
from warledger.gazetteer.entry import Entry

AREAS = ("country", "admin1", "admin2", "region", "province", "district", "island")


@dataclass(frozen=True)
class View:
    """An area and the country (alpha-3) in which its user sees it."""

    area: Entry
    country: str

    @classmethod
    def of(cls, name: str, country: str, candidates: Sequence[Entry]) -> View:
        """The view of the best known area of a name. Raises UsageError where none is an area, or the code is none."""
        areas = [entry for entry in candidates if entry.kind in AREAS]
        if not areas:
            raise UsageError(f"territory: the gazetteer knows no area by the name {name!r}")
        if not (len(country) == 3 and country.isalpha() and country.isupper()):
            raise UsageError(f"territory: {name}: a country must be three capital letters, not {country!r}")
        return cls(areas[0], country)

    def covers(self, entry: Entry) -> bool:
        """Whether a place lies in the area: by its subdivision, or within the radius of what is no subdivision."""
        area = self.area
        if entry.id == area.id:
            return True
        if area.kind == "country":
            return entry.country == area.country
        if area.kind in ("admin1", "admin2"):
            own = (entry.admin1,) if area.kind == "admin1" else (entry.admin1, entry.admin2)
            return entry.country == area.country and own == ((area.admin1,) if area.kind == "admin1" else (area.admin1, area.admin2))
        if entry.kind in ("country", "continent", "admin1"):
            return False
        return kilometres_over_ground(entry.lat, entry.lon, area.lat, area.lon) <= area.radius_km


def viewed(entries: Sequence[Entry], views: Sequence[View]) -> tuple[Entry, ...]:
    """The entries as the user sees them: the last view that covers one says its country."""
    found = []
    for entry in entries:
        country = next((view.country for view in reversed(views) if view.covers(entry)), entry.country)
        found.append(entry if country == entry.country else replace(entry, country=country))
    return tuple(found)
