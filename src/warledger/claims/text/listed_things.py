"""Layer 2, mended: lists of things that the parse takes for one thing and what it is: "destroyed two trucks, an ammunition depot and three tanks".

In: a noun of the parse. Out: the same, hung as the second of the list. Decision: a thing that can be hit, with an article or a number of its own and with more
behind "and", is one more beside the thing before its comma, whose object or subject both are.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import load_word_classes

THINGS = frozenset(("building", "vehicle", "aircraft", "infrastructure", "weapon", "supplies"))
DONE_TO = frozenset(("dobj", "nsubjpass", "pobj", "conj"))
WHERE = frozenset(("in", "at", "near", "on"))
ARTICLES = frozenset(("a", "an", "another", "several", "some", "many"))


def mend_listed_thing(noun: Token) -> None:
    """Hang a thing in apposition to another, or to where that is, as one more of its list."""
    first = noun.head
    if noun.dep_ != "appos" or first.i > noun.i or noun.doc[noun.left_edge.i - 1].text != ",":
        return
    if first.dep_ == "pobj" and first.head.lower_ in WHERE and first.pos_ == "PROPN":
        first = first.head.head  # "a truck in Khost, a depot and four tanks"
    last = _last_of(noun)
    if last is None or first.dep_ not in DONE_TO or first.lemma_ == noun.lemma_ or not all(_is_one_more(one) for one in (first, noun)):
        return
    if last.head is not noun and _is_one_more(last):
        next(child for child in last.head.children if child.dep_ == "cc").hang_on(noun, "cc")
        last.hang_on(noun, "conj")
    noun.hang_on(first, "conj")


def _last_of(noun: Token) -> Token | None:
    """What stands behind "and" beside a thing, or beside where the parse has that: "a depot in the town and three tanks"."""
    beside = [noun, *(inner for child in noun.children if child.lower_ in WHERE for inner in child.children if inner.dep_ == "pobj")]
    for one in beside:
        joined = any(child.dep_ == "cc" and child.lower_ == "and" for child in one.children)
        last = next((child for child in one.children if child.dep_ == "conj" and child.i > noun.i), None)
        if joined and last is not None:
            return last
    return None


def _is_one_more(noun: Token) -> bool:
    """"a tank", "two ammunition depots": one or some among others."""
    counted = any(child.dep_ == "nummod" or child.lower_ in ARTICLES for child in noun.children if child.i < noun.i)
    return counted and bool(load_word_classes().of(noun.lemma_.lower()) & THINGS)
