"""Layer 2, the parse as all later layers read it: tokens whose words, tags and relations are taken from the language model once.

In: a Doc of the language model. Out: a Doc of ours, the list of its Tokens, with its sentences and named entities; names are the
language model's own (`lower_`, `dep_`, `children`). Decision: the layers ask each token some hundred times, and the model's tokens
make their strings, their children and their sentence anew at every question; here each is told once and kept.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import Any, Literal, overload

import numpy as np
from spacy import tokens as parsed
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IS_ALPHA,
    IS_LOWER,
    IS_PUNCT,
    IS_QUOTE,
    IS_SPACE,
    IS_STOP,
    LEMMA,
    LIKE_NUM,
    LOWER,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.vocab import Vocab

# What is taken of each token, in the order of the names below.
STRINGS = (ORTH, LOWER, LEMMA, TAG, POS, DEP, ENT_TYPE)
FLAGS = (SPACY, IS_ALPHA, IS_LOWER, IS_PUNCT, IS_QUOTE, IS_SPACE, IS_STOP, LIKE_NUM)
NUMBERS = (HEAD, SENT_START, ENT_IOB)
INSIDE_ENTITY = ("", "I", "O", "B")  # by the model's number for it


class Token:
    """One word or mark, with what the language model says of it."""

    __slots__ = ("_ancestors", "_subtree", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_lower",
                 "is_punct", "is_quote", "is_sent_start", "is_space", "is_stop", "left_edge", "lemma_", "like_num", "lower_", "pos_",
                 "right_edge", "sent", "tag_", "text", "whitespace_")

    doc: Doc
    sent: Span
    head: Token
    left_edge: Token  # the first and the last of its subtree, by the language model's own reckoning where branches cross
    right_edge: Token
    children: tuple[Token, ...]

    def __init__(self, i: int, idx: int, strings: Sequence[str], flags: Sequence[bool], starts_sentence: bool, ent_iob: str) -> None:
        self.i, self.idx = i, idx
        self.text, self.lower_, self.lemma_, self.tag_, self.pos_, self.dep_, self.ent_type_ = strings
        spaced, self.is_alpha, self.is_lower, self.is_punct, self.is_quote, self.is_space, self.is_stop, self.like_num = flags
        self.whitespace_ = " " if spaced else ""
        self.is_sent_start, self.ent_iob_ = starts_sentence, ent_iob
        self._subtree: tuple[Token, ...] | None = None
        self._ancestors: tuple[Token, ...] | None = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> tuple[Token, ...]:
        """It with all that hangs on it."""
        if self._subtree is None:
            before = [below for child in self.lefts for below in child.subtree]
            self._subtree = (*before, self, *(below for child in self.rights for below in child.subtree))
        return self._subtree

    @property
    def ancestors(self) -> tuple[Token, ...]:
        """What it hangs on, from its head up."""
        if self._ancestors is None:
            self._ancestors = (self.head, *self.head.ancestors) if self.head is not self else ()
        return self._ancestors

    def hang_on(self, head: Token, relation: str) -> None:
        """Hang it on another token, where the language model is mistaken; what was known of what hangs on what in the sentence is told anew."""
        before = self.head
        before.children = tuple(child for child in before.children if child is not self)
        head.children = tuple(sorted((*head.children, self), key=lambda child: child.i))
        self.head, self.dep_ = head, relation
        for token in self.sent:
            token._subtree = token._ancestors = None
        for above in (before, head):
            while True:
                family = (above, *above.children)
                above.left_edge = min((child.left_edge if child is not above else above for child in family), key=lambda child: child.i)
                above.right_edge = max((child.right_edge if child is not above else above for child in family), key=lambda child: child.i)
                if above.head is above:
                    break
                above = above.head

    def take_place_of(self, above: Token) -> None:
        """Stand where a token stands on which it hangs, with all that hangs there; as early as `hang_on`."""
        if above.head is above:
            self.head.children = tuple(child for child in self.head.children if child is not self)
            self.head, self.dep_ = self, above.dep_
        else:
            self.hang_on(above.head, above.dep_)
        for child in above.children:
            child.hang_on(self, child.dep_)

    @property
    def first_of_list(self) -> Token:
        """What it is coordinated with first of all, itself where it is with nothing before it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        return first

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """All that it is coordinated with, before and behind it."""
        found = [self.first_of_list]
        for token in found:  # grows as it is gone through
            found.extend(child for child in token.rights if child.dep_ == "conj")
        return tuple(token for token in found if token is not self)

    def is_ancestor(self, other: Token) -> bool:
        """Whether another hangs on it, however deep."""
        return self in other.ancestors

    def nbor(self, steps: int = 1) -> Token:
        """The token so many steps further; an IndexError where the text ends before."""
        if self.i + steps < 0:
            raise IndexError(f"no token stands {steps} from token {self.i}")
        return self.doc[self.i + steps]


