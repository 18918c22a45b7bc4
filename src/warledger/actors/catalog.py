"""Loads the actor list: states, forces, groups, bodies, media and holders of public offices.

In: the YAML files of this folder, and one of the user's with the same keys. Out: an ActorList with look-up by id and by
name. Decision: everything is validated on load, with file and line, so that an expert may edit the list without fear.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from warledger.actors.folding import Word, name_key
from warledger.actors.name_trie import Match, Name, NameTrie, is_acronym, is_read_as_word
from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model import Actor, Term
from warledger.model.codebook import SECTORS

_FOLDER = Path(__file__).parent
FILES = ("states.yaml", "forces.yaml", "groups.yaml", "bodies.yaml", "media.yaml", "offices.yaml", "leaders.yaml")
KINDS = ("state", "office", "force", "group", "body", "media")
MEDIA_KINDS = ("agency", "state", "party", "independent")
_KEYS = ("id", "name", "aliases", "country", "sector", "sides", "backers", "media_kind", "parent", "since", "until", "office",
         "capital", "capital_acts", "adjectives", "people", "metonyms", "prefers")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")


class ActorList:
    """The actors, by id and by name."""

    def __init__(self, actors: Sequence[Actor], names: NameTrie, capitals: Iterable[str] = ()) -> None:
        self.capitals = frozenset(capitals)  # and what else stands for a government
        self._actors = tuple(actors)
        self._by_id = {actor.id: actor for actor in actors}
        self._names = names

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors)

    def __len__(self) -> int:
        return len(self._actors)

    def by_id(self, actor_id: str) -> Actor | None:
        """The actor of the id, None where the list has none."""
        return self._by_id.get(actor_id)

    def state(self, country: str) -> Actor | None:
        """The state of an ISO 3166-1 alpha-3 code."""
        return self._by_id.get(f"state.{country.lower()}")

    def match(self, text_words: Sequence[Word], first: int) -> Match | None:
        """The longest listed name that starts at the word (see folding.words), None where there is none."""
        return self._names.match(text_words, first)


def load_actors(extra: Path | None = None) -> ActorList:
    """The actor list, read once; extra is a file of the user's own actors with the same keys.

    Raises KnowledgeError, naming file and line, where an entry is wrong.
    """
    return _load(None if extra is None else Path(extra))


@functools.cache
def _load(extra: Path | None) -> ActorList:
    entries = [entry for file in FILES for entry in read_entries(_FOLDER / file)]
    if extra is not None:
        entries += read_entries(extra)
    countries = {entry.value["country"] for entry in entries if _kind(entry) == "state" and "country" in entry.value}
    actors: dict[str, Actor] = {}
    for entry in entries:
        actor = _actor(entry, countries)
        if actor.id in actors:
            raise entry.fail(f"the id {actor.id!r} stands twice", "id")
        actors[actor.id] = actor
    for entry in entries:
        _check_references(entry, actors, countries)
    capitals = [alias for entry in entries for form, alias, _ in _forms(entry) if form == "capital"]
    return ActorList(tuple(actors.values()), _names(entries, actors), capitals)


def _kind(entry: Entry) -> str:
    return entry.text("id").partition(".")[0]


def _actor(entry: Entry, countries: set[str]) -> Actor:
    """The record of one entry, its own fields checked."""
    entry.expect(*_KEYS)
    kind = _kind(entry)
    if kind not in KINDS:
        raise entry.fail(f"the id must begin with one of {', '.join(KINDS)}, not {kind!r}", "id")
    country, sector = entry.value.get("country"), entry.value.get("sector", "GOV" if kind == "state" else None)
    if country is not None and country not in countries:
        raise entry.fail(f"unknown country {country!r}: no state of states.yaml has it", "country")
    if sector is not None and sector not in SECTORS:
        raise entry.fail(f"unknown sector {sector!r}; known are {', '.join(SECTORS)}", "sector")
    media_kind = entry.value.get("media_kind")
    if (kind == "media" or media_kind is not None) and media_kind not in MEDIA_KINDS:
        raise entry.fail(f"media_kind must be one of {', '.join(MEDIA_KINDS)}, not {media_kind!r}", "media_kind")
    since, until = _date(entry, entry.value, "since"), _date(entry, entry.value, "until")
    sides = _terms(entry, "sides")
    if "office" in entry.value:
        sides += (Term(entry.text("office"), since, until),)
    return Actor(
        entry.text("id"), entry.text("name"), kind, country, sector, entry.texts("aliases"), sides,
        _terms(entry, "backers"), media_kind, entry.value.get("parent"), since, until,
    )


def _terms(entry: Entry, key: str) -> tuple[Term, ...]:
    found = []
    for item in entry.value.get(key) or []:
        term = {"value": item} if isinstance(item, str) else item
        if not isinstance(term, dict) or not isinstance(term.get("value"), str) or set(term) - {"value", "since", "until"}:
            raise entry.fail(f"{key} must hold terms (value, since, until), not {item!r}", key)
        found.append(Term(term["value"], _date(entry, term, "since"), _date(entry, term, "until")))
    return tuple(found)


def _date(entry: Entry, holder: dict[str, object], key: str) -> str | None:
    value = holder.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not _DATE.match(value):
        raise entry.fail(f"{key} must be a quoted ISO date (year, month or day), not {value!r}", key)
    return value


def _check_references(entry: Entry, actors: dict[str, Actor], countries: set[str]) -> None:
    actor = actors[entry.text("id")]
    for term in actor.backers:
        if term.value not in actors and term.value not in countries:
            raise entry.fail(f"unknown backer {term.value!r}: neither an id of the list nor a country", "backers")
    if actor.parent is not None and actor.parent not in actors:
        raise entry.fail(f"unknown parent {actor.parent!r}", "parent")


def _names(entries: list[Entry], actors: dict[str, Actor]) -> NameTrie:
    """The trie of all names. Two actors may share a name only where exactly one of them prefers it."""
    trie = NameTrie()
    owners: dict[tuple[str, ...], dict[str, tuple[Entry, bool]]] = {}
    for entry in entries:
        actor = actors[entry.text("id")]
        prefers = {name_key(alias) for alias in entry.texts("prefers")}
        for form, alias, exact in _forms(entry):
            key = name_key(alias)
            holders = owners.setdefault(key, {})
            if actor.id in holders and (form != "name" or not (alias.split()[-1][0].islower() or is_read_as_word(alias))):
                continue
            trie.add(alias, Name(actor, form, exact, key in prefers, alias.split()[-1][0].islower()))
            holders[actor.id] = (entry, key in prefers)
    for key, holders in owners.items():
        if len(holders) > 1 and sum(preferred for _, preferred in holders.values()) != 1:
            entry = list(holders.values())[-1][0]
            others = ", ".join(list(holders)[:-1])
            raise entry.fail(f"the name {' '.join(key)!r} is also of {others}: say in one of them that it prefers it")
    trie.settle()
    return trie


def _forms(entry: Entry) -> list[tuple[str, str, bool]]:
    """The names of an entry as (form, name, exact), the ones that need no capitals throughout first."""
    names = [entry.text("name"), *entry.texts("aliases")]
    found = [("name", name, is_acronym(name)) for name in names]
    found += [("adjective", name, is_acronym(name)) for name in entry.texts("adjectives")]
    found += [("people", name, False) for name in entry.texts("people")]
    found += [("capital", name, False) for name in entry.texts("metonyms")]
    if "capital" in entry.value and entry.value.get("capital_acts", True):
        found.append(("capital", entry.text("capital"), False))
    return sorted(found, key=lambda item: item[2])
