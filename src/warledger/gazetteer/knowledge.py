"""Reads the YAML of this folder: places and regions of our own, words that say what a place is, transliteration.

In: files that a conflict expert edits. Out: frozen records. Decision: every mistake is a KnowledgeError that names file
and line, found when the file is read and not when a report happens to touch the entry.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from warledger.errors import KnowledgeError

FOLDER = Path(__file__).parent
LINE = "__line__"
REGION_KINDS = ("region", "sea", "river", "road", "border", "continent", "mountain", "lake", "province", "country",
                "island")
PLACE_KINDS = ("town", "village", "neighbourhood", "camp", "airbase", "airport", "crossing", "road", "base", "dam",
               "hill", "site", "field", "prison", "port", "street", "admin1", "admin2", "district", "valley")


@dataclass(frozen=True)
class OwnPlace:
    """An entry of regions.yaml or places.yaml. geonames: it adds names to the GeoNames entry of that id."""

    name: str
    kind: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    country: str | None
    admin1: str | None
    aliases: tuple[str, ...]
    geonames: int | None


@dataclass(frozen=True)
class Feature:
    """What a feature code of GeoNames is to us; radius_km is None where the population tells it."""

    kind: str
    radius_km: float | None


@dataclass(frozen=True)
class Transliteration:
    """What folding.py needs, from transliteration.yaml."""

    articles: dict[str, str]
    letters: tuple[tuple[str, str], ...]
    article_countries: frozenset[str]
    family_countries: frozenset[str]


class _LinedLoader(yaml.SafeLoader):
    """A loader that keeps the line of each mapping under LINE."""


def _construct_lined(loader: _LinedLoader, node: yaml.MappingNode) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in mapping:
            raise KnowledgeError(f"line {key_node.start_mark.line + 1}: {key!r} is given twice")
        mapping[key] = loader.construct_object(value_node, deep=True)
    mapping[LINE] = node.start_mark.line + 1
    return mapping


_LinedLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct_lined)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, each mapping with its line under LINE; raises KnowledgeError."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LinedLoader)
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror}") from None
    except KnowledgeError as error:
        raise KnowledgeError(f"{path}: {error}") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{path}: line {line}: {error.problem}") from None


def own_places(path: Path, kinds: tuple[str, ...]) -> Iterator[OwnPlace]:
    """The entries of regions.yaml or places.yaml, in order; raises KnowledgeError at the first wrong one."""
    content = read_yaml(path)
    groups = content if isinstance(content, dict) else {"places": content}
    for name, entries in groups.items():
        if name == LINE:
            continue
        if not isinstance(entries, list):
            raise KnowledgeError(f"{path}: line {groups.get(LINE, 1)}: {name}: a list of entries was expected")
        for entry in entries:
            if not isinstance(entry, dict):
                raise KnowledgeError(f"{path}: group {name}: {entry!r} is no entry")
            yield _own_place(entry, f"{path}: line {entry[LINE]}", kinds)


def _own_place(entry: Mapping[str, Any], where: str, kinds: tuple[str, ...]) -> OwnPlace:
    unknown = set(entry) - {"name", "kind", "lat", "lon", "radius_km", "country", "admin1", "aliases", "geonames", LINE}
    if unknown:
        raise KnowledgeError(f"{where}: unknown field {sorted(unknown)[0]!r}")
    name, kind, aliases = entry.get("name"), entry.get("kind"), entry.get("aliases") or []
    if not isinstance(name, str) or not name.strip():
        raise KnowledgeError(f"{where}: a name is missing")
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise KnowledgeError(f"{where}: {name}: aliases must be a list of texts (quote the likes of \"No\")")
    if entry.get("geonames") is None:
        if kind not in kinds:
            raise KnowledgeError(f"{where}: {name}: kind {kind!r} is none of {', '.join(kinds)}")
        _check_point(entry, f"{where}: {name}")
    number = {key: None if entry.get(key) is None else float(entry[key]) for key in ("lat", "lon", "radius_km")}
    return OwnPlace(name, str(kind or ""), number["lat"], number["lon"], number["radius_km"], entry.get("country"),
                    entry.get("admin1"), tuple(aliases), entry.get("geonames"))


def _check_point(entry: Mapping[str, Any], where: str) -> None:
    for key, low, high in (("lat", -90, 90), ("lon", -180, 180), ("radius_km", 0.05, 9000)):
        value = entry.get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            raise KnowledgeError(f"{where}: {key} must be a number from {low} to {high}, not {value!r}")
    country = entry.get("country")
    if country is not None and not (isinstance(country, str) and len(country) == 3 and country.isupper()):
        raise KnowledgeError(f"{where}: country must be three capital letters, not {country!r}")


@functools.cache
def read_features(path: Path = FOLDER / "features.yaml") -> dict[str, Feature | None]:
    """features.yaml: by feature class ("P") or class and code ("P.PPLX"), None where the code is left out; raises KnowledgeError."""
    found: dict[str, Feature | None] = {}
    content = read_yaml(path)
    for code, entry in content.items():
        if code == LINE:
            continue
        if entry is not None and not (isinstance(entry, dict) and set(entry) <= {"kind", "radius_km", LINE}):
            raise KnowledgeError(f"{path}: {code}: a kind and a radius_km, or null, were expected")
        if entry is not None and entry.get("kind") not in (*PLACE_KINDS, "city"):
            raise KnowledgeError(f"{path}: line {entry[LINE]}: {code}: kind {entry.get('kind')!r} is none of {', '.join(PLACE_KINDS)}")
        found[str(code)] = None if entry is None else Feature(str(entry["kind"]), entry.get("radius_km"))
    return found


@functools.cache
def read_transliteration(path: Path = FOLDER / "transliteration.yaml") -> Transliteration:
    """transliteration.yaml; raises KnowledgeError."""
    content = read_yaml(path)
    try:
        articles = {str(key): str(value) for key, value in content["articles"].items() if key != LINE}
        letters = tuple((str(spelling), str(sound)) for spelling, sound in content["letters"])
        return Transliteration(articles, letters, frozenset(content["article_countries"]),
                               frozenset(content["family_countries"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"{path}: line {content.get(LINE, 1) if isinstance(content, dict) else 1}: "
                             f"{type(error).__name__}: {error}") from None


def read_demonyms(path: Path = FOLDER / "demonyms.yaml") -> dict[str, str | None]:
    """demonyms.yaml: the country of each word (lower-case), None where the word is to be taken out; raises KnowledgeError."""
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise KnowledgeError(f"{path}: line 1: a mapping of words to countries was expected")
    found: dict[str, str | None] = {}
    for word, country in content.items():
        if word == LINE:
            continue
        if country != "none" and not (isinstance(country, str) and len(country) == 3 and country.isupper()):
            raise KnowledgeError(f"{path}: {word}: three capital letters or none were expected, not {country!r}")
        found[str(word).casefold()] = None if country == "none" else country
    return found
