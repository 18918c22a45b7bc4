"""Reads a user's own list of places: a CSV with a name, a point, and what else is known.

In: a path, and which of its columns hold what. Out: rows for the index, and a Problem for each line that is no place.
Decision: only name, lat and lon are asked for; country and subdivision that a list does not tell are those of the nearest
settlement, which extend.py looks up.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from warledger.errors import SourceError, UsageError
from warledger.gazetteer.knowledge import PLACE_KINDS
from warledger.gazetteer.sources import Row, town_radius
from warledger.model.problem import Problem

NEEDED = ("name", "lat", "lon")
KNOWN = (*NEEDED, "aliases", "country", "admin1", "admin2", "kind", "population", "radius_km")
# What stands between several names in one cell.
BETWEEN = re.compile(r"\s*[|;]\s*")
USUAL_KIND = "village"


def read_place_list(path: Path, alpha3: Mapping[str, str], columns: Mapping[str, str] | None = None) -> Iterator[Row | Problem]:
    """The places of a CSV in UTF-8, in its order.

    columns leads from a field of KNOWN to the column that holds it, where that has another name. alpha3 leads from alpha-2
    codes of countries, which a list may use, to ours. Raises SourceError where the file cannot be read, UsageError where it
    lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            table = csv.DictReader(stream)
            places = _columns(path, table.fieldnames or (), columns or {})
            for cells in table:
                told = {field: (cells.get(column) or "").strip() for field, column in places.items()}
                if any(told.values()):
                    yield _read(told, alpha3, str(path), table.line_num)
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path} is not UTF-8 text; save it as UTF-8") from None
    except csv.Error as error:
        raise SourceError(f"{path} is no CSV: {error}") from None


def _columns(path: Path, header: object, given: Mapping[str, str]) -> dict[str, str]:
    """The column of each field that the list has."""
    heads = [str(head).strip() for head in header] if isinstance(header, (list, tuple)) else []
    strangers = [field for field in given if field not in KNOWN]
    if strangers:
        raise UsageError(f"a place has no field {strangers[0]!r}; it has: {', '.join(KNOWN)}")
    lower = {head.lower(): head for head in heads}
    found = {field: lower[field] for field in KNOWN if field in lower}
    for field, column in given.items():
        if column not in heads:
            raise UsageError(f"{path} has no column {column!r}; it has: {', '.join(heads) or 'none'}")
        found[field] = column
    lacking = [field for field in NEEDED if field not in found]
    if lacking:
        raise UsageError(f"{path} has no column for {', '.join(lacking)}; it has: {', '.join(heads) or 'none'} (--map {lacking[0]}=COLUMN says which it is)")
    return found


def _read(told: Mapping[str, str], alpha3: Mapping[str, str], name: str, number: int) -> Row | Problem:
    def wrong(sentence: str) -> Problem:
        return Problem("read", "places", sentence, name, number)

    if not told["name"]:
        return wrong("this place has no name")
    numbers: dict[str, float] = {}
    for field, low, high in (("lat", -90, 90), ("lon", -180, 180), ("population", 0, 1e8), ("radius_km", 0.05, 9000)):
        if field in NEEDED or told.get(field):
            value = _number(told[field])
            if value is None or not low <= value <= high:
                return wrong(f"{told['name']}: {field} must be a number from {low:g} to {high:g}, not {told[field]!r}")
            numbers[field] = value
    kind = told.get("kind", "").lower() or USUAL_KIND
    if kind not in (*PLACE_KINDS, "city"):
        return wrong(f"{told['name']}: kind {kind!r} is none of {', '.join((*PLACE_KINDS, 'city'))}")
    country = _country(told.get("country", ""), alpha3)
    if country == "":
        return wrong(f"{told['name']}: country must be a code of two or three letters, not {told['country']!r}")
    people = int(numbers.get("population", 0))
    return Row(None, told["name"], numbers["lat"], numbers["lon"], country, told.get("admin1") or None, told.get("admin2") or None,
               kind, people, numbers.get("radius_km", town_radius(people)),
               [told["name"], *(one for one in BETWEEN.split(told.get("aliases", "")) if one)])


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if value == value else None


def _country(text: str, alpha3: Mapping[str, str]) -> str | None:
    """The alpha-3 code of a country; None where none is told, the empty text where what is told is none."""
    if not text:
        return None
    code = alpha3.get(text.upper(), text.upper())
    return code if code in alpha3.values() else ""
