"""Reads the files that GeoNames publishes (allCountries.zip, SY.zip, or the text inside), which a user has.

In: a path, the countries wanted. Out: rows for the index, and a Problem for each line that is none. Decision: read as a stream,
since allCountries is 1.5 GB; what kind of place a feature code is stands in features.yaml, and what is not there is left out.
"""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from warledger.errors import SourceError
from warledger.gazetteer.knowledge import Feature, read_features
from warledger.gazetteer.sources import Row, spoken_names, town_radius
from warledger.model.problem import Problem

# The columns of GeoNames' main table (its readme.txt), from 0.
ID, NAME, ASCII, ALTERNATE, LAT, LON, CLASS, CODE, COUNTRY = range(9)
ADMIN1, ADMIN2, POPULATION = 10, 11, 14
COLUMNS = 19
README = "readme.txt"
# Bytes that have been read of how many, for progress.
Told = Callable[[int, int], None]


def read_geonames(path: Path, alpha3: Mapping[str, str], areas: Mapping[str, str], countries: Collection[str] = (),
                  told: Told | None = None) -> Iterator[Row | Problem]:
    """The places of a file of GeoNames, in its order.

    alpha3 leads from GeoNames' country codes to ours, areas from its codes of subdivisions ("SY.12") to our names;
    countries are alpha-2 codes, none of them given means all. Raises SourceError where the file cannot be read at all.
    """
    features = read_features()
    with _opened(path) as (lines, name, size):
        behind = 0
        for number, line in enumerate(lines, start=1):
            behind += len(line)
            if told is not None and not number % 50_000:
                told(min(behind, size), size)
            cells = line.rstrip("\r\n").split("\t")
            if not line.strip() or (number == 1 and cells[0].lower() == "geonameid"):
                continue
            if len(cells) == COLUMNS and countries and cells[COUNTRY] not in countries:
                continue
            yield from _read(cells, alpha3, areas, features, name, number)


def _read(cells: list[str], alpha3: Mapping[str, str], areas: Mapping[str, str], features: Mapping[str, Feature | None],
          name: str, number: int) -> Iterator[Row | Problem]:
    """The row of a line, nothing where it is no place of ours, a Problem where it is none of GeoNames."""
    if len(cells) != COLUMNS:
        yield Problem("read", "places", f"a line of GeoNames has {COLUMNS} columns between tabulators, this one {len(cells)}", name, number)
        return
    own = f"{cells[CLASS]}.{cells[CODE]}"
    feature = features[own] if own in features else features.get(cells[CLASS])
    if feature is None:
        return
    try:
        identity, lat, lon, people = int(cells[ID]), float(cells[LAT]), float(cells[LON]), int(cells[POPULATION] or 0)
    except ValueError:
        yield Problem("read", "places", "the number, the point or the population of this place is no number", name, number)
        return
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and cells[NAME].strip()):
        yield Problem("read", "places", f"this place has no name or no point on Earth ({lat}, {lon})", name, number)
        return
    above = f"{cells[COUNTRY]}.{cells[ADMIN1]}"
    names = [cells[NAME], cells[ASCII], *spoken_names(cells[ALTERNATE].split(","))]
    yield Row(identity, cells[NAME], lat, lon, alpha3.get(cells[COUNTRY]), areas.get(above), areas.get(f"{above}.{cells[ADMIN2]}"),
              feature.kind, people, max(feature.radius_km or 0.0, town_radius(people)) if feature.kind == "city" else feature.radius_km or town_radius(people),
              [one for one in dict.fromkeys(names) if one])


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[tuple[TextIO, str, int]]:
    """The lines of the table in a file, plain or zipped, how to name it, and its size in characters at most."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open(encoding="utf-8", newline="\n") as lines:
                yield lines, str(path), path.stat().st_size
            return
        with zipfile.ZipFile(path) as archive:
            tables = [item for item in archive.infolist() if item.filename.endswith(".txt") and item.filename != README]
            if len(tables) != 1:
                raise SourceError(f"{path} holds {len(tables)} tables where an archive of GeoNames holds one")
            with archive.open(tables[0]) as stream, io.TextIOWrapper(stream, encoding="utf-8", newline="\n") as lines:
                yield lines, f"{path}/{tables[0].filename}", tables[0].file_size
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (zipfile.BadZipFile, EOFError) as error:
        raise SourceError(f"{path} is a broken archive: {error}") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path} is not UTF-8 text, as GeoNames' files are") from None
