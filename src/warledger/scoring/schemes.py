"""Other people's schemes of events: which of their types covers which of ours.

In: a YAML file of this folder. Out: a Scheme, which names their type for a type and mode of ours. Decision: how two
schemes meet is a judgement, so it is data that an expert may read and dispute, and no branch in a scorer.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model import Claim
from warledger.model.codebook import STANCES, TALLY_KINDS, is_valid

ROLES = ("initiator", "target", "place")


@dataclass(frozen=True)
class Kind:
    """One type of theirs: ours are types or TYPE/mode, tally what a figure counts; roles lead from theirs to ours.

    stances are those that it asks of a claim, empty for any; negated whether the act is told not to have come about.
    """

    name: str
    ours: tuple[str, ...] = ()
    tally: tuple[str, ...] = ()
    roles: dict[str, str] = field(default_factory=dict)
    stances: tuple[str, ...] = ()
    negated: bool = False

    def covers(self, type_: str, mode: str | None, tallies: frozenset[str]) -> bool:
        """Whether a claim of that type is one of this kind, whatever its stance."""
        return bool({type_, f"{type_}/{mode}"} & set(self.ours) or tallies & set(self.tally))


@dataclass(frozen=True)
class Scheme:
    """The types of one scheme, in the order in which they are tried."""

    kinds: tuple[Kind, ...]

    def covering(self, type_: str, mode: str | None, tallies: frozenset[str] = frozenset()) -> Kind | None:
        """Their type for ours where it is asserted, None where they have none."""
        return next((kind for kind in self.kinds if not kind.stances and not kind.negated and kind.covers(type_, mode, tallies)), None)

    def of_claim(self, claim: Claim) -> Kind | None:
        """Their type for a claim with its stance, None where they have none."""
        fell_through = claim.negated and claim.stance != "denied"  # who denies that he met somebody refuses him nothing
        for kind in self.kinds:
            fits = (not kind.stances or claim.stance in kind.stances) and (fell_through or not kind.negated)
            if fits and kind.covers(claim.type, claim.mode, frozenset()):
                return kind
        return None

    def named(self, name: str) -> Kind | None:
        """Their type by its name."""
        return next((kind for kind in self.kinds if kind.name == name), None)


@functools.cache
def load_scheme(name: str) -> Scheme:
    """The scheme of NAME.yaml. Raises KnowledgeError, with file and line, where an entry is wrong."""
    return Scheme(tuple(read_kind(entry) for entry in read_entries(Path(__file__).parent / f"{name}.yaml")))


def read_kind(entry: Entry) -> Kind:
    """One entry of a scheme. Raises KnowledgeError, with file and line, where it is wrong."""
    entry.expect("type", "ours", "tally", "roles", "stances", "negated")
    ours, tally = entry.texts("ours"), entry.texts("tally")
    for one in ours:
        type_, _, mode = one.partition("/")
        if not is_valid(type_, mode or None):
            raise entry.fail(f"{one!r} is not in the codebook", "ours")
    for one in tally:
        if one not in TALLY_KINDS:
            raise entry.fail(f"{one!r} is nothing that a figure counts", "tally")
    stances = entry.texts("stances")
    if set(stances) - set(STANCES):
        raise entry.fail(f"'stances' are of {', '.join(STANCES)}", "stances")
    roles = entry.value.get("roles") or {}
    if not isinstance(roles, dict) or any(role not in ROLES for role in roles.values()):
        raise entry.fail(f"'roles' leads to {', '.join(ROLES)}", "roles")
    return Kind(entry.text("type"), ours, tally, dict(roles), stances, bool(entry.value.get("negated")))
