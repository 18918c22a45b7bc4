"""The frames, word classes and light verbs as typed data: which predicates mean which type of event.

In: other_senses.yaml, diplomacy.yaml and frames.yaml, word_classes.yaml, light_verbs.yaml of this folder. Out: look-ups by lemma. Decision: the files are read
once per process; a wrong entry is an error that names file and line, found by `warledger check` and the tests.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model.codebook import STANCES, is_valid

HERE = Path(__file__).parent
# In this order: acts of peace say by their conditions what they are, the frames of war take the rest of a verb's senses.
FILES = ("diplomacy.yaml", "frames.yaml")
# Before both: wordings that tell no act.
SENSES = "other_senses.yaml"
NO_ACT = ""
SENSE_KEYS = frozenset("sense verbs nouns phrases needs unless".split())
KEYS = frozenset("frame type mode verbs nouns phrases initiator target other place tally both_sides needs unless result "
                 "general weapons status stance about yields modals".split())
VERB_INITIATOR, VERB_TARGET = ("subject",), ("object",)
PHRASE_INITIATOR = ("subject", "mod", "by")  # "under rebel siege"
NOUN_INITIATOR, NOUN_TARGET = ("subject", "by", "claimed-by", "helped-by", "poss", "mod", "from"), ("object", "on", "against")


@dataclass(frozen=True)
class Frame:
    """One sense of some words. Roles map to places of the clause, None where the entry leaves the default."""

    name: str
    type: str
    mode: str | None
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    phrases: tuple[str, ...]
    initiator: tuple[str, ...] | None
    target: tuple[str, ...] | None
    other: tuple[str, ...]
    place: tuple[str, ...]
    tally: Mapping[str, str] = field(default_factory=dict)
    both_sides: bool = False
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    result: bool = False
    general: bool = False
    weapons: tuple[str, ...] = ()
    status: str | None = None
    stance: str | None = None
    about: tuple[str, ...] = ()
    yields: bool = False
    modals: tuple[str, ...] = ()

    @property
    def tells_nothing(self) -> bool:
        """Whether it is a sense in which its words tell no act."""
        return self.type == NO_ACT

    def slots(self, role: str, kind: str) -> tuple[str, ...]:
        """The places of a clause of that kind (verb, noun, phrase) that a role is taken from; what holds where it was holds no one."""
        slots = self._role_slots(role, kind)
        return slots if role == "place" else tuple(slot for slot in slots if slot not in self.place or slot in ("object", "subject"))

    def _role_slots(self, role: str, kind: str) -> tuple[str, ...]:
        if role == "initiator":
            doer: tuple[str, ...] = {"noun": NOUN_INITIATOR, "phrase": PHRASE_INITIATOR}.get(kind, VERB_INITIATOR)
            if self.initiator is None:  # "the liberation of the area from X": whoever it was taken from did not take it
                return tuple(slot for slot in doer if slot != "from" or slot not in (self.target or ()))
            return self._extended(self.initiator, kind, NOUN_INITIATOR)
        if role == "target":
            default: tuple[str, ...] = NOUN_TARGET if kind == "noun" else VERB_TARGET
            return default if self.target is None else self._extended(self.target, kind, NOUN_TARGET[:1])
        return {"other": self.other, "place": self.place}[role]

    @staticmethod
    def _extended(slots: tuple[str, ...], kind: str, more: tuple[str, ...]) -> tuple[str, ...]:
        if kind != "noun" or not slots or slots == ("self",):
            return slots
        return (*slots, *(slot for slot in more if slot not in slots))


@dataclass(frozen=True)
class LightRole:
    """Whence a light verb's somebody is taken and what they are to the event that it carries.

    carries: the verb says nothing of its own, so its tense, modality and other arguments are the event's; a verb of blame
    only names who did it. nouns: the event nouns with which it is light, empty for all; without: those with which it is not.
    """

    subject_from: str
    fills: str
    carries: bool = True
    nouns: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


class LightVerbs:
    """Look-up of light verbs by lemma and by the slot in which the event noun stands."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._roles: dict[tuple[str, str], list[LightRole]] = defaultdict(list)
        for entry in entries:
            value = entry.value
            if set(value) - {"carries", "nouns", "without"} != {"verbs", "noun", "subject", "fills"}:
                raise entry.fail("a light verb has verbs, noun, subject and fills, and may have carries, nouns and without")
            for verb in value["verbs"]:
                role = LightRole(value["subject"], value["fills"], value.get("carries", True) is True, frozenset(value.get("nouns", ())),
                                 frozenset(value.get("without", ())))
                self._roles[(verb, value["noun"])].append(role)

    def role(self, variants: Iterable[str], slot: str, noun: str) -> LightRole | None:
        """What the verb is to an event noun in that slot, None where it is no light verb there."""
        for variant in variants:
            for role in self._roles.get((variant, slot), ()):
                if (not role.nouns or noun in role.nouns) and noun not in role.without:
                    return role
        return None


