"""Layer 2: the base forms of words, asked of the language model's own rules once for each kind of token.

In: Docs with parts of speech. Out: the same Docs with lemmas. Decision: what those rules make of a token hangs on its word, part of speech
and morphology alone, so one token of each kind is asked and the answer kept; the model itself keeps none for words that are base forms.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

RULES = "rule"
Kind = tuple[int, int, int]


class BaseForms:
    """The lemmatizer of a model, with what it said of each kind of token so far."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self.lemmatizer = lemmatizer
        self.is_plain = lemmatizer.mode == RULES and not lemmatizer.overwrite
        self._lemmas: dict[Kind, int] = {}

    def give(self, doc: Doc) -> Doc:
        """Gives them to a Doc with parts of speech, where it has none yet."""
        if not self.is_plain:
            return self.lemmatizer(doc)
        table: Any = doc.to_array([LEMMA, ORTH, POS, MORPH])
        lemmas = [lemma or self._of(doc, i, (word, pos, form)) for i, (lemma, word, pos, form) in enumerate(table.tolist())]
        column: Any = np.array(lemmas, np.uint64).reshape(-1, 1)
        return doc.from_array([LEMMA], column)

    def _of(self, doc: Doc, i: int, kind: Kind) -> int:
        lemma = self._lemmas.get(kind)
        if lemma is None:
            lemma = self._lemmas[kind] = doc.vocab.strings.add(self.lemmatizer.lemmatize(doc[i])[0])
        return lemma
