"""Topics by word, as typed data.

In: topics.yaml of this folder. Out: the topics of a word, and what a topic does. Decision: one list per topic that an
expert can read; no weights to tune.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import read_entries

EFFECTS = ("none", "nothing", "historical")
WAR = "war"


@dataclass(frozen=True)
class TopicLexicon:
    """Topics of each word, and the effect of each topic."""

    topics: Mapping[str, tuple[str, ...]]
    effects: Mapping[str, str]


@functools.cache
def load_topics() -> TopicLexicon:
    """The topics; KnowledgeError with file and line where an entry is wrong."""
    words: dict[str, tuple[str, ...]] = {}
    effects: dict[str, str] = {}
    for entry in read_entries(Path(__file__).parent / "topics.yaml"):
        name, effect = entry.value.get("topic"), entry.value.get("effect")
        if not name or effect not in EFFECTS:
            raise entry.fail(f"a topic has a name and an effect out of {', '.join(EFFECTS)}")
        effects[name] = effect
        for word in dict.fromkeys(entry.value["words"]):
            words[word] = (*words.get(word, ()), name)
    return TopicLexicon(words, effects)
