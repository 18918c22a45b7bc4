"""Layer 7: who says what: each attribution with its speakers, its cue and the tokens of its content.

In: a Reading. Out: Attributions. Decision: each grammar of saying is read on its own (saying_verbs.py, saying_sources.py,
headline_voice.py, quotations.py); here they come together, and saying_references.py settles who "he" and "the source" are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from warledger.claims.reading import Reading
from warledger.claims.voices.asked_before import asked_before
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.counts_beside import counts_beside
from warledger.claims.voices.dangling import dangling
from warledger.claims.voices.footage import shown
from warledger.claims.voices.headline_voice import behind_headline
from warledger.claims.voices.lost_verbs import verbless
from warledger.claims.voices.quotations import quoted
from warledger.claims.voices.saying_references import resolved
from warledger.claims.voices.saying_sources import according_to, by_noun
from warledger.claims.voices.saying_verbs import by_verb
from warledger.claims.voices.speakers import SHORTEST_SPEECH
from warledger.claims.voices.tweets import tweeted
from warledger.claims.voices.unmarked_speech import unmarked
from warledger.lexicons.speech_lexicon import SpeechLexicon

# Nouns of a sum of those harmed.
SUMS = frozenset(("toll", "tally"))


def find_attributions(reading: Reading, speech: SpeechLexicon) -> list[Attribution]:
    """All attributions by grammar, in text order of their cues."""
    verbs = sorted(by_verb(reading, speech), key=lambda item: item.cue)
    found = [*verbs, *quoted(reading, verbs), *according_to(reading), *by_noun(reading, speech), *_unsaid((*shown(reading), *counts_beside(reading)), verbs), *behind_headline(reading)]
    within = (_within_quotation(reading, item) for item in sorted(found, key=lambda item: (item.cue, len(item.content))))
    spoken = resolved(reading, list(within))
    told = [item for item in spoken if item.content and not _is_sum(reading, item)]
    told += asked_before(reading, spoken)
    told += [*dangling(reading, told), *tweeted(reading), *verbless(reading, told)]  # to none of them does a pronoun go back
    return [*told, *unmarked(reading, told)]


def _is_sum(reading: Reading, item: Attribution) -> bool:
    """"An earlier toll said nine had died", given out by nobody named: the report tells it."""
    return all(reading.doc[mention.head].lemma_.lower() in SUMS for mention in item.speakers)


def _within_quotation(reading: Reading, item: Attribution) -> Attribution:
    """What is said within a quotation does not run out of it, whatever the parse makes of a lost comma; a verb alone in quotes says what follows."""
    place = reading.doc[item.cue].idx
    span = next(((start, end) for start, end in reading.layout.quotations if start < place < end and end - start > SHORTEST_SPEECH), None)
    if span is None or reading.doc[reading.tokens_of(*span)[-1]].text != '"':
        return item  # nothing closes the quotation: he who speaks in it may speak in the next one too
    return replace(item, content=item.content & frozenset(reading.tokens_of(*span)))


def _unsaid(found: Iterable[Attribution], verbs: list[Attribution]) -> list[Attribution]:
    """Those of some attributions whose verb is not read as one of saying."""
    cues = {item.cue for item in verbs if item.content}
    return [item for item in found if item.cue not in cues]
