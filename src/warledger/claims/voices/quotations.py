"""Layer 7, the grammar of quotations: whose words stand in quotation marks.

In: a Reading and its verbs of saying. Out: an Attribution per quotation whose speaker stands beside it. Decision: a quotation
takes the verb of saying behind it in its sentence, else before it, else the name that signs it ('"..." - Omar Haddad'); without one it goes on
with the quotation before, or it opens the one behind, where nothing stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.opening_speaker import FINITE, name_at
from warledger.claims.voices.speakers import SPEAKING, by_name
from warledger.lexicons.speech_lexicon import Saying

# How many tokens from a quotation mark the verb of saying may stand.
BESIDE = 14
# A quotation of fewer words is a word in quotes, not somebody's speech.
LEAST_WORDS = 4
# So few tokens between two quotations leave no room for another speaker.
CLOSE = 3
ENDS = frozenset((".", "!", "?", '"'))
DASHES = frozenset(("-", "--", "–", "—"))
# Who signs a quotation is told in so many tokens, by a verb in none of them.
LONGEST_SIGNATURE = 12


def quoted(reading: Reading, sayings: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of the report's quotations; sayings: those of its verbs, in text order, with or without content."""
    spans = [reading.tokens_of(start, end) for start, end in reading.layout.quotations
             if not reading.layout.is_boilerplate(start)]
    spans = [span for span in spans if len(_words(reading, span)) >= LEAST_WORDS]
    chosen = [_beside(reading, span, sayings) or _signed(reading, span, by_dash=True) for span in spans]
    for n in range(1, len(spans)):
        if chosen[n] is None and spans[n].start - spans[n - 1].stop < CLOSE:
            chosen[n] = chosen[n - 1] or _within_unclosed(reading, spans[n - 1], sayings)
    for n in reversed(range(1, len(spans))):
        if chosen[n - 1] is None and spans[n].start - spans[n - 1].stop < CLOSE:
            chosen[n - 1] = chosen[n]
    chosen = [one or _signed(reading, span, by_dash=False) for span, one in zip(spans, chosen, strict=True)]
    return [replace(item, content=frozenset(_words(reading, span))) for span, item in zip(spans, chosen, strict=True) if item is not None]


def _words(reading: Reading, span: range) -> list[int]:
    return [i for i in span if not reading.doc[i].is_punct and not reading.doc[i].is_space]


def _beside(reading: Reading, span: range, sayings: Sequence[Attribution]) -> Attribution | None:
    """The verb of saying behind or before a quotation with nothing that ends a sentence between them."""
    doc = reading.doc
    inside = [i for i in span if doc[i].text != '"' and not doc[i].is_space]
    next_word = doc[span.stop].text if span.stop < len(doc) else ""
    closed = bool(inside) and doc[inside[-1]].text == "." and not next_word.islower()  # who speaks behind says another thing
    behind = [] if closed else [item for item in sayings if span.stop <= item.cue < span.stop + BESIDE
                                and not _is_ended(reading, span.stop, item.cue)]
    before = [item for item in sayings if span.start - BESIDE <= item.cue < span.start
              and not _is_ended(reading, item.cue + 1, span.start - 1)]
    return next(iter([*behind, *reversed(before)]), None)


def _within_unclosed(reading: Reading, span: range, sayings: Sequence[Attribution]) -> Attribution | None:
    """'"The night was calm said Omar Haddad a baker. "But jets came at dawn."': whoever speaks in a quotation that nothing closes says the next one too."""
    if reading.doc[span.stop - 1].text == '"':
        return None
    return next((item for item in sayings if item.cue in span and item.content and min(item.content) < item.cue), None)


def _signed(reading: Reading, span: range, by_dash: bool) -> Attribution | None:
    """'"Two shells hit the ward." - Omar Haddad, nurse': the name alone behind a quotation is his whose words they are."""
    doc, i = reading.doc, span.stop
    while i < len(doc) and doc[i].is_space and "\n\n" not in doc[i].text:
        i += 1
    dashed = i < len(doc) and doc[i].text in DASHES
    tail: list[Token] = []
    for token in doc[i + dashed:i + dashed + LONGEST_SIGNATURE + 1]:
        if token.is_space or token.text in ENDS:
            break
        tail.append(token)
    closed = any(doc[at].text in ENDS - {'"'} for at in range(span.stop - 2, span.stop))
    if not tail or len(tail) > LONGEST_SIGNATURE or dashed != by_dash or not (dashed or closed) or any(token.tag_ in FINITE or token.pos_ == "VERB" for token in tail):
        return None
    signer = _signer(reading, tail, dashed)
    cue = i if dashed else tail[-1].i
    return Attribution((signer,), cue, frozenset(), Saying("fact")) if signer is not None else None


def _signer(reading: Reading, tail: list[Token], dashed: bool) -> ActorMention | None:
    """Whoever a signature names, behind words of his own at most; without a dash only by his name."""
    for token in tail:
        mention = by_name(reading, reading.actor_at(token.i)) if dashed or token is tail[0] else None
        if mention is not None and mention.kind in SPEAKING and (dashed or mention.kind == "person"):
            return mention
        if token.pos_ == "PROPN" and reading.place_at(token.i) is None and (dashed or token.ent_type_ == "PERSON"):
            return name_at(reading, token.i)
        if token.text == "," or not dashed:
            break
    return None


def _is_ended(reading: Reading, first: int, last: int) -> bool:
    return any(reading.doc[i].text in ENDS or "\n\n" in reading.doc[i].text for i in range(first, last))
