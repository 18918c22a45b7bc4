"""Makes an index of a user's own: everything that the common one holds, and the places of files that the user has.

In: files of GeoNames and lists of places. Out: one SQLite file, a place for the setting `gazetteer`. Decision: what is known
already is not there twice: a place with GeoNames' id, or of one name within SAME_KM of a place of ours, gets the new names
and stays what it is, so that a longer list never moves a town. The same files give the same index in any order.
"""

from __future__ import annotations

import hashlib
import math
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from warledger.errors import InstallationError
from warledger.gazetteer import sources
from warledger.gazetteer.build import INSERT_PLACE, Progress, ensure_index, name_rows
from warledger.gazetteer.distance import KM_PER_DEGREE, kilometres_over_ground
from warledger.gazetteer.entry import FIRST_ADDED_ID
from warledger.gazetteer.folding import BARE, PLAIN, keys_of
from warledger.gazetteer.geonames_files import read_geonames
from warledger.gazetteer.place_lists import read_place_list
from warledger.gazetteer.sources import Row
from warledger.model.problem import Problem

# Two points for one settlement, from two surveys, lie at most so far apart.
SAME_KM = 5.0
# A place lies in the country and subdivision of the nearest settlement where there is one so near.
NEAREST_KM = 50.0
# Places of these kinds can be one; a hill by a village's name is another place.
SETTLED = ("city", "town", "village", "neighbourhood")
INSERT_NAME = "INSERT INTO name VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET spelt = min(spelt, excluded.spelt)"


@dataclass(frozen=True)
class Sources:
    """The files of a user. countries: alpha-2 codes, for GeoNames' files only; columns: of the lists, see place_lists."""

    geonames: Sequence[Path] = ()
    lists: Sequence[Path] = ()
    countries: Sequence[str] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Extended:
    """What an index was given: places that are new, places that were there and got names, and what was no place."""

    new: int = 0
    known: int = 0
    problems: list[Problem] = field(default_factory=list)


def extend(target: Path, given: Sources, progress: Progress | None = None, base: Path | None = None) -> Extended:
    """Writes the index at target, whole or not at all, and says what went into it.

    base is the common index, built first if it is not there. Raises SourceError for a file that cannot be read,
    UsageError for a list without the columns, InstallationError where target cannot be written.
    """
    told = progress or (lambda _stage, _share: None)
    start = ensure_index(base, progress)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.stem, suffix=".building")
        os.close(handle)
        temporary = Path(name)
    except OSError as error:
        raise InstallationError(f"the index cannot be written to {target.parent}: {(error.strerror or '').lower()}") from None
    try:
        shutil.copyfile(start, temporary)
        done = _write(temporary, given, told)
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except sqlite3.Error as error:
        raise InstallationError(f"the index {target} could not be built: {error}") from error
    finally:
        temporary.unlink(missing_ok=True)
    return done


def _write(path: Path, given: Sources, told: Progress) -> Extended:
    done = Extended()
    countries = sources.read_countries()
    alpha3 = {code: str(country["iso3"]) for code, country in countries.items()}
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
                                 "CREATE INDEX IF NOT EXISTS place_at ON place (lat, lon);")
        for row in _sound(_geonames(given, alpha3, sources.area_names(alpha3), told), done):
            _add(connection, row, int(row.geonames or 0), done)
        listed = [row for path in given.lists for row in _sound(read_place_list(path, alpha3, given.columns), done)]
        listed.sort(key=lambda row: (row.name, row.lat, row.lon, row.country or "", row.names))
        for offset, row in enumerate(listed):
            _add(connection, _located(connection, row), FIRST_ADDED_ID + offset, done)
        connection.execute("DROP INDEX place_at")
        version = connection.execute("SELECT value FROM about WHERE key = 'version'").fetchone()[0]
        connection.execute("UPDATE about SET value = ? WHERE key = 'version'", (f"{version}+{_content(connection)}",))
        connection.commit()
        told("compacting", 0.95)
        connection.execute("VACUUM")
        told("done", 1.0)
    finally:
        connection.close()
    return done


def _geonames(given: Sources, alpha3: Mapping[str, str], areas: Mapping[str, str], told: Progress) -> Iterator[Row | Problem]:
    for position, path in enumerate(given.geonames):
        def tell(behind: int, size: int, position: int = position) -> None:
            told("reading places", 0.9 * (position + behind / max(size, 1)) / len(given.geonames))

        yield from read_geonames(path, alpha3, areas, [code.upper() for code in given.countries], tell)


def _sound(found: Iterable[Row | Problem], done: Extended) -> Iterator[Row]:
    """The rows; problems are kept aside."""
    for item in found:
        if isinstance(item, Problem):
            done.problems.append(item)
        else:
            yield item


def _add(connection: sqlite3.Connection, row: Row, identity: int, done: Extended) -> None:
    """The row as a place of its own, or its names to the place that it is."""
    same = _same(connection, row, identity)
    if same is None:
        connection.execute(INSERT_PLACE, (identity, row.geonames, row.name, row.lat, row.lon, row.country, row.admin1, row.admin2,
                                          row.kind, row.population, row.radius_km))
        done.new += 1
    else:
        identity = same
        done.known += 1
    connection.executemany(INSERT_NAME, name_rows(identity, row))


def _same(connection: sqlite3.Connection, row: Row, identity: int) -> int | None:
    """The id of the place of the index that a row is: by GeoNames' id, else a settlement of that name that is near."""
    if connection.execute("SELECT 1 FROM place WHERE id = ?", (identity,)).fetchone():
        return identity
    if row.kind not in SETTLED:
        return None
    near = []
    for name in row.names:
        keys = keys_of(name)
        for key, form in ((keys.plain, PLAIN), (keys.bare, BARE)):
            for other, lat, lon, geonames, kind in connection.execute(
                    "SELECT p.id, p.lat, p.lon, p.geonames, p.kind FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? AND n.form = ?",
                    (key, form)):
                apart = kilometres_over_ground(row.lat, row.lon, lat, lon)
                if kind in SETTLED and apart <= SAME_KM and (row.geonames is None or geonames is None):
                    near.append((apart, other))
    return min(near)[1] if near else None


def _located(connection: sqlite3.Connection, row: Row) -> Row:
    """A row of a list with the country and subdivision of the nearest settlement where the list does not tell them."""
    if row.country is not None and row.admin1 is not None:
        return row
    reach = NEAREST_KM / KM_PER_DEGREE
    wide = reach / max(math.cos(math.radians(row.lat)), 0.1)
    near = [(kilometres_over_ground(row.lat, row.lon, lat, lon), identity, country, admin1, admin2) for identity, lat, lon, country, admin1, admin2 in
            connection.execute("SELECT id, lat, lon, country, admin1, admin2 FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
                               " AND kind = 'city' AND country IS NOT NULL", (row.lat - reach, row.lat + reach, row.lon - wide, row.lon + wide))]
    fitting = [one for one in near if one[0] <= NEAREST_KM and row.country in (None, one[2])]
    if fitting:
        _apart, _identity, row.country, admin1, admin2 = min(fitting, key=lambda one: one[:2])
        if row.admin1 is None:
            row.admin1, row.admin2 = admin1, row.admin2 or admin2
    return row


def _content(connection: sqlite3.Connection) -> str:
    """A short digest of the places and names of the index."""
    digest = hashlib.sha256()
    for query in ("SELECT * FROM place ORDER BY id", "SELECT * FROM name ORDER BY key, form, place"):
        for line in connection.execute(query):
            digest.update(repr(line).encode())
    return digest.hexdigest()[:8]
