"""The weights of evidence: weights.yaml, read and checked.

In: the file. Out: one frozen Weights. Decision: the list of evidence is closed (EVIDENCE), so a figure that nothing
reads, or one that is missing, is an error with its line and not a silent zero.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from warledger.errors import KnowledgeError
from warledger.model.codebook import is_valid

FILE = Path(__file__).with_name("weights.yaml")

LIMITS = ("prior", "join", "floor", "inferred_share", "close_ratio", "close_difference", "telling_figure",
          "report_days", "apart_km", "rival_days", "rare_share", "vocabulary_share", "telling_names", "campaign_days")
EVIDENCE = (
    "type.same", "type.seldom", "type.kin", "mode.same", "mode.kin", "mode.untold", "mode.different",
    "place.same", "place.near", "place.name", "place.homonym", "place.names_differ", "place.site", "place.against_words", "place.same_district", "place.same_province",
    "place.same_country", "place.inside_district", "place.inside_province", "place.inside_country", "place.zoom",
    "place.apart", "place.untold", "place.of_story", "place.needless",
    "time.same_day", "time.same_span", "time.within_days", "time.within_week", "time.within_month",
    "time.one_day_off", "time.days_off", "time.far", "time.against_words", "time.far_against_words", "time.of_story", "time.rival_day", "time.one_night", "time.denied_later", "time.guessed", "time.untold", "time.far_from_report",
    "initiators.same", "initiators.kin", "initiators.different", "targets.same", "targets.kin", "targets.different",
    "targets.foreign", "targets.person",
    "sides.same", "sides.one", "sides.different", "sides.crossed",
    "tally.exact", "tally.exact_small", "tally.overlap", "tally.near", "tally.close", "tally.rival", "tally.other_victims",
    "weapons.same", "weapons.different", "words.same", "names.shared", "reports.same_days", "reports.near", "reports.far", "names.lead", "vocabulary.most", "vocabulary.much", "vocabulary.some", "vocabulary.little", "denial.answers",
    "story.twice", "story.bare", "story.wide", "story.apart",
)


@dataclass(frozen=True)
class Weights:
    """limits and weights by name; says holds the wording of each evidence; pairs are held both ways round.

    inferred holds the share of a weight that a value inferred by a rule gets where it agrees; guesses are rules that know
    no day; another holds words that begin the telling of another act, sites those that end the name of a street or a
    building, night and early those of a time before and after midnight.
    """

    limits: Mapping[str, float]
    weights: Mapping[str, float]
    says: Mapping[str, str]
    inferred: Mapping[str, float]
    guesses: frozenset[str]
    another: frozenset[str]
    sites: frozenset[str]
    night: frozenset[str]
    early: frozenset[str]
    seldom_types: frozenset[str]
    kindred_types: frozenset[tuple[str, str]]
    kindred_modes: frozenset[tuple[str, str, str]]
    investigators: tuple[str, ...]

    def share(self, one: str | None, other: str | None) -> float:
        """How far two values are to be trusted that these rules inferred (None: told in so many words): as the lesser is."""
        default = self.limits["inferred_share"]
        ours = 1.0 if one is None else self.inferred.get(one, default)
        theirs = 1.0 if other is None else self.inferred.get(other, default)
        return ours if ours < theirs else theirs


@functools.cache
def load_weights(path: Path = FILE) -> Weights:
    """The weights of a file.

    Raises KnowledgeError, naming file and line, where a figure is missing, unknown or no number.
    """
    reader = _Reader(path)
    limits, evidence = reader.section("limits", LIMITS), reader.section("evidence", EVIDENCE)
    return Weights(
        limits={name: reader.number(entry, "value", line) for name, (entry, line) in limits.items()},
        weights={name: reader.number(entry, "weight", line) for name, (entry, line) in evidence.items()},
        says={name: reader.words(entry, line) for name, (entry, line) in evidence.items()},
        inferred=dict(reader.shares()),
        guesses=frozenset(reader.words_of("guesses")),
        another=frozenset(reader.words_of("another")),
        night=frozenset(reader.words_of("night")),
        early=frozenset(reader.words_of("early")),
        sites=frozenset(reader.words_of("sites")),
        seldom_types=frozenset(reader.types("seldom_types")),
        kindred_types=frozenset(reader.kindred_types()),
        kindred_modes=frozenset(reader.kindred_modes()),
        investigators=tuple(str(name).casefold() for name in reader.content.get("investigators") or ()),
    )


class _Reader:
    """One file with its lines: what it holds, and how to complain about it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            text = path.read_text(encoding="utf-8")
            self.content = yaml.safe_load(text)
            self.root = yaml.compose(text)
        except (OSError, yaml.YAMLError) as error:
            raise KnowledgeError(f"{path}: cannot be read: {error}") from None
        if not isinstance(self.content, dict):
            raise KnowledgeError(f"{path}:1: a mapping with limits and evidence was expected")

    def fail(self, line: int, message: str) -> KnowledgeError:
        return KnowledgeError(f"{self.path}:{line}: {message}")

    def node(self, name: str) -> yaml.Node:
        """The node of a top-level key."""
        pairs = self.root.value if isinstance(self.root, yaml.MappingNode) else []
        for key, value in pairs:
            if key.value == name:
                found: yaml.Node = value
                return found
        raise self.fail(1, f"the section {name} is missing")

    def section(self, name: str, wanted: tuple[str, ...]) -> dict[str, tuple[Mapping[str, Any], int]]:
        """The entries of a section with their lines, each of the wanted ones and no other."""
        node = self.node(name)
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node.start_mark.line + 1, f"{name} must be a mapping")
        found = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value not in wanted:
                raise self.fail(line, f"{name} has no entry called {key.value!r}")
            if not isinstance(value, yaml.MappingNode):
                raise self.fail(line, f"{name}.{key.value} must be a mapping")
            found[key.value] = (self.content[name][key.value], line)
        missing = [entry for entry in wanted if entry not in found]
        if missing:
            raise self.fail(node.start_mark.line + 1, f"{name} lacks {', '.join(missing)}")
        return found

    def number(self, entry: Mapping[str, Any], key: str, line: int) -> float:
        value = entry.get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.fail(line, f"{key} must be a number, not {value!r}")
        if not entry.get("from"):
            raise self.fail(line, "from is missing: where does the figure come from?")
        return float(value)

    def words(self, entry: Mapping[str, Any], line: int) -> str:
        if not isinstance(entry.get("says"), str):
            raise self.fail(line, "says is missing: the words for people")
        return str(entry["says"])

    def shares(self) -> Iterator[tuple[str, float]]:
        """Rules of inference with the share that each gets."""
        line = self.node("inferred").start_mark.line + 1
        for rule, entry in (self.content["inferred"] or {}).items():
            if not isinstance(entry, dict):
                raise self.fail(line, f"inferred.{rule} must be a mapping")
            share = self.number(entry, "share", line)
            if not 0 <= share <= 1:
                raise self.fail(line, f"inferred.{rule}: share must be from 0 to 1, not {share}")
            yield str(rule), share

    def words_of(self, name: str) -> Iterator[str]:
        """The words of a list."""
        line = self.node(name).start_mark.line + 1
        for word in self.content[name] or ():
            if not isinstance(word, str):
                raise self.fail(line, f"{name}: words were expected, not {word!r}")
            yield word

    def types(self, name: str) -> Iterator[str]:
        """The types of the codebook that a list names."""
        line = self.node(name).start_mark.line + 1
        for type_ in self.content[name] or ():
            if not is_valid(type_, None):
                raise self.fail(line, f"the codebook has no type {type_!r}")
            yield type_

    def kindred_types(self) -> Iterator[tuple[str, str]]:
        """Pairs of TYPE/mode, both ways round."""
        line = self.node("kindred_types").start_mark.line + 1
        for pair in self.content["kindred_types"] or ():
            if not isinstance(pair, list) or len(pair) != 2 or not all(_is_code(code) for code in pair):
                raise self.fail(line, f"two TYPE/mode of the codebook were expected, not {pair!r}")
            yield from itertools.permutations(pair, 2)

    def kindred_modes(self) -> Iterator[tuple[str, str, str]]:
        """Type and two of its modes, both ways round."""
        line = self.node("kindred_modes").start_mark.line + 1
        for type_, groups in (self.content["kindred_modes"] or {}).items():
            for group in groups:
                wrong = [mode for mode in group if not is_valid(type_, mode)]
                if wrong:
                    raise self.fail(line, f"{type_} has no mode {', '.join(map(str, wrong))}")
                for first, second in itertools.permutations(group, 2):
                    yield (type_, first, second)


def _is_code(code: object) -> bool:
    type_, _slash, mode = str(code).partition("/")
    return is_valid(type_, mode or None)
