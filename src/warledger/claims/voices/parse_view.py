"""The parse as the learned parts look at it: children, sentences and quotation marks by plain look-up.

In: a Doc and the character spans of its quotations. Out: a ParseView. Decision: the features ask for sentences and quotations by
token again and again, and blanks hang on nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.text.tokens import Doc, Token

# Dependents that are somebody who acts or is acted on by the verb they hang on.
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
# So many steps up the tree from a cue are looked at; what hangs higher is never its own.
HIGHEST = 5


class ParseView:
    """Look-ups over one parse: children by token, number of the sentence and of the quotation (0 outside) by token."""

    def __init__(self, doc: Doc, quotations: Sequence[tuple[int, int]]) -> None:
        self.doc = doc
        self.children: list[list[Token]] = [[] for _ in doc]
        for token in doc:
            if token.head.i != token.i and token.pos_ != "SPACE":
                self.children[token.head.i].append(token)
        self.quoted = [0] * len(doc)
        for number, (start, end) in enumerate(quotations, 1):
            span = doc.char_span(start, end, alignment_mode="expand")
            for i in range(span.start, span.end) if span is not None else ():
                self.quoted[i] = number
        self.sentences = [range(s.start, s.end) for s in doc.sents if not all(token.is_space for token in s)]
        self.sentence_of: dict[int, int] = {i: n for n, sentence in enumerate(self.sentences) for i in sentence}
        self._quoting = [any(self.quoted[i] for i in sentence) for sentence in self.sentences]

    def has_subject(self, i: int) -> bool:
        """Whether a subject hangs on a token."""
        return any(child.dep_ in SUBJECTS for child in self.children[i])

    def quotes_in_sentence(self, i: int) -> bool:
        """Whether anything is quoted in the sentence of a token."""
        number = self.sentence_of.get(i)
        return number is not None and self._quoting[number]

    def words(self, sentence: range) -> list[int]:
        """The tokens of a sentence without white space."""
        return [i for i in sentence if not self.doc[i].is_space]

    def ancestors(self, token: Token, limit: int = HIGHEST) -> list[Token]:
        """A token and those above it, at most `limit` steps up."""
        found = [token]
        while token.head.i != token.i and len(found) <= limit:
            token = token.head
            found.append(token)
        return found

    def path(self, above: Sequence[Token], token: Token) -> tuple[list[str], list[str]] | None:
        """The relations up from the first of `above` (its ancestors) and down to a token; None where it is too far."""
        place = {ancestor.i: n for n, ancestor in enumerate(above)}
        down: list[str] = []
        while token.i not in place:
            down.append(token.dep_)
            if token.head.i == token.i or len(down) > HIGHEST:
                return None
            token = token.head
        return [ancestor.dep_ for ancestor in above[:place[token.i]]], down[::-1]


def size(count: int) -> str:
    """A number in the steps that tell: small ones alone, larger ones together."""
    return str(count) if count < 4 else "4-6" if count < 7 else "7-12" if count < 13 else "13-"
