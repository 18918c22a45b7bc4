"""Layer 7: who says what: each attribution with its speakers, its cue and the tokens of its content.

In: a Reading. Out: Attributions. Decision: each grammar of saying is read on its own (saying_verbs.py, saying_sources.py,
headline_voice.py, quotations.py); here they come together, and who "he" and "it" are that speak is settled by who spoke.
"""

from __future__ import annotations

from dataclasses import replace

from warledger.claims.attribution import Attribution
from warledger.claims.headline_voice import behind_headline
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.saying_sources import according_to
from warledger.claims.saying_verbs import by_verb
from warledger.lexicons.speech_lexicon import SpeechLexicon

PRONOUNS = {"it": ("media", "body", "group", "state"), "he": ("person", "people", "office"), "she": ("person", "people", "office")}


def find_attributions(reading: Reading, speech: SpeechLexicon) -> list[Attribution]:
    """All attributions by grammar, in text order of their cues."""
    found = [*by_verb(reading, speech), *according_to(reading), *behind_headline(reading)]
    return _with_pronouns(reading, sorted(found, key=lambda item: (item.cue, len(item.content))))


def _with_pronouns(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """"It said", "he added": who spoke last, where the kind of speaker fits, rather than whom the pronoun is nearest to."""
    found: list[Attribution] = []
    for item in attributions:
        speaker = item.speakers[-1]
        spoke = any(speaker.antecedent == other.head for earlier in found for other in earlier.speakers)
        kinds = None if spoke or _is_main_subject(reading, speaker) else PRONOUNS.get(speaker.text.lower())
        last = next((other.speakers[-1] for other in reversed(found) if kinds and other.speakers[-1].kind in kinds), None)
        if last is not None:
            item = replace(item, speakers=(*item.speakers[:-1], replace(last, start=speaker.start, end=speaker.end,
                                                                         head=speaker.head, text=speaker.text)))
        found.append(item)
    return found


def _is_main_subject(reading: Reading, pronoun: ActorMention) -> bool:
    """Whether a pronoun goes back to the subject of the main verb of its own or the last sentence."""
    if pronoun.antecedent is None:
        return False
    token = reading.doc[pronoun.antecedent]
    between = {reading.doc[i].sent.start for i in range(token.i, pronoun.head)} - {reading.doc[pronoun.head].sent.start}
    return token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and len(between) <= 1
