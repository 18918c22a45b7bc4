"""Weapons by word, with the mode that they give to an attack.

In: weapons.yaml of this folder. Out: a look-up by lemma. Decision: the words of a clause tell the means; the mode follows.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_entries
from warledger.model.codebook import is_valid


@dataclass(frozen=True)
class Weapon:
    """One kind of weapon and the mode of an ASSAULT by it."""

    name: str
    mode: str | None


@functools.cache
def load_weapons() -> Mapping[str, Weapon]:
    """Weapons by lemma; KnowledgeError with file and line where an entry is wrong."""
    found: dict[str, Weapon] = {}
    for entry in read_entries(Path(__file__).parent / "weapons.yaml"):
        if not is_valid("ASSAULT", entry.value.get("mode")):
            raise entry.fail(f"{entry.value.get('mode')!r} is no mode of ASSAULT")
        weapon = Weapon(entry.value["weapon"], entry.value.get("mode"))
        for word in entry.value["words"]:
            found.setdefault(word, weapon)
    return found
