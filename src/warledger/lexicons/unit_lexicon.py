"""What numbers count: the unit of a noun, and the class of victims of a noun of people.

In: units.yaml. Out: one Units of look-up tables. Decision: a plural noun with the ending of a noun of agent ("-ists",
"-ers") counts people unless the data says that it does not, since no list of occupations is complete.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_entries, read_mapping

UNIT_FILE = Path(__file__).with_name("units.yaml")

# Plurals whose singular is not what the rules of English spelling give.
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "persons": "person", "lives": "life", "families": "family",
    "bodies": "body", "wives": "wife", "feet": "foot", "buses": "bus", "gunmen": "gunman", "policemen": "policeman", "allies": "ally",
    "casualties": "casualty", "fatalities": "fatality", "injuries": "injury", "babies": "baby", "others": "others", "troops": "troop",
}  # fmt: skip


@dataclass(frozen=True)
class Units:
    """classes maps a noun of people to its class of victims; units every other known noun to its unit."""

    classes: dict[str, str]
    units: dict[str, str]
    endings: tuple[str, ...]
    not_people: frozenset[str]
    states: frozenset[str]
    harm: frozenset[str]
    people_verbs: frozenset[str]

    def unit_of(self, word: str) -> str | None:
        """people, distance, time, money, share, calibre, weapon or thing; None for a noun that is not known."""
        form = singular(word)
        if form in self.classes or word.lower() in self.classes:
            return "people"
        found = self.units.get(word.lower()) or self.units.get(form)
        if found is not None:
            return found
        if word.lower().endswith(self.endings) and form not in self.not_people and len(word) > 5:
            return "people"
        return None

    def class_of(self, word: str) -> str:
        """The class of victims of a noun of people, "unknown" where it has none."""
        return self.classes.get(singular(word)) or self.classes.get(word.lower()) or "unknown"


def singular(word: str) -> str:
    """The singular of an English noun, lower-case, by the rules of spelling."""
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith("men") and len(low) > 4:
        return low[:-3] + "man"
    if low.endswith("children"):
        return low[:-3]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") and len(low) > 3 else low


@functools.cache
def load_units(path: Path = UNIT_FILE) -> Units:
    """The units of the file.

    Raises KnowledgeError, naming file and line, where the file is wrong.
    """
    classes: dict[str, str] = {}
    for entry in read_entries(path, "people"):
        entry.expect("class", "words")
        for word in entry.texts("words"):
            classes.setdefault(word, entry.text("class"))
    units: dict[str, str] = {}
    for entry in read_entries(path, "units"):
        entry.expect("unit", "words")
        for word in entry.texts("words"):
            units.setdefault(word, entry.text("unit"))
    whole = read_mapping(path)
    return Units(
        classes=classes,
        units=units,
        endings=whole.texts("people_endings"),
        not_people=frozenset(whole.texts("not_people")),
        states=frozenset(whole.texts("states")),
        harm=frozenset(whole.texts("harm")),
        people_verbs=frozenset(whole.texts("people_verbs")),
    )
