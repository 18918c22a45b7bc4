"""Words of company, as typed data.

In: company.yaml of this folder. Out: its lists. Decision: three short lists that an expert can read.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_mapping


@dataclass(frozen=True)
class Company:
    """Prepositions and adverbs of company, participles of backing, nouns of help and of joint action; lemmas."""

    beside: frozenset[str]
    backed: frozenset[str]
    help: frozenset[str]
    jointly: frozenset[str]


@functools.cache
def load_company() -> Company:
    """The lists; KnowledgeError with file and line where one is wrong."""
    entry = read_mapping(Path(__file__).parent / "company.yaml")
    entry.expect("beside", "backed", "help", "jointly")
    return Company(*(frozenset(entry.texts(key)) for key in ("beside", "backed", "help", "jointly")))
