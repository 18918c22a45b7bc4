"""Trains what is ascribed to whom, on PolNeAR's training part.

In: DATA/attribution/polnear_train.jsonl. Out: the four models of claims/voices/ascriptions.py under src/warledger/learned/.
Decision: each step is trained on the right answers of the step before it, so that the four can be read one by one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fitting import Example, fit, write

from warledger.claims.coder import Coded
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
from warledger.claims.voices.ascriptions import CONTENTS, CUES, LONGEST, ONWARD, SOURCES
from warledger.claims.voices.parse_view import ParseView
from warledger.lexicons.speech_lexicon import load_speech
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of

TRAINED_ON = "PolNeAR 1.0, training part: 919 news articles with their attributions"
# Features told apart by each model: twice as many win nothing.
BUCKETS = 1 << 16
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Told:
    """One annotated attribution as tokens; cue and source by the head of their words."""

    cue: int
    cue_words: frozenset[int]
    source: int | None
    content: frozenset[int]


def main(data: Path) -> None:
    """Train and write the four models."""
    examples: dict[str, list[Example]] = {CUES: [], SOURCES: [], CONTENTS: [], ONWARD: []}
    rows = rows_of(data / "attribution" / "polnear_train.jsonl")
    for row, coded in read_rows(rows, Stopwatch(), "train_ascriptions"):
        collect(row, coded, examples)
    for name, given in examples.items():
        write(fit(given, [YES], BUCKETS), name, TRAINED_ON, len(given))


def collect(row: Row, coded: Coded, examples: dict[str, list[Example]]) -> None:
    """Add the examples of one article."""
    doc, speech = coded.reading.doc, load_speech()
    view = ParseView(doc, coded.reading.layout.quotations)
    told = {one.cue: one for one in reversed(list(_told(row, coded)))}  # the first of two at one cue
    for token in cue_candidates(view, speech):
        examples[CUES].append((cue_features(view, token), YES if token.i in told else NO))
    cues = dict.fromkeys(told, 1.0)
    for one in told.values():
        if one.cue not in view.sentence_of:
            continue
        above = view.ancestors(doc[one.cue])
        for token in source_candidates(view, above[0]):
            examples[SOURCES].append((source_features(view, above, token), YES if token.i == one.source else NO))
        examples[CONTENTS] += _branches(view, above, one)
        for ahead in (True, False):
            examples[ONWARD] += _onward(view, one, ahead, cues)


def _branches(view: ParseView, above: list[Token], one: Told) -> Iterator[Example]:
    known = setting(view, above)
    for branch in branches(view, above):
        words = [i for i in branch.tokens if not view.doc[i].is_punct and not view.doc[i].is_space and i not in one.cue_words]
        if words:
            yield branch_features(view, known, branch, one.source), YES if _mostly(words, one.content) else NO


def _onward(view: ParseView, one: Told, ahead: bool, cues: dict[int, float]) -> Iterator[Example]:
    """The sentences from the cue's on, up to the first that is not of the speech."""
    last = view.sentence_of[one.cue]
    taken = {i for i in one.content if i in view.sentences[last]}
    for step in range(1, LONGEST + 1):
        number = last + 1 if ahead else last - 1
        if not 0 <= number < len(view.sentences):
            return
        tokens = onward_tokens(view, view.sentences[number])
        goes_on = _mostly([i for i in tokens if not view.doc[i].is_punct], one.content)
        yield onward_features(view, view.doc[one.cue], taken, ahead, number, last, step, cues), YES if goes_on else NO
        if not goes_on:
            return
        taken.update(tokens)
        last = number


def _mostly(tokens: list[int], content: Iterable[int]) -> bool:
    """Whether more than half of some tokens is content."""
    return sum(1 for i in tokens if i in content) * 2 > len(tokens)


def _told(row: Row, coded: Coded) -> Iterator[Told]:
    for one in row["attributions"]:
        cue, source, content = (_tokens(coded, one[part]) for part in ("cue", "source", "content"))
        head = _head(coded, cue)
        if head is not None:
            yield Told(head, cue, _head(coded, source), content)


def _tokens(coded: Coded, spans: list[list[int]]) -> frozenset[int]:
    touched = (i for start, end in spans for i in coded.reading.tokens_of(start, end))
    return frozenset(i for i in touched if not coded.reading.doc[i].is_space)


def _head(coded: Coded, tokens: frozenset[int]) -> int | None:
    """The token that the others hang on; of several one that is a word of meaning, then the first."""
    doc = coded.reading.doc
    tops = [i for i in tokens if doc[i].head.i == i or doc[i].head.i not in tokens]
    return min(tops, key=lambda i: (doc[i].pos_ == "PUNCT", doc[i].dep_ in ("aux", "auxpass", "det", "advmod", "neg"), i), default=None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
