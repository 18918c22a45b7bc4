"""Common nouns for people, forces and bodies, and the words before them that tell their side.

In: role_nouns.yaml of this folder. Out: look-ups by word. Decision: a noun says by itself what it can (kind, sector,
class of victim); where it yields, the words before it decide ("regime fighters" are the state's, "rebel fighters" not).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warledger.lexicons.yaml_source import Entry, read_entries, read_mapping
from warledger.model.codebook import SECTORS, VICTIM_CLASSES

PATH = Path(__file__).parent / "role_nouns.yaml"
KINDS = ("armed", "people", "force", "state", "group", "body", "media", "office", "person", "unknown")
_NOUN_KEYS = ("words", "kind", "sector", "victims", "yields", "anonymous", "mass", "institution", "head_only", "head_only_words",
              "speaks_only", "name_tail", "name_only", "needs_side", "adjectival")


@dataclass(frozen=True)
class RoleNoun:
    """One noun, as role_nouns.yaml describes its fields. plural: it was found in its plural."""

    word: str
    kind: str
    sector: str | None = None
    victims: str = "unknown"
    yields: bool = False
    anonymous: bool = False
    mass: bool = False
    institution: bool = False
    head_only: bool = False
    speaks_only: bool = False
    name_tail: bool = False
    name_only: bool = False
    needs_side: bool = False
    adjectival: bool = False
    plural: bool = False


@dataclass(frozen=True)
class Side:
    """What a word before a noun tells of its people."""

    sector: str | None
    victims: str


@dataclass(frozen=True)
class People:
    """A people that is no state, by its adjective or the plural of its members."""

    adjective: str
    country: str | None
    plural: bool


class RoleLexicon:
    """The lexicon of roles. All look-ups are by lower-case words as they stand in the text."""

    def __init__(self, path: Path) -> None:
        odd = read_mapping(path, "plurals")
        plurals = {str(key): str(value) for key, value in odd.value.items()}
        listed: set[str] = set()
        self._nouns: dict[tuple[str, ...], RoleNoun] = {}
        for entry in read_entries(path, "nouns"):
            for noun in _nouns(entry):
                if noun.word in listed:
                    raise entry.fail(f"the noun {noun.word!r} stands twice", "words")
                listed.add(noun.word)
                self._add(noun, plurals)
        self._first = {key[0] for key in self._nouns}
        self._longest = max(len(key) for key in self._nouns)
        self.sides = {word: side for entry in read_entries(path, "sides") for word, side in _sides(entry)}
        self.peoples = {word: people for entry in read_entries(path, "peoples") for word, people in _peoples(entry)}
        lists = read_mapping(path)
        self.dropped = frozenset(lists.texts("dropped"))
        self.seated = frozenset(lists.texts("seated"))
        self.backing = frozenset(lists.texts("backing")) | self.seated
        self.leading = frozenset(lists.texts("leading"))
        self.helping = frozenset(lists.texts("helping"))
        self.titles = frozenset(lists.texts("titles"))
        self.military_titles = frozenset(lists.texts("military_titles"))
        self.person_verbs = frozenset(lists.texts("person_verbs"))
        self.verb_like = frozenset(lists.texts("verb_like"))
        self.place_nouns = frozenset(lists.texts("place_nouns"))
        self.locative = frozenset(lists.texts("locative"))
        self.aimed = frozenset(lists.texts("aimed"))

    def _add(self, noun: RoleNoun, plurals: dict[str, str]) -> None:
        """Keeps the noun and its plural; the first entry of a word stands."""
        many = RoleNoun(**{**noun.__dict__, "plural": True})
        plural = plurals.get(noun.word) or _plural(noun.word, plurals)
        for word, form in ((noun.word, many if plural == noun.word else noun), (plural, many)):
            self._nouns.setdefault(tuple(word.replace("-", " ").split()), form)

    def match(self, lowered: list[str], first: int) -> tuple[int, RoleNoun] | None:
        """The longest noun that starts at a word: the index of its last word, and the noun. None where there is none."""
        if lowered[first] not in self._first:
            return None
        for length in range(min(self._longest, len(lowered) - first), 0, -1):
            noun = self._nouns.get(tuple(lowered[first : first + length]))
            if noun is not None:
                return first + length - 1, noun
        return None

    def noun(self, word: str) -> RoleNoun | None:
        """The noun of one word, None where it is none."""
        return self._nouns.get((word,))


def _nouns(entry: Entry) -> list[RoleNoun]:
    entry.expect(*_NOUN_KEYS)
    value = dict(entry.value)
    if value.get("kind") not in KINDS:
        raise entry.fail(f"kind must be one of {', '.join(KINDS)}, not {value.get('kind')!r}", "kind")
    if value.get("sector") is not None and value["sector"] not in SECTORS:
        raise entry.fail(f"unknown sector {value['sector']!r}", "sector")
    if value.get("victims", "unknown") not in VICTIM_CLASSES:
        raise entry.fail(f"victims must be one of {', '.join(VICTIM_CLASSES)}, not {value['victims']!r}", "victims")
    head_only = frozenset(entry.texts("head_only_words"))
    fields: dict[str, Any] = {key: value[key] for key in value if key not in ("words", "head_only_words")}
    found = []
    for word in entry.texts("words"):
        own = {**fields, "head_only": True} if word in head_only else fields
        found.append(RoleNoun(word, **own))
    return found


def _plural(word: str, plurals: dict[str, str]) -> str:
    """The plural by rule, of the last word."""
    *before, last = word.split()
    if last in plurals:
        many = plurals[last]
    elif last.endswith("man") and last not in ("human", "shaman"):
        many = last[:-3] + "men"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        many = last + "es"
    else:
        many = last + "s"
    return " ".join([*before, many])


def _sides(entry: Entry) -> list[tuple[str, Side]]:
    entry.expect("words", "sector", "victims")
    sector, victims = entry.value.get("sector"), entry.text("victims")
    if sector is not None and sector not in SECTORS:
        raise entry.fail(f"unknown sector {sector!r}", "sector")
    if victims not in VICTIM_CLASSES:
        raise entry.fail(f"victims must be one of {', '.join(VICTIM_CLASSES)}, not {victims!r}", "victims")
    return [(word, Side(sector, victims)) for word in entry.texts("words")]


def _peoples(entry: Entry) -> list[tuple[str, People]]:
    entry.expect("adjective", "people", "country")
    adjective, country = entry.text("adjective"), entry.value.get("country")
    return [(adjective.lower(), People(adjective, country, False)), (entry.text("people").lower(), People(adjective, country, True))]


@functools.cache
def load_roles() -> RoleLexicon:
    """The lexicon of roles; KnowledgeError with file and line where an entry is wrong."""
    return RoleLexicon(PATH)
