"""Words of saying and words that set a stance, as typed data.

In: speech.yaml and stance.yaml of this folder. Out: look-ups by lemma. Decision: how a speaker holds a thing sits on the
word of saying, not on the event.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model.codebook import ATTRIBUTIONS, STANCES

HERE = Path(__file__).parent
TAKES = ("content", "event", "nothing")


@dataclass(frozen=True)
class Saying:
    """What a verb of saying does: how the speaker holds it, the stance that it sets, and what it takes."""

    attribution: str
    stance: str | None = None


@dataclass(frozen=True)
class Governing:
    """What a governing word does to the stance of what it governs."""

    stance: str
    negated: bool = False


class SpeechLexicon:
    """Verbs of saying by lemma: with a content clause or quotation, and with an event noun as object."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.content: dict[str, Saying] = {}
        self.event: dict[str, Saying] = {}
        for entry in entries:
            value = entry.value
            if value.get("attribution") not in ATTRIBUTIONS or value.get("takes") not in TAKES:
                raise entry.fail(f"attribution is one of {', '.join(ATTRIBUTIONS)}; takes one of {', '.join(TAKES)}")
            saying = Saying(value["attribution"], value.get("stance"))
            table = {"content": self.content, "event": self.event}.get(value["takes"])
            if table is not None:
                for verb in value["verbs"]:
                    table.setdefault(verb, saying)


class StanceLexicon:
    """Governing words by lemma."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._words: dict[str, Governing] = {}
        for entry in entries:
            if entry.value.get("stance") not in STANCES:
                raise entry.fail(f"stance is one of {', '.join(STANCES)}")
            for word in entry.value["words"]:
                self._words[word] = Governing(entry.value["stance"], bool(entry.value.get("negated")))

    def of(self, *words: str | None) -> Governing | None:
        """What the first known of some words does, None where none is known."""
        return next((self._words[word] for word in words if word in self._words), None)


@functools.cache
def load_speech() -> SpeechLexicon:
    """The words of saying; KnowledgeError with file and line where an entry is wrong."""
    return SpeechLexicon(read_entries(HERE / "speech.yaml"))


@functools.cache
def load_stance() -> StanceLexicon:
    """The words that set a stance; KnowledgeError with file and line where an entry is wrong."""
    return StanceLexicon(read_entries(HERE / "stance.yaml"))
