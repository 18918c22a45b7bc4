"""Words by which a report goes back to what it has told, as typed data.

In: retelling.yaml of this folder. Out: one Retelling. Decision: the lists are closed, so that a misspelt name is an error
with its line and not a list that nobody reads.
"""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model.codebook import is_valid

LISTS = ("answers", "onward", "known", "other", "apart", "healing")


@dataclass(frozen=True)
class Retelling:
    """The lists of retelling.yaml; kindred holds pairs of modes, both ways round."""

    answers: tuple[str, ...]
    onward: tuple[str, ...]
    known: tuple[str, ...]
    other: tuple[str, ...]
    apart: tuple[str, ...]
    healing: tuple[str, ...]
    kindred: frozenset[tuple[str, str]]


@functools.cache
def load_retelling() -> Retelling:
    """The words of retelling.yaml.

    Raises KnowledgeError with file and line where an entry is wrong.
    """
    path = Path(__file__).parent / "retelling.yaml"
    lists: dict[str, tuple[str, ...]] = {}
    kindred: set[tuple[str, str]] = set()
    entries = read_entries(path)
    for entry in entries:
        if "kindred" in entry.value:
            kindred.update(_pairs(entry))
        elif entry.value.get("retelling") in LISTS and entry.value.get("words"):
            lists[entry.value["retelling"]] = tuple(str(word) for word in entry.value["words"])
        else:
            raise entry.fail(f"an entry has words for one of {', '.join(LISTS)}, or kindred modes")
    missing = [name for name in LISTS if name not in lists]
    if missing:
        raise entries[-1].fail(f"the list {missing[0]} is missing")
    return Retelling(**lists, kindred=frozenset(kindred))


def _pairs(entry: Entry) -> list[tuple[str, str]]:
    modes = [str(mode) for mode in entry.value["kindred"]]
    wrong = [mode for mode in modes if not is_valid("ASSAULT", mode)]
    if wrong:
        raise entry.fail(f"ASSAULT has no mode {wrong[0]!r}")
    return list(itertools.permutations(modes, 2))
