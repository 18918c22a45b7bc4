"""Reads place_words.yaml: what makes a name a place, and what only looks like one.

In: the YAML. Out: one frozen PlaceWords. Decision: words that decide are data, so that an expert who reads a wrong
place can mend it without touching code.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warledger.errors import KnowledgeError
from warledger.gazetteer.knowledge import FOLDER, LINE, read_yaml

SENSES = ("town", "province", "district", "site", "road", "area", "country", "water", "surround", "landmark", "county")
LISTS = ("definite", "compounds", "prepositions", "strong_prepositions", "linkers", "place_verbs", "generic", "organisation_words", "title_words")


@dataclass(frozen=True)
class PlaceWords:
    """The content of place_words.yaml; words are lower-case but for never, whose names are as written."""

    kinds: dict[str, str]
    definite: frozenset[str]
    compounds: frozenset[str]
    directions: dict[str, float | None]
    near: dict[str, float]
    prepositions: frozenset[str]
    strong_prepositions: frozenset[str]
    linkers: frozenset[str]
    place_verbs: frozenset[str]
    generic: frozenset[str]
    organisation_words: frozenset[str]
    title_words: frozenset[str]
    never: frozenset[str]


@functools.cache
def read_place_words(path: Path = FOLDER / "place_words.yaml") -> PlaceWords:
    """place_words.yaml; raises KnowledgeError, which names file and line."""
    content = read_yaml(path)
    where = f"{path}: line"
    if not isinstance(content, dict):
        raise KnowledgeError(f"{where} 1: a mapping was expected")
    for key in (*LISTS, "kinds", "directions", "near", "never"):
        if key not in content:
            raise KnowledgeError(f"{where} {content[LINE]}: {key} is missing")
    lists = {key: _words(content[key], f"{path}: {key}") for key in LISTS}
    return PlaceWords(kinds=_senses(content["kinds"], path), directions=_bearings(content["directions"], path),
                      near=_numbers(content["near"], path), never=frozenset(_names(content["never"], path)), **lists)


def _words(values: Any, where: str) -> frozenset[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise KnowledgeError(f"{where}: a list of words was expected (quote the likes of \"on\")")
    return frozenset(value.lower() for value in values)


def _senses(values: Any, path: Path) -> dict[str, str]:
    for word, sense in _entries(values, path, "kinds"):
        if sense not in SENSES:
            raise KnowledgeError(f"{path}: line {values[LINE]}: {word}: {sense!r} is none of {', '.join(SENSES)}")
    return {word: str(sense) for word, sense in _entries(values, path, "kinds")}


def _bearings(values: Any, path: Path) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for word, bearing in _entries(values, path, "directions"):
        if bearing != "none" and not isinstance(bearing, (int, float)):
            raise KnowledgeError(f"{path}: line {values[LINE]}: {word}: degrees or none were expected")
        found[word] = None if bearing == "none" else float(bearing)
    return found


def _numbers(values: Any, path: Path) -> dict[str, float]:
    for word, number in _entries(values, path, "near"):
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise KnowledgeError(f"{path}: line {values[LINE]}: {word}: kilometres were expected")
    return {word: float(number) for word, number in _entries(values, path, "near")}


def _names(groups: Any, path: Path) -> list[str]:
    names: list[str] = []
    if not isinstance(groups, list):
        raise KnowledgeError(f"{path}: never: a list of lists was expected")
    for group in groups:
        for name in group if isinstance(group, list) else [group]:
            if not isinstance(name, str):
                raise KnowledgeError(f"{path}: never: {name!r} is no text: put it in quotes")
            names.append(name)
    return names


def _entries(values: Any, path: Path, key: str) -> list[tuple[str, Any]]:
    if not isinstance(values, dict):
        raise KnowledgeError(f"{path}: {key}: a mapping was expected")
    return [(str(word), value) for word, value in values.items() if word != LINE]
