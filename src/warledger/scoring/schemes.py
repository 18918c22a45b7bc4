"""Other people's schemes of events: which of their types covers which of ours.

In: a YAML file of this folder. Out: a Scheme, which names their type for a type and mode of ours. Decision: how two
schemes meet is a judgement, so it is data that an expert may read and dispute, and no branch in a scorer.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model.codebook import TALLY_KINDS, is_valid

ROLES = ("initiator", "target", "place")


@dataclass(frozen=True)
class Kind:
    """One type of theirs: ours are types or TYPE/mode, tally what a figure counts; roles lead from theirs to ours."""

    name: str
    ours: tuple[str, ...] = ()
    tally: tuple[str, ...] = ()
    roles: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Scheme:
    """The types of one scheme, in the order in which they are tried."""

    kinds: tuple[Kind, ...]

    def covering(self, type_: str, mode: str | None, tallies: frozenset[str] = frozenset()) -> Kind | None:
        """Their type for ours, None where they have none."""
        names = {type_, f"{type_}/{mode}"}
        return next((kind for kind in self.kinds if names & set(kind.ours) or tallies & set(kind.tally)), None)

    def named(self, name: str) -> Kind | None:
        """Their type by its name."""
        return next((kind for kind in self.kinds if kind.name == name), None)


@functools.cache
def load_scheme(name: str) -> Scheme:
    """The scheme of NAME.yaml. Raises KnowledgeError, with file and line, where an entry is wrong."""
    return Scheme(tuple(read_kind(entry) for entry in read_entries(Path(__file__).parent / f"{name}.yaml")))


def read_kind(entry: Entry) -> Kind:
    """One entry of a scheme. Raises KnowledgeError, with file and line, where it is wrong."""
    entry.expect("type", "ours", "tally", "roles")
    ours, tally = entry.texts("ours"), entry.texts("tally")
    for one in ours:
        type_, _, mode = one.partition("/")
        if not is_valid(type_, mode or None):
            raise entry.fail(f"{one!r} is not in the codebook", "ours")
    for one in tally:
        if one not in TALLY_KINDS:
            raise entry.fail(f"{one!r} is nothing that a figure counts", "tally")
    roles = entry.value.get("roles") or {}
    if not isinstance(roles, dict) or any(role not in ROLES for role in roles.values()):
        raise entry.fail(f"'roles' leads to {', '.join(ROLES)}", "roles")
    return Kind(entry.text("type"), ours, tally, dict(roles))
