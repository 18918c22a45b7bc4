"""What a report is about where it is not about a war: sport, film, markets, weather, courts, remembrance.

In: the parse of a report. Out: its topic. Decision: a report that has many words of a topic and fewer of war is about
that topic; its "attacks", "shots" and "storms" are no events of a war, and a remembrance tells history.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from warledger.claims.text.tokens import Doc
from warledger.lexicons.topic_lexicon import WAR, TopicLexicon

# A topic needs this many different words of its list, and this many in all; read off reports of the six kinds.
LEAST_DIFFERENT = 4
LEAST_IN_ALL = 5


@dataclass(frozen=True)
class Topic:
    """What a report is about, and what follows for what it tells: none, nothing or historical."""

    name: str = WAR
    effect: str = "none"


def topic_of(doc: Doc, lexicon: TopicLexicon) -> Topic:
    """The topic of a report; a war where nothing outweighs it."""
    different: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for token in doc:
        word = token.lower_ if token.lower_ in lexicon.topics else token.lemma_.lower()
        for name in lexicon.topics.get(word, ()):
            counts[name] += 1
            different.setdefault(name, set()).add(word)
    best = max((name for name in counts if name != WAR), key=lambda name: (counts[name], name), default=None)
    if best is None or counts[best] < LEAST_IN_ALL or len(different[best]) < LEAST_DIFFERENT:
        return Topic()
    return Topic(best, lexicon.effects[best]) if counts[best] > counts[WAR] else Topic()
