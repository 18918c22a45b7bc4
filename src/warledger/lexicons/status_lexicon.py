"""What became of an agreement, as typed data.

In: statuses.yaml of this folder. Out: statuses in the order in which they are looked for. Decision: whether the agreement is what
a verb does or what is done to it is told apart: "the truce broke down", "they broke the truce".
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model.codebook import ACT_STATUSES

HERE = Path(__file__).parent
WORDS = ("subject", "object", "negated", "beside", "nouns")


@dataclass(frozen=True)
class Status:
    """One status with the verbs, and the words beside the agreement, that tell it."""

    name: str
    subject: frozenset[str]
    object: frozenset[str]
    negated: frozenset[str]
    beside: frozenset[str]
    nouns: frozenset[str]


@functools.cache
def load_statuses() -> tuple[Status, ...]:
    """The statuses; KnowledgeError with file and line where an entry is wrong."""
    return tuple(_status(entry) for entry in read_entries(HERE / "statuses.yaml"))


def _status(entry: Entry) -> Status:
    entry.expect("status", *WORDS)
    if entry.text("status") not in ACT_STATUSES:
        raise entry.fail(f"status is one of {', '.join(ACT_STATUSES)}", "status")
    return Status(entry.text("status"), *(frozenset(entry.texts(key)) for key in WORDS))
