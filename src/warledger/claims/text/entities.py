"""Layer 2: the names that the language model finds, told of all tokens of some reports at once.

In: Docs with sentences. Out: the same Docs with the named entities that the model's own recogniser gives them. Decision: outside
of a name what that recogniser decides of a token hangs on this token alone, and inside of it on the name's first word too; so all
tokens are asked together, then those behind every word that begins a name. The recogniser itself goes token by token and asks of
each move whether it is allowed, which is a third of the time of a parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

# What the recogniser looks at: the token, the first word of the name that is open, and the word before the token.
LOOKED_AT = 3
NOTHING = -1
BEGIN, INSIDE, LAST, ALONE, OUTSIDE = "B", "I", "L", "U", "O"
Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]


class Entities:
    """The recogniser of a model, asked for many tokens at once."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self.recognizer = recognizer
        names = [recognizer.moves.get_class_name(number) for number in range(recognizer.moves.n_moves)]
        self._labels = [name.partition("-")[2] for name in names]
        self._kinds = np.array([name[:1] for name in names])
        self._at = {name: number for number, name in enumerate(names)}
        attributes = recognizer.model.attrs
        self.is_plain = (recognizer.cfg["beam_width"] == 1 and attributes["has_upper"] and not attributes["unseen_classes"]
                         and recognizer.model.get_ref("lower").get_dim("nF") == LOOKED_AT)

    def pipe(self, docs: Iterable[Doc], size: int) -> Iterator[Doc]:
        """Gives them to Docs fresh from the parser, in the portions in which the recogniser would read them: the same roundings."""
        if not self.is_plain:
            yield from self.recognizer.pipe(docs, batch_size=size)
            return
        for batch in _portions(docs, size):
            for portion in _portions(sorted(batch, key=len), max(size // 4, 2)):
                self._give(portion)
            yield from batch

    def _give(self, docs: list[Doc]) -> None:
        if not any(map(len, docs)):
            return
        net = self.recognizer.model.predict(docs)
        lone, ends = self._decide(net, *_sentences(docs))
        start = 0
        for doc in docs:
            doc.set_ents(self._spans(doc, start, lone[start:start + len(doc)], ends))
            start += len(doc)

    def _decide(self, net: Any, is_blank: Flags, goes_on: Flags) -> tuple[Numbers, dict[int, int]]:
        """The best move at each token where no name is open, and the last word of the name that each beginning would open."""
        tokens = np.arange(len(is_blank), dtype=np.int32)
        scores = _scores(net, tokens, np.full_like(tokens, NOTHING), np.full_like(tokens, NOTHING))
        barred = np.isin(self._kinds, (BEGIN, ALONE, OUTSIDE), invert=True) | (np.array(self._labels) == "") & (self._kinds != OUTSIDE)
        scores[:, barred] = -np.inf
        scores[np.ix_(is_blank, np.isin(self._kinds, (BEGIN, ALONE)))] = -np.inf
        scores[np.ix_(~goes_on, self._kinds == BEGIN)] = -np.inf
        lone = scores.argmax(1)
        first = tokens[self._kinds[lone] == BEGIN]
        inside = np.array([self._at.get(f"{INSIDE}-{label}", NOTHING) for label in self._labels])[lone]
        last = np.array([self._at.get(f"{LAST}-{label}", NOTHING) for label in self._labels])[lone]
        ends: dict[int, int] = {}
        at = first + 1
        while len(first):
            scores = _scores(net, at, first, at - 1)
            rows = np.arange(len(first))
            more = goes_on[at] & (scores[rows, inside[first]] >= scores[rows, last[first]])
            ends.update(zip(first[~more].tolist(), at[~more].tolist(), strict=True))
            first, at = first[more], at[more] + 1
        return lone, ends

    def _spans(self, doc: Doc, start: int, lone: Numbers, ends: dict[int, int]) -> list[Span]:
        """The names of one Doc, whose first token has this number: each begins behind the end of the last."""
        found = []
        behind = 0
        for i in np.flatnonzero(self._kinds[lone] != OUTSIDE).tolist():
            if i >= behind:
                behind = ends.get(start + i, start + i) - start + 1
                found.append(Span(doc, i, behind, self._labels[lone[i]]))
        return found


def _portions(docs: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    left = iter(docs)
    while portion := list(islice(left, size)):
        yield portion


def _sentences(docs: list[Doc]) -> tuple[Flags, Flags]:
    """Of the tokens of all Docs: which are blank, and behind which the sentence goes on."""
    blank, on = [], []
    for doc in docs:
        table = doc.to_array([IS_SPACE, SENT_START]).astype(np.int64)
        blank.append(table[:, 0] == 1)
        on.append(np.append(table[1:, 1] != 1, False) if len(doc) else np.zeros(0, bool))
    return np.concatenate(blank), np.concatenate(on)


def _scores(net: Any, *looked_at: Numbers) -> NDArray[np.float32]:
    scores: NDArray[np.float32] = net.vec2scores.predict(net.state2vec.predict(np.ascontiguousarray(np.stack(looked_at, 1), np.int32)))
    return scores
