"""Layer 7, a speaker whose verb is lost: "A rocket struck the north of the city on Saturday the Valley Observatory for Human Rights."

In: a Reading and its attributions. Out: further attributions. Decision: a monitor or a medium by its known name that ends a sentence, with its article
and with nothing that governs it, says what stands before it, where nobody else speaks in that sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span
from warledger.claims.voices.attribution import Attribution
from warledger.lexicons.speech_lexicon import Saying

SECTORS = frozenset(("NGO", "MED"))
KINDS = frozenset(("body", "media"))
DESCRIBING = frozenset(("ADJ", "NOUN", "PROPN", "PUNCT"))
# What ends the part of the sentence before such a speaker, and words between his article and his name.
BEFORE = frozenset(("NOUN", "PROPN", "NUM"))
LONGEST = 7


def verbless(reading: Reading, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of sentences that end with a speaker without a verb."""
    for sentence in reading.doc.sents:
        if sentence.start_char < reading.layout.body_start or reading.layout.is_boilerplate(sentence.start_char):
            continue
        words = [token.i for token in sentence if not token.is_punct and not token.is_space]
        mention = reading.actor_at(words[-1]) if words else None
        article = _article(reading, mention, sentence) if mention is not None else None
        if mention is None or article is None or any(sentence.start <= item.cue < sentence.end for item in attributions):
            continue
        told = frozenset(range(sentence.start, article))
        if any(i in reading.event_words or i in reading.verbs for i in told):
            yield Attribution((mention,), mention.head, told, Saying("fact"))


def _article(reading: Reading, mention: ActorMention, sentence: Span) -> int | None:
    """The article of a speaker that nothing before it governs, None where it is governed or no speaker."""
    doc, text = reading.doc, reading.report.text
    if mention.kind not in KINDS or mention.anonymous or mention.actor is None or mention.sector not in SECTORS or not mention.text[:1].isupper():
        return None
    first = reading.tokens_of(mention.start, mention.end)[0]
    low = max(first - LONGEST, sentence.start + 1)
    article = next((i for i in range(first, low, -1) if doc[i - 1].lower_ == "the" or not (doc[i - 1].pos_ in DESCRIBING or doc[i - 1].dep_ == "amod")), first) - 1
    if article <= sentence.start or doc[article].lower_ != "the":
        return None
    before = doc[article - 2] if doc[article - 1].text == "," and text[doc[article - 1].idx] != "," else doc[article - 1]
    return article if before.pos_ in BEFORE else None
