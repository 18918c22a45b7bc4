"""Personal names, as typed data.

In: personal_names.yaml of this folder. Out: given names, and names that are nothing else, in small letters. Decision: a
short list of the commonest; it only helps to case a text in capitals, where a wrong small letter costs little.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_entries

KINDS = ("given", "always")


@dataclass(frozen=True)
class PersonalNames:
    """given: a noun behind one is a surname; always: a name wherever it stands."""

    given: frozenset[str]
    always: frozenset[str]


@functools.cache
def load_personal_names() -> PersonalNames:
    """The names; KnowledgeError with file and line where an entry is wrong."""
    found: dict[str, frozenset[str]] = dict.fromkeys(KINDS, frozenset())
    for entry in read_entries(Path(__file__).parent / "personal_names.yaml"):
        for kind in entry.value:
            if kind not in KINDS:
                raise entry.fail(f"{kind!r} is none of {', '.join(KINDS)}", kind)
            found[kind] = frozenset(name.lower() for name in entry.texts(kind))
    return PersonalNames(found["given"], found["always"])
