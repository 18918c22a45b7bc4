"""The phrases of a report that may fill a slot of a MUC-4 template, each with the wordings that it may be told in.

In: a report with its layers. Out: noun phrases by head, with their candidate wordings. Decision: a key holds the phrase
word for word, so that where it starts and ends ("terrorists", "armed terrorists of the front") is a choice of its own,
made by a model over these candidates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warledger.claims.text.tokens import Doc, Token, written
from warledger.scoring.muc_notation import folded
from warledger.scoring.muc_sentences import plain

ARTICLES = frozenset(("a", "an", "the"))
# Parts of speech of heads; those that are seldom heads count only where the parse gives them a noun's place.
NOUNS, SELDOM = ("NOUN", "PROPN"), ("ADJ", "NUM", "X", "VERB")
NOUN_PLACES = ("pobj", "dobj", "nsubj", "nsubjpass", "conj", "attr", "appos")
# A phrase has no more words before its head and behind it than these: what is longer no key has.
MOST_BEFORE, MOST_BEHIND = 8, 12
BREAKS = frozenset((",", ";", ":", "(", ")", "[", "]", "--"))


@dataclass(frozen=True)
class Wording:
    """One wording of a phrase: tokens start to end; kind says what was taken in behind the head."""

    start: int
    end: int
    kind: str
    text: str
    folded: str


def phrase_heads(doc: Doc) -> Iterator[Token]:
    """The heads of noun phrases."""
    for token in doc:
        seldom = token.pos_ in SELDOM and token.dep_ in NOUN_PLACES and (token.pos_ != "VERB" or token.tag_.startswith("NN"))
        if (token.pos_ in NOUNS or seldom) and any(letter.isalpha() for letter in token.text):
            yield token


def first_word(head: Token) -> int:
    """The index of the first word of the phrase that ends in its head."""
    doc, i = head.doc, head.i
    while i > head.sent.start and not doc[i - 1].is_space and head.is_ancestor(doc[i - 1]) and doc[i - 1].text not in BREAKS:
        i -= 1
    while i < head.i and (doc[i].is_punct or doc[i].is_space):
        i += 1
    return i


def wordings(head: Token) -> list[Wording]:
    """All wordings of the phrase of a head, shortest ends first."""
    doc = head.doc
    starts = [i for i in range(first_word(head), head.i + 1) if not (doc[i].lower_ in ARTICLES or doc[i].is_punct or doc[i].is_space)]
    ends = [(head.i + 1, "plain"), *sorted(_ends_behind(head).items())]
    return [Wording(start, end, kind, " ".join(written(doc[start:end]).split()), folded(written(doc[start:end])))
            for end, kind in ends for start in starts[-MOST_BEFORE:]]


def _ends_behind(head: Token) -> dict[int, str]:
    """Where a phrase may end behind its head: behind what a preposition brings, or behind a clause."""
    ends: dict[int, str] = {}
    for child in head.rights:
        if child.dep_ == "prep":
            for inner in _objects(child):
                ends.setdefault(inner.i + 1, f"{child.lower_}:near")
                for deeper in inner.rights:
                    if deeper.dep_ == "prep" and deeper.lower_ == "of":
                        ends |= {last.i + 1: f"{child.lower_}:far" for last in _objects(deeper) if last.i + 1 not in ends}
        if child.dep_ in ("prep", "acl", "relcl", "appos"):
            end = child.right_edge.i + 1
            while end > head.i + 1 and (head.doc[end - 1].is_punct or head.doc[end - 1].is_space):
                end -= 1
            if end - head.i <= MOST_BEHIND:
                ends.setdefault(end, f"{child.lower_ if child.dep_ == 'prep' else child.dep_}:all")
    return ends


def _objects(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ == "pobj"]


def wording_features(head: Token, one: Wording) -> set[str]:
    """What tells whether a key would write the phrase so."""
    doc, behind = head.doc, one.kind.split(":")[0]
    first, last = doc[one.start], doc[one.end - 1]
    found = {f"k:{one.kind}", f"ks:{behind}:{min(5, one.end - one.start)}", f"off:{min(6, head.i - one.start)}",
             f"full:{all(doc[i].lower_ in ARTICLES for i in range(first_word(head), one.start))}",
             f"1:{plain(first)}", f"1d:{first.dep_}", f"1p:{first.pos_}", f"1e:{first.ent_type_}", f"1c:{first.text[:1].isupper()}",
             f"-1:{plain(last)}", f"-1p:{last.pos_}", f"-1e:{last.ent_type_}",
             f"h:{plain(head)}:{behind}", f"ho:{plain(head)}:{min(4, head.i - one.start)}"}
    if one.start > 0:
        left = doc[one.start - 1]
        found |= {f"l:{plain(left)}", f"ld:{left.dep_}", f"lp:{left.pos_}", f"le:{left.ent_type_}>{first.ent_type_}",
                  f"lc:{left.text[:1].isupper()}>{first.text[:1].isupper()}"}
    if one.end < len(doc):
        found.add(f"r:{doc[one.end].lower_}")
    inner = [doc[i] for i in range(one.start, one.end)]
    found |= {f"in:{token.dep_}" for token in inner}
    found |= {f"num:{any(token.like_num for token in inner)}", f"punct:{any(token.is_punct and token.text != '-' for token in inner)}"}
    return found
