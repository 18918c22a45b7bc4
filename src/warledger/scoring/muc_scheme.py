"""How claims become templates of MUC-4, as data.

In: muc.yaml. Out: a MucScheme. Decision: what counts as terrorism, and what their words are for ours, is the scheme's
judgement and no scorer's; it is kept where it can be read in one piece.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warledger.claims.coder import Coded
from warledger.lexicons.yaml_source import read_entries
from warledger.model import Claim
from warledger.model.codebook import ATTRIBUTIONS, SECTORS, STANCES, TALLY_KINDS, is_valid


@dataclass(frozen=True)
class IncidentType:
    """One of their types with what decides for it."""

    name: str
    ours: frozenset[str]
    words: frozenset[str]
    weapons: frozenset[str]


@dataclass(frozen=True)
class MucScheme:
    """muc.yaml as it is used; its comments say what each part means."""

    types: tuple[IncidentType, ...]
    left_out_modes: frozenset[str]
    only_against: frozenset[str]
    organisation_words: frozenset[str]
    deeds: frozenset[str]
    stages: Mapping[str, str]
    failed: str
    confidence: Mapping[str, str]
    authorities: frozenset[str]
    effects: Mapping[str, str]

    def type_of(self, type_: str, mode: str | None, trigger: str, weapons: tuple[str, ...]) -> str | None:
        """Their incident type, None where the claim is none of their incidents. trigger is its lemmas."""
        for one in self.types:
            by_word = any(f" {word} " in f" {trigger} " for word in one.words)
            by_weapon = type_ == "ASSAULT" and bool(one.weapons & set(weapons))
            if by_word or by_weapon or {type_, f"{type_}/{mode}"} & one.ours:
                return one.name
        return None


def trigger_lemmas(coded: Coded, claim: Claim) -> str:
    """The lemmas of a claim's trigger, in one line."""
    triggers = [passage for passage in claim.passages if passage.field == "trigger"]
    return " ".join(coded.reading.doc[i].lemma_.lower() for passage in triggers for i in coded.reading.tokens_of(passage.start, passage.end))


@functools.cache
def load_muc() -> MucScheme:
    """The scheme. Raises KnowledgeError, with file and line, where the file is wrong."""
    raw: dict[str, Any] = {}
    for entry in read_entries(Path(__file__).parent / "muc.yaml"):
        raw |= entry.value
        wrong = _unknown(entry.value)
        if wrong is not None:
            raise entry.fail(f"{wrong!r} is not in the codebook")
    types = tuple(IncidentType(one["type"], frozenset(one.get("ours", ())), frozenset(one.get("words", ())), frozenset(one.get("weapons", ())))
                  for one in raw["types"])
    return MucScheme(types, frozenset(raw["left_out"]["modes"]), frozenset(raw["left_out"]["only_against"]),
                     frozenset(raw["organisation_words"]), frozenset(raw["deeds"]), raw["stages"], raw["failed"],
                     raw["confidence"], frozenset(raw["authorities"]), raw["effects"])


def _unknown(value: dict[str, Any]) -> str | None:
    """The first name of ours in a part of the file that the codebook does not have."""
    ours = [name for one in value.get("types", ()) for name in one.get("ours", ())]
    ours += [f"ASSAULT/{mode}" for mode in value.get("left_out", {}).get("modes", ())]
    for name in ours:
        type_, _, mode = name.partition("/")
        if not is_valid(type_, mode or None):
            return str(name)
    known = (("stages", STANCES), ("confidence", ATTRIBUTIONS), ("authorities", tuple(SECTORS)), ("effects", TALLY_KINDS))
    return next((str(name) for part, names in known for name in value.get(part, ()) if name not in names), None)
