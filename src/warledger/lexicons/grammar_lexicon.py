"""Words of grammar that a linguist may edit, as typed data.

In: grammar.yaml of this folder. Out: one list of lemmas per name. Decision: what such a word does to a clause is code; which words
do it is data.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from warledger.lexicons.yaml_source import read_mapping

HERE = Path(__file__).parent
# The tables that say of a word what it is; the others are lists.
MAPPINGS = ("lemmas", "headline_verbs", "past_nouns")


@dataclass(frozen=True)
class Grammar:
    """The lists of grammar.yaml, whose comments say what each is for."""

    particles: frozenset[str]
    object_control: frozenset[str]
    faulting: frozenset[str]
    preventing: frozenset[str]
    outcomes: frozenset[str]
    believing: frozenset[str]
    trying: frozenset[str]
    never_verbs: frozenset[str]
    of_no_event: frozenset[str]
    always_suffered: frozenset[str]
    assailing: frozenset[str]
    often_suffered: frozenset[str]
    idioms: frozenset[str]
    idioms_apart: frozenset[str]
    watching: frozenset[str]
    lessening: frozenset[str]
    pauses: frozenset[str]
    overseeing: frozenset[str]
    charged: frozenset[str]
    fields_of_work: frozenset[str]
    unarmed: frozenset[str]
    growing: frozenset[str]
    carried: frozenset[str]
    partitives: frozenset[str]
    instigating: frozenset[str]
    cause_prepositions: frozenset[str]
    later_prepositions: frozenset[str]
    means_prepositions: frozenset[str]
    apart: frozenset[str]
    shared_prepositions: frozenset[str]
    long_before: frozenset[str]
    going_on: frozenset[str]
    measuring: frozenset[str]
    counting: frozenset[str]
    third_persons: frozenset[str]
    recurring: frozenset[str]
    scenes: frozenset[str]
    witnessing: frozenset[str]
    spates: frozenset[str]
    bans: frozenset[str]
    judging: frozenset[str]
    wars: frozenset[str]
    becoming: frozenset[str]
    beginning: frozenset[str]
    stopping: frozenset[str]
    wielding: frozenset[str]
    keeping: frozenset[str]
    keepers: frozenset[str]
    breaches: frozenset[str]
    forcing: frozenset[str]
    captives_fates: frozenset[str]
    taking_ground: frozenset[str]
    toponyms: frozenset[str]
    catchers: frozenset[str]
    passing: frozenset[str]
    lemmas: Mapping[str, str]
    headline_verbs: Mapping[str, str]
    past_nouns: Mapping[str, str]


@functools.cache
def load_grammar() -> Grammar:
    """The words of grammar; KnowledgeError with file and line where a list is unknown, missing or holds no words."""
    path = HERE / "grammar.yaml"
    entry = read_mapping(path)
    names = [one.name for one in fields(Grammar)]
    entry.expect(*names)
    lists = {}
    for name in names:
        if not entry.value.get(name):
            raise entry.fail(f"{name!r} is missing or empty", name)
        if name not in MAPPINGS:
            lists[name] = frozenset(entry.texts(name))
    tables = {name: read_mapping(path, name) for name in MAPPINGS}
    lemmas, verbs, pasts = ({word: tables[name].text(word) for word in tables[name].value} for name in MAPPINGS)
    return Grammar(**lists, lemmas=lemmas, headline_verbs=verbs, past_nouns=pasts)
