"""Nouns of telling and verbs that reject what is told, as typed data.

In: denials.yaml of this folder. Out: sets of lemmas. Decision: nouns of telling stand here once, for denial and for stance.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_mapping

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Denials:
    """Nouns of telling, and verbs that reject what is told."""

    tellings: frozenset[str]
    rejecting: frozenset[str]


@functools.cache
def load_denials() -> Denials:
    """The words of denial; KnowledgeError with file and line where the file is wrong."""
    entry = read_mapping(HERE / "denials.yaml")
    entry.expect("tellings", "rejecting")
    return Denials(*(frozenset(entry.texts(key)) for key in ("tellings", "rejecting")))
