"""What the gazetteer knows of one place.

In: nothing; this is the shape that the index is read into. Decision: ids tell where a place comes from, so that what weighs
more because somebody wrote it down for these wars can be told from what a list holds.
"""

from __future__ import annotations

from dataclasses import dataclass

# Our own places have no GeoNames id; they are numbered from here, above any that GeoNames has given.
FIRST_OWN_ID = 1_000_000_000
# The places of a user's lists are numbered from here (extend.py).
FIRST_ADDED_ID = 2_000_000_000


@dataclass(frozen=True)
class Entry:
    """A place of the gazetteer. lat and lon in WGS84 degrees; country is ISO 3166-1 alpha-3; population may be 0.

    kind: city, admin1, admin2, country, or a kind of regions.yaml or places.yaml. match says how it was found: exact
    (the name, perhaps without its article) or family (another spelling of the same consonants).
    """

    id: int
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
    match: str

    @property
    def is_own(self) -> bool:
        """Whether our own files name it: a place of the wars, which is what news means by its name."""
        return FIRST_OWN_ID <= self.id < FIRST_ADDED_ID
