"""Where outlets are at home: their country, its clock, its way to write dates and its seasons.

In: outlets.yaml. Out: one Outlets of look-up tables by name, by site and by country. Decision: an outlet that prints from
everywhere has no home, so that nobody takes the clock of its head office for the reporter's.
"""

from __future__ import annotations

import functools
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warledger.actors.folding import name_key
from warledger.lexicons.yaml_source import Entry, read_entries, read_mapping

OUTLETS_FILE = Path(__file__).with_name("outlets.yaml")

Key = tuple[str, ...]


@dataclass(frozen=True)
class Outlets:
    """Countries are alpha-3. names maps folded names, sites the ends of host names."""

    zones: Mapping[str, str]
    names: Mapping[Key, str]
    sites: Mapping[str, str]
    worldwide: frozenset[Key]
    month_first: frozenset[str]
    southern: frozenset[str]
    open_endings: frozenset[str]


@functools.cache
def load_outlets(path: Path = OUTLETS_FILE) -> Outlets:
    """The outlets of the file.

    Raises KnowledgeError, naming file and line, where the file is wrong.
    """
    whole = read_mapping(path)
    whole.expect("zones", "month_first", "southern", "worldwide", "homes", "open_endings")
    zones = read_mapping(path, "zones")
    known = zoneinfo.available_timezones()
    for country in zones.value:
        if zones.text(country) not in known:
            raise zones.fail(f"{zones.text(country)!r} is no zone of the time zone database", country)
    names: dict[Key, str] = {}
    sites: dict[str, str] = {}
    for entry in read_entries(path, "homes"):
        country = _country(entry, zones)
        names.update(dict.fromkeys(map(name_key, entry.texts("names")), country))
        sites.update(dict.fromkeys(entry.texts("sites"), country))
    month_first, southern = (_countries(whole, key, zones) for key in ("month_first", "southern"))
    worldwide = frozenset(map(name_key, whole.texts("worldwide")))
    return Outlets(zones.value, names, sites, worldwide, month_first, southern, frozenset(whole.texts("open_endings")))


def _country(entry: Entry, zones: Entry) -> str:
    entry.expect("country", "names", "sites")
    if entry.text("country") not in zones.value:
        raise entry.fail(f"{entry.text('country')!r} has no zone above", "country")
    return entry.text("country")


def _countries(whole: Entry, key: str, zones: Entry) -> frozenset[str]:
    for country in whole.texts(key):
        if country not in zones.value:
            raise whole.fail(f"{country!r} has no zone above", key)
    return frozenset(whole.texts(key))
