"""How firmly a thing is held where nobody is named who says it, as typed data.

In: hedges.yaml of this folder. Out: sets of lemmas, and how each verb's passive holds what it passes on.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_mapping
from warledger.model.codebook import ATTRIBUTIONS

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Hedges:
    """Words of suspicion, passives by verb, words of checking, and what is checked."""

    suspected: frozenset[str]
    passives: Mapping[str, str]
    verifying: frozenset[str]
    checked: frozenset[str]


@functools.cache
def load_hedges() -> Hedges:
    """The hedges; KnowledgeError with file and line where the file is wrong."""
    path = HERE / "hedges.yaml"
    entry = read_mapping(path)
    entry.expect("suspected", "passives", "verifying", "checked")
    held = read_mapping(path, "passives")
    held.expect(*ATTRIBUTIONS)
    passives = {verb: attribution for attribution in held.value for verb in held.texts(attribution)}
    return Hedges(frozenset(entry.texts("suspected")), passives, frozenset(entry.texts("verifying")), frozenset(entry.texts("checked")))
