"""Nouns by which a report comes back to an act, as typed data.

In: act_names.yaml of this folder. Out: by noun, which acts told before it may stand for. Decision: type and mode decide, so
that "the raids" goes back to "bombed" as well as to "air strikes".
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_entries
from warledger.model.codebook import is_valid


@dataclass(frozen=True)
class ActName:
    """What a noun may come back to: claims of a type, of these modes (empty: of any), fought by two sides or by one."""

    type: str
    modes: frozenset[str]
    sides: bool


@functools.cache
def load_act_names() -> Mapping[str, ActName]:
    """The nouns by lemma; KnowledgeError with file and line where an entry is wrong."""
    found: dict[str, ActName] = {}
    for entry in read_entries(Path(__file__).parent / "act_names.yaml"):
        entry.expect("nouns", "type", "modes", "sides")
        type_, modes = entry.text("type"), entry.texts("modes")
        for mode in modes:
            if not is_valid(type_, mode):
                raise entry.fail(f"{mode!r} is no mode of {type_}", "modes")
        for noun in entry.texts("nouns"):
            if noun in found:
                raise entry.fail(f"the noun {noun!r} stands twice", "nouns")
            found[noun] = ActName(type_, frozenset(modes), entry.value.get("sides") is True)
    return found