class Span:
    """Tokens in a row: a sentence, a named entity, or what some characters touch."""

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start:self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> list[Token]: ...
    def __getitem__(self, i: int | slice) -> Token | list[Token]:
        return self.doc[self.start:self.end][i]

    @property
    def start_char(self) -> int:
        """Where its first character stands in the text."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the text goes on behind its last token."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they are written."""
        return written(self[:])

    @cached_property
    def root(self) -> Token:
        """Its token that stands highest in the tree, the first of several."""
        tops = [token for token in self if not self.start <= token.head.i < self.end or token.head is token]
        return min(tops, key=self._depth) if tops else self.doc[self.start]

    def _depth(self, token: Token) -> int:
        """How far below the top of the tree; blanks and marks alone come last."""
        if token.head is token:
            return -1
        return len(self.doc) - 1 if (token.is_space or token.is_punct) and not token.children else len(token.ancestors)


class Doc(list[Token]):
    """The tokens of a report, with its text, sentences and named entities."""

    def __init__(self, tokens: list[Token], entities: list[tuple[int, int, str]]) -> None:
        super().__init__(tokens)
        self.text = "".join([token.text + token.whitespace_ for token in tokens])
        self.ents = [Span(self, start, end, label) for start, end, label in entities]
        starts = [token.i for token in tokens if token.is_sent_start or token.i == 0]
        self.sents = [Span(self, start, end) for start, end in pairwise((*starts, len(tokens)))]
        self._offsets = [token.idx for token in tokens]

    def char_span(self, start: int, end: int, alignment_mode: Literal["expand"]) -> Span | None:
        """The tokens that these characters touch; none where they lie outside the text."""
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = bisect_right(self._offsets, start) - 1, bisect_right(self._offsets, end - 1) - 1
        if start == self._offsets[first] + len(self[first].text):
            first += 1  # the blank behind a token is no part of it
        return Span(self, first, last + 1)


def written(tokens: Sequence[Token]) -> str:
    """Tokens in a row as they stand in the text."""
    return tokens[0].doc.text[tokens[0].idx:tokens[-1].idx + len(tokens[-1].text)] if tokens else ""


def read_tokens(doc: parsed.Doc) -> Doc:
    """The tokens of a parse, each with what it hangs on, what hangs on it, and its sentence."""
    strings = _strings(doc)
    table: Any = doc.to_array([*FLAGS, *NUMBERS]).astype(np.int64)
    flags = table[:, :len(FLAGS)].astype(bool).tolist()
    heads, starts, inside = table[:, len(FLAGS):].T.tolist()
    offsets = accumulate((len(row[0]) + flag[0] for row, flag in zip(strings, flags, strict=True)), initial=0)
    tokens = [Token(i, idx, row, flag, start == 1, INSIDE_ENTITY[iob])
              for i, (idx, row, flag, start, iob) in enumerate(zip(offsets, strings, flags, starts, inside, strict=False))]
    ours = Doc(tokens, [(span.start, span.end, span.label_) for span in doc.ents])
    children: list[list[Token]] = [[] for _ in tokens]
    for token, theirs, steps in zip(tokens, doc, heads, strict=True):
        token.doc, token.head = ours, tokens[token.i + steps]
        token.left_edge, token.right_edge = tokens[theirs.left_edge.i], tokens[theirs.right_edge.i]
        if steps:
            children[token.i + steps].append(token)
    for token, below in zip(tokens, children, strict=True):
        token.children = tuple(below)
    for sentence in ours.sents:
        for token in sentence:
            token.sent = sentence
    return ours


def _strings(doc: parsed.Doc) -> list[tuple[str, ...]]:
    """The words, tags and relations of each token; what is written alike is one string, so that it compares fast."""
    columns: Any = doc.to_array(list(STRINGS)).T.tolist()
    words = _vocabulary(doc.vocab)
    return list(zip(*([words[number] for number in column] for column in columns), strict=True))


class _Vocabulary(dict[int, str]):
    """The words of the model by their numbers, each asked for once: the model makes them anew at every question."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings

    def __missing__(self, number: int) -> str:
        word = self[number] = sys.intern(self._strings[number])
        return word


@cache
def _vocabulary(vocab: Vocab) -> _Vocabulary:
    return _Vocabulary(vocab)
