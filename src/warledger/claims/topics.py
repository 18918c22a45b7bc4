"""What a report is about where it is not about a war: sport, film, markets, weather, courts.

In: the parse of a report. Out: the classes of its topic. Decision: a report whose words are of such a class far more than
of war has that topic, and the words that war shares with it ("attack", "shot", "hit", "storm") are read by it.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from warledger.lexicons.frame_lexicon import WordClasses

TOPICS = ("sport", "film", "finance", "weather", "election", "law", "fire", "disease")
# A topic needs this many different words of its class, and more of them than of war.
LEAST_WORDS = 5
WAR_CLASSES = frozenset(("armed", "munition", "weapon", "aircraft", "attack"))


def topics_of(doc: Doc, classes: WordClasses) -> frozenset[str]:
    """The topics that bar war's senses, empty for a report on a war."""
    counts: Counter[str] = Counter()
    war = 0
    for lemma in {token.lemma_.lower() for token in doc if token.is_alpha}:
        names = classes.of(lemma)
        counts.update(names)
        war += bool(names & WAR_CLASSES)
    return frozenset(topic for topic in TOPICS if counts[topic] >= LEAST_WORDS and counts[topic] > war)
