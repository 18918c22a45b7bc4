"""Layer 7, the wide sense: what the report ascribes to somebody in any way: said, believed, wanted, praised, planned.

In: a Reading. Out: Ascriptions in text order, each with its source, cue and content. Decision: which words ascribe, to whom
and what is learned from annotated news, because lists of verbs never end; the chain of speakers of a claim is read by the
grammars of saying (attributions.py), for who wants or fears a thing does not tell that it happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.ascription_content import (
    branch_features,
    branches,
    onward_features,
    onward_tokens,
    setting,
)
from warledger.claims.voices.ascription_features import (
    cue_candidates,
    cue_features,
    source_candidates,
    source_features,
)
from warledger.claims.voices.parse_view import ParseView
from warledger.learned.linear import load_model
from warledger.lexicons.speech_lexicon import SpeechLexicon

CUES, SOURCES, CONTENTS, ONWARD = "ascribed-cue", "ascribed-source", "ascribed-content", "ascribed-onward"
# Chosen on the training set held out in part: more is found below it, and as much again is wrong.
LEAST_CUE = 0.4
LEAST_SOURCE = 0.35
LEAST_CONTENT = 0.5
# A speech is followed over so many sentences.
LONGEST = 12


@dataclass(frozen=True)
class Ascription:
    """Something ascribed to somebody. source is None where it is left out ("is expected to"); likelihood that of the cue."""

    source: ActorMention | None
    cue: int
    content: frozenset[int]
    likelihood: float


def find_ascriptions(reading: Reading, speech: SpeechLexicon) -> list[Ascription]:
    """All ascriptions of a report."""
    view = ParseView(reading.doc, reading.layout.quotations)
    model = load_model(CUES)
    cues = {token.i: model.probability(cue_features(view, token)) for token in cue_candidates(view, speech)}
    return [Ascription(_mention(reading, source), cue, frozenset(content), cues[cue])
            for cue, source, content in ascribed(view, cues) if content or source is not None]


def ascribed(view: ParseView, cues: dict[int, float]) -> Iterator[tuple[int, int | None, set[int]]]:
    """The cue, the head of the source and the content of each ascription, as tokens; cues: how likely each candidate is."""
    for i in sorted(cues):
        if cues[i] < LEAST_CUE or view.sentence_of.get(i) is None:
            continue
        above = view.ancestors(view.doc[i])
        source = _source(view, above)
        content = _content(view, above, source)
        for ahead in (True, False):
            content |= _onward(view, view.doc[i], content, ahead, cues)
        yield i, source, content


def _source(view: ParseView, above: list[Token]) -> int | None:
    model = load_model(SOURCES)
    scored = [(model.probability(source_features(view, above, token)), -token.i) for token in source_candidates(view, above[0])]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= LEAST_SOURCE else None


def _content(view: ParseView, above: list[Token], source: int | None) -> set[int]:
    """The branches that are said, without the cue and the phrase of the source."""
    model, known = load_model(CONTENTS), setting(view, above)
    content: set[int] = set()
    for branch in branches(view, above):
        if model.probability(branch_features(view, known, branch, source)) >= LEAST_CONTENT:
            content.update(branch.tokens)
    if source is not None:
        phrase = {token.i for token in view.doc[source].subtree}
        phrase = {source} if above[0].i in phrase else phrase
        if source not in content or len(phrase) < len(content):
            content -= phrase
    content.discard(above[0].i)
    return content


def _onward(view: ParseView, cue: Token, content: set[int], ahead: bool, cues: dict[int, float]) -> set[int]:
    """The sentences behind (ahead) or before that of the cue with which the speech goes on."""
    model = load_model(ONWARD)
    last = view.sentence_of[cue.i]
    taken = {i for i in content if i in view.sentences[last]}
    for step in range(1, LONGEST + 1):
        number = last + 1 if ahead else last - 1
        if not 0 <= number < len(view.sentences):
            break
        if model.probability(onward_features(view, cue, taken, ahead, number, last, step, cues)) < LEAST_CONTENT:
            break
        taken.update(onward_tokens(view, view.sentences[number]))
        last = number
    return taken


def _mention(reading: Reading, head: int | None) -> ActorMention | None:
    """The mention that a source heads, or its phrase as somebody whom no list knows."""
    if head is None:
        return None
    known = reading.actor_by_head.get(head)
    if known is not None:
        return known
    token = reading.doc[head]
    start = min([token.idx, *(child.idx for child in token.children if child.dep_ in ("compound", "amod", "nmod") and child.i < head)])
    end = token.idx + len(token.text)
    text = reading.quote(start, end)
    return ActorMention(start, end, head, text, name=text, anonymous=token.pos_ != "PROPN")
