"""Layer 3, the day of publication as the outlet's own readers had it, and the outlet's way to write dates.

In: a Report. Out: the day that "today" means in it, and what its outlet's country settles. Decision: an instant is a day
only by somebody's clock: the outlet's where its home is known, else UTC; a day without an hour is taken as it stands.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pycountry

from warledger.actors.catalog import load_actors
from warledger.actors.folding import name_key
from warledger.lexicons.outlet_lexicon import Key, load_outlets
from warledger.model import Report

# Characters of an ISO day; what is longer is an instant.
ISO_DAY = len("2020-02-05")
# The endings of sites that are no alpha-2 code of their country.
ENDINGS = {"uk": "GB"}


def day_of(report: Report) -> datetime.date | None:
    """The day of publication by the outlet's clock, None where no date is known."""
    return _day(report.published, report.outlet, report.url) if report.published else None


def home_of(report: Report) -> str | None:
    """The alpha-3 code of the outlet's country; None where it is not known, or prints from everywhere."""
    return _home(report.outlet, report.url)


def writes_day_first(report: Report) -> bool:
    """Whether 4/5 is the fourth of May in the report: by the outlet's country, True where that is not known."""
    return home_of(report) not in load_outlets().month_first


def is_southern(country: str | None) -> bool:
    """Whether a country has summer at the turn of the year."""
    return country in load_outlets().southern


@functools.lru_cache(maxsize=1024)
def _day(published: str, outlet: str | None, url: str | None) -> datetime.date:
    if len(published) <= ISO_DAY:
        return datetime.date.fromisoformat(published)
    instant = datetime.datetime.fromisoformat(published)
    zone = load_outlets().zones.get(_home(outlet, url) or "")
    if zone is None:
        return datetime.date.fromisoformat(published[:ISO_DAY])
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=datetime.UTC)
    return instant.astimezone(ZoneInfo(zone)).date()


@functools.lru_cache(maxsize=1024)
def _home(outlet: str | None, url: str | None) -> str | None:
    outlets = load_outlets()
    key = name_key(outlet or "")
    if key in outlets.worldwide:
        return None
    if outlet and (known := outlets.names.get(key) or _media().get(key)):
        return known
    host = (urlsplit(url).hostname or "") if url else outlet.lower() if outlet and "." in outlet else ""
    for site, country in outlets.sites.items():
        if host == site or host.endswith("." + site):
            return country
    ending = host.rpartition(".")[2]
    if len(ending) != 2 or ending in outlets.open_endings:
        return None
    found = pycountry.countries.get(alpha_2=ENDINGS.get(ending, ending.upper()))
    return found.alpha_3 if found is not None else None


@functools.cache
def _media() -> Mapping[Key, str]:
    """The countries of the media of the actor list, by folded name."""
    return {name_key(name): actor.country for actor in load_actors() if actor.kind == "media" and actor.country
            for name in (actor.name, *actor.aliases)}
