"""By what an act is told as the answer to another, as typed data.

In: answers.yaml of this folder. Out: nouns, verbs and prepositions.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_mapping

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Answers:
    """Nouns and verbs of answering, and the prepositions that lead to what is answered."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    prepositions: frozenset[str]


@functools.cache
def load_answers() -> Answers:
    """The words of answering; KnowledgeError with file and line where the file is wrong."""
    entry = read_mapping(HERE / "answers.yaml")
    entry.expect("nouns", "verbs", "prepositions")
    return Answers(*(frozenset(entry.texts(key)) for key in ("nouns", "verbs", "prepositions")))
