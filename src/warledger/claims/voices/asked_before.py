"""Layer 7, a question that lost its quotation marks: "Do they mean to stop the advance on the port? the envoy asked."

In: a Reading and its attributions with their references resolved. Out: further attributions. Decision: a sentence that holds nothing but a speaker and his verb
tells whose the question or cry right before it is, and all those before that which end so, where they are nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span
from warledger.claims.voices.attribution import Attribution

CRIES = frozenset(("?", "!"))
# Verbs by which somebody asks or cries.
ASKING = frozenset(("ask", "question", "wonder", "say", "add", "cry", "exclaim"))
# The speaker and his verb are no more words.
LONGEST = 8


def asked_before(reading: Reading, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of questions to whoever alone stands in the sentence behind them."""
    if not CRIES & reading.words:
        return
    for item in attributions:
        verb = reading.doc[item.cue]
        sentence = verb.sent
        words = [token.i for token in sentence if not token.is_punct and not token.is_space]
        alone = len(words) <= LONGEST and all(i == item.cue or (i not in reading.verbs and i not in reading.event_words) for i in words)
        if verb.lemma_ not in ASKING or not alone or item.speakers[-1].head not in words:
            continue
        questions = list(takewhile(lambda span: _is_free(reading, span, attributions), _cries_before(reading, sentence)))
        if questions:
            yield replace(item, content=frozenset(token.i for span in questions for token in span if not token.is_punct))


def _cries_before(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The questions and cries right before a sentence, the nearest first."""
    while sentence.start > 0 and reading.doc[sentence.start - 1].text in CRIES:
        sentence = reading.doc[sentence.start - 1].sent
        yield sentence


def _is_free(reading: Reading, span: Span, attributions: Sequence[Attribution]) -> bool:
    """Whether a sentence is the body's own so far."""
    return span.start_char >= reading.layout.body_start and not any(span.start <= item.cue < span.end or span.root.i in item.content for item in attributions)
