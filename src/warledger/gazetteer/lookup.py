"""Looks a name up in the gazetteer's index.

In: a name as a report writes it. Out: entries, best known first, each with how it matched. Decision: one connection per
process and thread of use, opened when first asked, and a small memory of answers, since reports repeat their names.
"""

from __future__ import annotations

import functools
import math
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from warledger.errors import InstallationError, UsageError
from warledger.gazetteer.build import SCHEMA, Progress, ensure_index
from warledger.gazetteer.distance import KM_PER_DEGREE, kilometres_over_ground
from warledger.gazetteer.entry import Entry
from warledger.gazetteer.folding import BARE, PLAIN, SKELETON, Keys, keys_of
from warledger.gazetteer.views import View, viewed

REMEMBERED = 8192
# A name shared by hundreds of villages: those above this many, by population, are never what news means.
MOST_CANDIDATES = 40
# A place of so many people is known by its name as it stands ("Hama"), and not to be taken for another that differs
# by article or ending ("al-Hameh").
WELL_KNOWN = 100_000
# Two spellings with one skeleton are one name when they are also as alike as this (share of letters in order, 0 to 100);
# below it the skeletons of short names bind what nobody would confuse.
FAMILY_LIKENESS = 65.0

SETTLEMENTS = ("city", "town", "village")
# Degrees of longitude are never taken to be narrower than this share of those at the equator: at the poles they are nothing.
NARROWEST = 0.05


