"""Layer 7, speech that lost its quotation marks: "We heard the jets. We ran inside, Omar Haddad said. We lost all."

In: a Reading and its attributions. Out: further attributions of whole sentences. Decision: a report does not say "we" or "won't"; a
sentence that does, or that a mark opens which nothing closes, and is nobody's is of whoever speaks at the end of the sentence before it or of
one soon behind it, of him first who says "we" there as well; from an open mark all is his up to him, and so is what stands between two
sentences of his.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span
from warledger.claims.voices.attribution import Attribution

FIRST_PERSON = frozenset("i we us our ours my me myself ourselves".split())
# Short forms of speech, as a text without apostrophes has them.
SPOKEN = frozenset(("n't", "nt"))
# Kinds of speakers who say "we".
PERSONS = ("person", "people", "office", "unknown", "armed", "group", "force")
# A speech runs over so many sentences before its speaker is told.
REACH = 4


def unmarked(reading: Reading, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of sentences in the first person that stand in no quotation."""
    opened = _opened(reading)
    if not opened and not (FIRST_PERSON | SPOKEN) & reading.words:
        return []
    sentences = [sentence for sentence in reading.doc.sents if sentence.text.strip()]
    closing = [_closing(sentence, attributions) for sentence in sentences]
    found: list[Attribution] = []
    spoken = {n for n, sentence in enumerate(sentences) if _is_spoken(reading, sentence, FIRST_PERSON) or _goes_on_short(reading, sentences, closing, n)}
    for n in sorted(spoken.union(*(_within_open(sentences, closing, mark) for mark in opened))):
        if closing[n] is None and not any(_covers(item, sentences[n]) for item in attributions):
            speaker = _of_neighbour(sentences, closing, n)
            if speaker is not None:
                found.append(_all_of(speaker, sentences[n]))
                if n > 1 and closing[n - 2] is speaker and not any(
                        sentences[n - 1].start <= item.cue < sentences[n - 1].end or _covers(item, sentences[n - 1]) for item in (*attributions, *found)):
                    found.append(_all_of(speaker, sentences[n - 1]))  # what stands between two sentences of his
    return found


def _all_of(speaker: Attribution, sentence: Span) -> Attribution:
    """Somebody's attribution with all of a sentence for its content."""
    return replace(speaker, content=frozenset(token.i for token in sentence if not token.is_punct))


def _opened(reading: Reading) -> list[int]:
    """The tokens of marks that open a sentence and a quotation which nothing closes."""
    marks = (token for token in reading.doc if token.text == '"' and token.idx >= reading.layout.body_start)
    return [mark.i for mark in marks if mark.i + 1 < len(reading.doc) and mark.nbor(1).text[:1].isupper() and (mark.is_sent_start or mark.nbor(1).is_sent_start)
            and not any(start <= mark.idx <= end for start, end in reading.layout.quotations)]


def _within_open(sentences: Sequence[Span], closing: Sequence[Attribution | None], mark: int) -> range:
    """The sentences from an open mark up to him who speaks at the end of one soon behind it, the first alone where nobody does."""
    n = next(n for n, sentence in enumerate(sentences) if mark < sentence.end)
    return range(n, next((at for at in range(n + 1, min(n + 1 + REACH, len(closing))) if closing[at] is not None), n + 1))


def _is_spoken(reading: Reading, sentence: Span, signs: frozenset[str]) -> bool:
    """Whether a sentence of the body has a sign of speech ("we") outside quotation marks."""
    if sentence.start_char < reading.layout.body_start or reading.layout.is_boilerplate(sentence.start_char):
        return False
    return any(token.lower_ in signs and token.text not in ("US", "I.") and not any(
        start <= token.idx < end for start, end in reading.layout.quotations) for token in sentence)


def _goes_on_short(reading: Reading, sentences: Sequence[Span], closing: Sequence[Attribution | None], n: int) -> bool:
    """"The jets wont stop, he said. The raids wont let up.": short forms of speech behind a speaker who uses them, in a text without quotation marks."""
    speaker = closing[n - 1] if n else None
    if speaker is None or reading.layout.quotations or not _is_spoken(reading, sentences[n], SPOKEN):
        return False
    return any(token.lower_ in SPOKEN for token in sentences[n - 1] if token.i in speaker.content)


def _covers(item: Attribution, sentence: Span) -> bool:
    """Whether a sentence's main clause is somebody's already."""
    return sentence.root.i in item.content or sentence.root.i == item.cue


def _closing(sentence: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who speaks at the end of a sentence: one who says what stands before him."""
    inside = [item for item in attributions if sentence.start <= item.cue < sentence.end and item.speakers[-1].kind in PERSONS]
    return next((item for item in inside if item.content and sentence.start <= min(item.content) < item.cue), None)


def _of_neighbour(sentences: Sequence[Span], closing: Sequence[Attribution | None], n: int) -> Attribution | None:
    """Whose a sentence is: his who says "we" right before or soon behind it, else his who speaks there at the end of his sentence."""
    behind = closing[n - 1] if n else None
    earlier = closing[n - 2] if n > 1 else None
    if behind is None and earlier is not None and (_says_we(sentences[n - 1], None) or _says_we(item_sentence(sentences, earlier), earlier)):
        behind = earlier
    ahead = next(_ahead(sentences, closing, n), None)
    known = [item for item in (behind, ahead) if item is not None]
    return next((item for item in known if _says_we(item_sentence(sentences, item), item)), known[0] if known else None)


def _ahead(sentences: Sequence[Span], closing: Sequence[Attribution | None], n: int) -> Iterator[Attribution]:
    return (item for item in closing[n + 1:n + 1 + REACH] if item is not None)


def item_sentence(sentences: Sequence[Span], item: Attribution) -> Span:
    """The sentence of a cue."""
    return next(sentence for sentence in sentences if sentence.start <= item.cue < sentence.end)


def _says_we(sentence: Span, item: Attribution | None) -> bool:
    """Whether a sentence, or what is said in it, is in the first person."""
    return any(token.lower_ in FIRST_PERSON and token.text != "US" and (item is None or token.i in item.content) for token in sentence)
