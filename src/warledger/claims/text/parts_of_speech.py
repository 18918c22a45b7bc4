"""Layer 2: the rules by which the language model turns tags into parts of speech, asked once for each kind of token.

In: Docs with tags and dependencies. Out: the same Docs with the parts of speech, morphology and lemmas that the model's
own attribute ruler gives them. Decision: what that ruler makes of a token hangs on its word (where a rule names it), its
tag and its dependency alone, so one token of each kind is asked and the answer kept; the ruler itself goes through all
of its patterns at every token, which is a fifth of the time of a parse. Only rules about two words are matched anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

# What rules may ask of a token, and what they may set; a model whose rules do more is left to its own ruler.
ASKED = frozenset(("TAG", "LOWER", "DEP", "IS_SPACE"))
WAYS = frozenset(("IN", "NOT_IN", "REGEX"))
SET = (TAG, POS, MORPH, LEMMA, DEP)
Kind = tuple[int, int, int]
Values = dict[int, int]


class PartsOfSpeech:
    """The attribute ruler of a model, with what it said of each kind of token so far."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        rules: list[dict[str, Any]] = [dict(rule) for rule in ruler.patterns]
        asked = [token for rule in rules for pattern in rule["patterns"] for token in pattern]
        self.is_plain = all(map(_is_plain, asked)) and all(set(SET).issuperset(values) for values in ruler.attrs)
        self._named, self._shapes = _words_of(token["LOWER"] for token in asked if "LOWER" in token and self.is_plain)
        self._pairs = Matcher(ruler.vocab)
        for number, rule in enumerate(rules):
            if any(len(pattern) > 1 for pattern in rule["patterns"]):
                self._pairs.add(str(number), rule["patterns"])
        self._words: dict[int, int] = {}
        self._rules: dict[Kind, tuple[int, ...]] = {}
        self._values: dict[Kind, list[int]] = {}

    def give(self, doc: Doc) -> Doc:
        """Gives them to a Doc fresh from the tagger and the parser."""
        if not self.is_plain:
            return self.ruler(doc)
        kinds = [(self._word(lower), tag, dep) for lower, tag, dep in doc.to_array([LOWER, TAG, DEP]).tolist()]
        for at, kind in enumerate(kinds):
            if kind not in self._values:
                self._ask(kind, doc[at].text)
        rows = [self._values[kind] for kind in kinds]
        for at, numbers in self._in_pairs(doc).items():
            rows[at] = self._valued(kinds[at], {*self._rules[kinds[at]], *numbers})
        if rows:
            table: Any = np.array(rows, dtype=np.uint64)
            doc.from_array(list(SET), table)
        return doc

    def _word(self, lower: int) -> int:
        """The word where rules tell it from others, else nothing."""
        known = self._words.get(lower)
        if known is None:
            word = self.ruler.vocab.strings[lower]
            told = word in self._named or word.isspace() or any(shape.search(word) for shape in self._shapes)
            known = self._words[lower] = lower if told else 0
        return known

    def _ask(self, kind: Kind, text: str) -> None:
        strings = self.ruler.vocab.strings
        alone = Doc(self.ruler.vocab, words=[text], tags=[strings[kind[1]]], deps=[strings[kind[2]]], heads=[0])
        self._rules[kind] = tuple(sorted({rule[0] for rule in self.ruler.match(alone)}))
        self._values[kind] = self._valued(kind, self._rules[kind])

    def _valued(self, kind: Kind, rules: Iterable[int]) -> list[int]:
        """What these rules set, later ones over earlier ones."""
        values: Values = {TAG: kind[1], DEP: kind[2]}
        for number in sorted(rules):
            values |= self.ruler.attrs[number]
        return [values.get(attribute, 0) for attribute in SET]

    def _in_pairs(self, doc: Doc) -> Mapping[int, set[int]]:
        """The rules about two words ("let's", "there are") that hold, by the token that they set."""
        found: dict[int, set[int]] = {}
        for name, start, end in self._pairs(doc, allow_missing=True):
            number = int(self.ruler.vocab.strings[name])
            index = self.ruler.indices[number]
            found.setdefault(start + index if index >= 0 else end + index, set()).add(number)
        return found


def _is_plain(asked: Mapping[str, Any]) -> bool:
    """Whether what a rule asks of a token can be told by word, tag and dependency."""
    return ASKED.issuperset(asked) and all(WAYS.issuperset(one) for one in asked.values() if isinstance(one, Mapping))


def _words_of(asked: Iterable[str | dict[str, Any]]) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The words that rules name, one by one and by their shape."""
    words: set[str] = set()
    shapes: list[re.Pattern[str]] = []
    for one in asked:
        if isinstance(one, str):
            words.add(one)
            continue
        for way, value in one.items():
            if way == "REGEX":
                shapes.append(re.compile(value))
            else:
                words.update(value)
    return frozenset(words), shapes
