"""Layer 7, tweets within a report: whoever signs one says what stands before his name.

In: a Reading. Out: Attributions. Decision: a tweet is what stands before its signature, back to the signature before it or to the paragraph's
start, as far as a tweet is long; it begins with a sentence, and tells something.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tweets import Signature, signatures
from warledger.claims.voices.attribution import Attribution
from warledger.lexicons.speech_lexicon import Saying

# Characters of a tweet with its link, at most, and of one where no paragraph tells its start.
LONGEST = 300
LONGEST_IN_LINE = 180


def tweeted(reading: Reading) -> Iterator[Attribution]:
    """The attributions of the tweets of a report."""
    text, last = reading.report.text, reading.layout.body_start
    for signature in signatures(text):
        start, end = signature.name
        paragraph = text.rfind("\n\n", 0, max(0, start - 2)) + 1
        low = max(last, paragraph if start - paragraph < LONGEST else start - LONGEST_IN_LINE)
        last = signature.end
        sentences = [sentence for sentence in reading.doc.sents if low - LONGEST < sentence.start_char < start]
        opens = next((sentence.start_char for sentence in sentences if sentence.start_char >= low), None)
        if opens is None and sentences and sentences[-1].start_char >= start - LONGEST:
            opens = max(sentences[-1].start_char, low)
        content = frozenset(i for i in reading.tokens_of(opens, start) if not reading.doc[i].is_punct) if opens is not None else frozenset()
        tells = any(i in reading.verbs or i in reading.event_words for i in content)
        if tells and not reading.layout.is_boilerplate(start):
            yield Attribution((_signer(reading, signature),), reading.tokens_of(start, end)[-1], content, Saying("fact"))


def _signer(reading: Reading, signature: Signature) -> ActorMention:
    """Whoever signs, by his name; a person where no list knows it."""
    start, end = signature.name
    known = next((mention for mention in reading.actors if start <= mention.start and mention.end <= end and mention.actor is not None), None)
    if known is not None:
        return known
    name = reading.report.text[start:end]
    return ActorMention(start, end, reading.tokens_of(start, end)[-1], name, kind="person", name=name)