class FrameLexicon:
    """All frames, by verb lemma, noun lemma, phrase and modal."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self.by_verb: dict[str, list[Frame]] = defaultdict(list)
        self.by_noun: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
        self.by_phrase: dict[str, list[tuple[tuple[str, ...], Frame]]] = defaultdict(list)
        self.by_modal = {modal: frame for frame in self.frames for modal in frame.modals}
        for frame in self.frames:
            for verb in frame.verbs:
                self.by_verb[verb].append(frame)
            for noun in frame.nouns:
                self.by_noun[tuple(noun.replace("-", " ").split())].append(frame)
            for phrase in frame.phrases:
                words = tuple(phrase.split())
                self.by_phrase[words[0]].append((words, frame))
        self.noun_heads = frozenset(words[-1] for words in self.by_noun)
        self.longest_noun = max((len(words) for words in self.by_noun), default=1)
        for options in self.by_phrase.values():
            options.sort(key=lambda option: (-len(option[0]), option[1].name))


class WordClasses:
    """Classes of common nouns by lemma."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        classes: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            if not {"class", "words"} <= set(entry.value):
                raise entry.fail("a word class has class, means and words")
            for word in entry.value["words"]:
                classes[str(word)].add(entry.value["class"])
        self._classes = {word: frozenset(names) for word, names in classes.items()}

    def of(self, lemma: str) -> frozenset[str]:
        """The classes of a lemma, empty where it is in none."""
        return self._classes.get(lemma, frozenset())

    def words(self) -> Iterable[str]:
        """Every word that has a class."""
        return self._classes.keys()


@functools.cache
def load_frames() -> FrameLexicon:
    """The frames of diplomacy.yaml and frames.yaml, behind the senses that tell no act.

    Raises KnowledgeError with file and line where an entry is wrong.
    """
    senses = [_sense(entry) for entry in read_entries(HERE / SENSES)]
    return FrameLexicon([*senses, *(_frame(entry) for file in FILES for entry in read_entries(HERE / file))])


@functools.cache
def load_word_classes() -> WordClasses:
    """The word classes of word_classes.yaml."""
    return WordClasses(read_entries(HERE / "word_classes.yaml"))


@functools.cache
def load_light_verbs() -> LightVerbs:
    """The light verbs of light_verbs.yaml."""
    return LightVerbs(read_entries(HERE / "light_verbs.yaml"))


def _frame(entry: Entry) -> Frame:
    value: dict[str, Any] = entry.value
    unknown = set(value) - KEYS
    if unknown:
        raise entry.fail(f"unknown key {sorted(unknown)[0]!r} in frame {value.get('frame')!r}")
    if not value.get("frame") or not is_valid(value.get("type", ""), value.get("mode")):
        raise entry.fail(f"frame {value.get('frame')!r} has no name, or a type or mode that the codebook has not")
    if value.get("stance") not in (None, *STANCES):
        raise entry.fail(f"frame {value['frame']!r} has the unknown stance {value['stance']!r}")
    return Frame(
        name=value["frame"], type=value["type"], mode=value.get("mode"),
        verbs=_words(value, "verbs"), nouns=_words(value, "nouns"), phrases=_words(value, "phrases"),
        initiator=_slots(value, "initiator"), target=_slots(value, "target"),
        other=_slots(value, "other") or (), place=_slots(value, "place") or (),
        tally=dict(value.get("tally") or {}), both_sides=bool(value.get("both_sides")),
        needs=_classes(value.get("needs")), unless=_classes(value.get("unless")),
        result=bool(value.get("result")), general=bool(value.get("general")), weapons=_words(value, "weapons"),
        status=value.get("status"), stance=value.get("stance"), about=_slots(value, "about") or (), yields=bool(value.get("yields")),
        modals=_words(value, "modals"),
    )


def _sense(entry: Entry) -> Frame:
    """A sense in which its words tell no act."""
    value: dict[str, Any] = entry.value
    unknown = set(value) - SENSE_KEYS
    if unknown or not value.get("sense") or not (value.get("needs") or value.get("unless")):
        raise entry.fail(f"a sense has sense, words, and needs or unless: {value.get('sense')!r}")
    return Frame(
        name=value["sense"], type=NO_ACT, mode=None, verbs=_words(value, "verbs"), nouns=_words(value, "nouns"), phrases=_words(value, "phrases"),
        initiator=None, target=None, other=(), place=(), needs=_classes(value.get("needs")), unless=_classes(value.get("unless")))


def _words(value: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(item) for item in value.get(key) or ())


def _slots(value: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    return None if key not in value else tuple(value[key] or ())


def _classes(value: Mapping[str, Any] | None) -> dict[str, frozenset[str]]:
    return {role: frozenset(names) for role, names in (value or {}).items()}