class Gazetteer:
    """The index, opened lazily in each process that uses it; safe to send to a worker."""

    def __init__(self, path: Path, territory: Mapping[str, str] | None = None) -> None:
        """territory: a user's own view of whose land some areas are, by name, as alpha-3 codes (views.py)."""
        self.path = path
        self._territory = dict(territory or {})
        self._open: tuple[int, sqlite3.Connection] | None = None
        self._remember()

    @classmethod
    def open(cls, path: Path | str | None = None, progress: Progress | None = None, territory: Mapping[str, str] | None = None) -> Gazetteer:
        """The gazetteer at path, or at its place in the cache folder, built first if it is not there.

        Raises InstallationError where the index cannot be built or is unsound.
        """
        return cls(ensure_index(Path(path) if path else None, progress), territory)

    @classmethod
    def at(cls, path: Path, territory: Mapping[str, str] | None = None) -> Gazetteer:
        """The gazetteer that a user's settings name, which `warledger gazetteer build` wrote.

        Raises UsageError where there is none, InstallationError where another version of Warledger made it.
        """
        if not path.is_file():
            raise UsageError(f"there is no gazetteer {path}; `warledger gazetteer build -o {path}` makes one")
        found = cls(path, territory)
        if found.about("schema") != str(SCHEMA):
            raise InstallationError(f"the gazetteer {path} was made by another version of Warledger; build it again")
        return found

    def about(self, key: str) -> str | None:
        """What the index says of itself: its `version` and its `schema`."""
        row = self._connection().execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def candidates(self, name: str) -> list[Entry]:
        """The places that the name may mean: exact matches by population, else those of the family of spellings."""
        return list(self._candidates(name))

    def known(self, name: str) -> bool:
        """Whether the name, exactly or by its family, is in the gazetteer."""
        return bool(self._candidates(name))

    def demonym(self, word: str) -> str | None:
        """The country (alpha-3) whose people or things the word names ("Syrian"), or None."""
        return self._demonym(word.casefold())

    def country(self, code: str) -> Entry | None:
        """The entry of a country by its alpha-3 code."""
        return self._country(code)

    def capital(self, code: str) -> Entry | None:
        """The entry of the capital of a country by its alpha-3 code."""
        row = self._connection().execute("SELECT name FROM capital WHERE country = ?", (code,)).fetchone()
        towns = [entry for entry in self._candidates(str(row[0])) if entry.country == code] if row else []
        return next((entry for entry in towns if entry.kind == "city"), None)

    def nearest(self, lat: float, lon: float, within_km: float) -> Entry | None:
        """The settlement nearest to a point, None where there is none so near."""
        high = within_km / KM_PER_DEGREE
        wide = high / max(NARROWEST, math.cos(math.radians(lat)))
        rows = self._connection().execute(
            "SELECT id, geonames, name, lat, lon, country, admin1, admin2, kind, population, radius_km FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
            f" AND kind IN ({', '.join('?' * len(SETTLEMENTS))})", (lat - high, lat + high, lon - wide, lon + wide, *SETTLEMENTS)).fetchall()
        found = [(kilometres_over_ground(lat, lon, row[3], row[4]), row) for row in rows]
        best = min(found, key=lambda one: (one[0], one[1][0]), default=None)
        return _entry(best[1], "exact") if best is not None and best[0] <= within_km else None

    def __getstate__(self) -> dict[str, object]:
        return {"path": self.path, "territory": self._territory}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.path = state["path"]
        self._territory = state["territory"]
        self._open = None
        self._remember()

    def _remember(self) -> None:
        self._candidates = functools.lru_cache(REMEMBERED)(self._look_up)
        self._demonym = functools.lru_cache(REMEMBERED)(self._look_up_demonym)
        self._country = functools.lru_cache(300)(self._look_up_country)
        self._views: tuple[View, ...] | None = None if self._territory else ()

    def _connection(self) -> sqlite3.Connection:
        """This process's connection: one must not be carried over a fork."""
        process = os.getpid()
        if self._open is None or self._open[0] != process:
            try:
                uri = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
                connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
                connection.execute("SELECT value FROM about").fetchone()
            except sqlite3.Error as error:
                raise InstallationError(f"the gazetteer's index {self.path} is unsound ({error}): delete it, "
                                        "and it is built again") from error
            self._open = (process, connection)
        return self._open[1]

    def _look_up(self, name: str) -> tuple[Entry, ...]:
        if self._views is None:  # what the areas of a user's view are, is asked of the index as it is
            self._views = ()
            self._views = tuple(View.of(name, country, self._as_indexed(name)) for name, country in sorted(self._territory.items()))
        found = self._as_indexed(name)
        return viewed(found, self._views) if self._views else found

    def _as_indexed(self, name: str) -> tuple[Entry, ...]:
        keys = keys_of(name)
        if not keys.plain:
            return ()
        found = self._rows(keys.plain, PLAIN)
        if keys.bare and not any(map(_is_known_by_it, found)):
            seen = {entry.id for entry in found}
            found += [entry for entry in self._rows(keys.bare, BARE) if entry.id not in seen]
        return tuple(found) or self._family(keys)

    def _family(self, keys: Keys) -> tuple[Entry, ...]:
        if not keys.skeleton or not keys.bare:
            return ()
        rows = self._rows(keys.skeleton, SKELETON, keys.bare)
        return tuple(rows)

    def _rows(self, key: str, form: int, spelt: str | None = None) -> list[Entry]:
        rows = self._connection().execute(
            "SELECT p.id, p.geonames, p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.kind, p.population,"
            " p.radius_km, n.spelt FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? AND n.form = ?"
            " ORDER BY p.population DESC, p.id LIMIT ?", (key, form, MOST_CANDIDATES)).fetchall()
        if spelt is None:
            return [_entry(row, "exact") for row in rows]
        return [_entry(row, "family") for row in rows if fuzz.ratio(spelt, row[11]) >= FAMILY_LIKENESS]

    def _look_up_demonym(self, word: str) -> str | None:
        row = self._connection().execute("SELECT country FROM demonym WHERE word = ?", (word,)).fetchone()
        return None if row is None else str(row[0])

    def _look_up_country(self, code: str) -> Entry | None:
        row = self._connection().execute(
            "SELECT id, geonames, name, lat, lon, country, admin1, admin2, kind, population, radius_km FROM place"
            " WHERE country = ? AND kind = 'country'", (code,)).fetchone()
        return None if row is None else _entry(row, "exact")


def _is_known_by_it(entry: Entry) -> bool:
    """Whether a place is so well known by the name as it stands that namesakes with an article are not meant."""
    return entry.kind in ("country", "admin1") or entry.population >= WELL_KNOWN


def _entry(row: tuple[Any, ...], match: str) -> Entry:
    number, geonames, name, lat, lon, country, admin1, admin2, kind, population, radius_km = row[:11]
    return Entry(number, geonames, name, lat, lon, country, admin1, admin2, kind, population, radius_km, match)
