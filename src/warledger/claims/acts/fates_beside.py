"""Layer 6, the word of harm beside a figure: "22 fighters were killed", "kills 12", "the number of guards killed to 18".

In: a Reading and a quantity. Out: what befell those whom it counts, with the token that tells it; None where no such word stands beside it.
Decision: by the words alone, since it is asked of figures that the parse ties to nothing; only those counted and what tells of them may stand
between, and an insertion between two dashes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.fate_lexicon import load_fates
from warledger.lexicons.number_lexicon import load_numbers

# How many words behind a figure the word of harm may stand, and how many before one that a number has risen to.
REACH = 14
# What may stand between a figure and the word of harm: those counted and what tells of them.
PASSED = frozenset(("NOUN", "PROPN", "ADJ", "DET", "AUX", "ADV", "PUNCT", "CCONJ", "SPACE"))
PASSED_WORDS = frozenset(("of", "from", "including", "reported", "confirmed"))
ENDS = frozenset((";", ":", ".", "-", "--"))
DASHES = frozenset(("-", "--", "–", "—"))
# How an insertion opens that tells who some of those counted are.
INSERTED = frozenset(("including", "among", "mostly", "mainly"))
# "five of the wounded": a part of others, of whom the sentence tells something else.
OF_OTHERS = frozenset(("the", "them", "those", "whom", "these"))
GOES_ON = frozenset(("and", "another", ","))
# What stands between two figures of a list, beside the words that are passed.
LISTED = frozenset(("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT", "SPACE"))
# Between a verb and its figure.
BEFORE_FIGURE = frozenset(("the", "another", "other"))
# What is left of those who were killed.
BODIES = frozenset(("bodies", "corpses"))
# One figure of two fates.
BOTH = "casualties"
JOINS = frozenset(("and", "or", ",", "&"))
# Whose figure is led to by "to".
NUMBERS = frozenset(("number", "toll", "total", "tally", "count"))


@dataclass(frozen=True)
class Fate:
    """What befell those of a figure, and the token that tells it."""

    what: str
    token: int


def next_of_list(reading: Reading, quantity: QuantityMention) -> QuantityMention | None:
    """The figure that a list goes on with behind one: only those counted, where they are from and what joins the two stand between."""
    tokens = tokens_behind(reading, quantity)
    for position, token in enumerate(tokens):
        after = next((one for one in reading.quantities if one.start == token.idx), None)
        if after is not None:
            counts = after.unit in ("people", "unknown") and not after.part and after.high != 0  # "hurt 30 men, and no casualties were seen elsewhere"
            return after if position and tokens[position - 1].lower_ in GOES_ON and counts else None
        if not (token.pos_ in LISTED or token.lower_ in PASSED_WORDS):
            return None
    return None


def fate_behind(reading: Reading, quantity: QuantityMention, listed: bool = False) -> Fate | None:
    """"22 fighters were killed", "leaving 5 martyrs", "left 31 people including 12 pupils dead"; listed: behind another of a list."""
    if reading.doc[quantity.head].lower_ in BODIES:
        return Fate("killed", quantity.head)  # "pulled 14 bodies from the rubble"
    tokens = tokens_behind(reading, quantity)
    words = load_fates()
    for position, token in enumerate(tokens):
        low = token.lower_
        if low in words.befell:
            return Fate(_with_second(token, words.befell, 1), token.i) if _tells_fate(token) else None
        if any(one.start <= token.idx < one.end and not one.part for one in reading.quantities):
            after = next_of_list(reading, quantity) if not quantity.part else None  # "56 dead including 11 children and dozens wounded"
            return fate_behind(reading, after, listed=True) if after is not None else None
        if _is_of_others(tokens, position, listed) or _ends(token) or not (token.pos_ in PASSED or low in PASSED_WORDS):
            return None
    return None


def _is_of_others(tokens: Sequence[Token], position: int, listed: bool) -> bool:
    """"five of the wounded", "two of them"; in "left 13 guards and five of the attackers dead" they are no others."""
    behind = tokens[position + 1].lower_ if position + 1 < len(tokens) else ""
    return tokens[position].lower_ == "of" and behind in OF_OTHERS and not (listed and behind == "the")


def _ends(token: Token) -> bool:
    """Whether a mark ends what a figure may be tied to; the hyphen of a name ("al-Sham") does not."""
    glued = token.lower_ == "-" and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_
    return token.lower_ in ENDS and not glued


def tokens_behind(reading: Reading, quantity: QuantityMention) -> list[Token]:
    """The words of its sentence right behind a figure."""
    span = reading.tokens_of(quantity.start, quantity.end)
    return _without_insertion(list(reading.doc[span.stop:reading.doc[span.start].sent.end]))[:REACH] if span else []


def _without_insertion(tokens: list[Token]) -> list[Token]:
    """"23 villagers - including nine children - dead": what stands on both sides of the dashes."""
    dashes = [at for at, token in enumerate(tokens[:2 * REACH]) if token.text in DASHES and token.i and token.nbor(-1).whitespace_]
    opened = len(dashes) > 1 and tokens[dashes[0] + 1].lower_ in INSERTED
    return [*tokens[:dashes[0]], *tokens[dashes[1] + 1:]] if opened else tokens


def _tells_fate(token: Token) -> bool:
    """Whether a word tells what befell those before it: not those who kill others, nor of what kind they are."""
    passive = any(child.dep_ in ("auxpass", "aux") for child in token.children)
    killers = not passive and any(child.dep_ == "dobj" and child.i > token.i for child in token.children)
    return not killers and not (token.dep_ == "amod" and token.head.i > token.i)


def fate_before(reading: Reading, quantity: QuantityMention) -> Fate | None:
    """"kills at least 12", "killing two of them", "claiming eight", "the bodies of four"."""
    first = reading.tokens_of(quantity.start, quantity.end)
    if not first or first.start == reading.doc[first.start].sent.start:
        return None
    token = reading.doc[first.start - 1]
    only_parsed = token.text == "," and reading.report.text[token.idx] != ","
    token = token.nbor(-1) if (only_parsed or token.lower_ in BEFORE_FIGURE) and token.i > token.sent.start else token
    if token.lower_ == "of" and token.i and token.nbor(-1).lower_ in BODIES:
        return Fate("killed", token.i - 1)
    words = load_fates().does
    return Fate(_with_second(token, words, -1), token.i) if token.lower_ in words else None


def _with_second(token: Token, fates: Mapping[str, str], step: int) -> str:
    """What a word tells together with another of the same place beside it: "killed, injured" and "killed or wounded" tell of both."""
    what, sentence = fates[token.lower_], token.sent
    at = token.i + step
    while sentence.start <= at < sentence.end and token.doc[at].lower_ in JOINS:
        at += step
    second = fates.get(token.doc[at].lower_, what) if sentence.start <= at < sentence.end else what
    last = step > 0 and at + 1 < sentence.end and token.doc[at + 1].like_num  # "12 killed and wounded 30"
    return BOTH if {what, second} == {"killed", "wounded"} and not last else what


def fate_of_number(reading: Reading, quantity: QuantityMention) -> Fate | None:
    """"brought the number of soldiers killed to 18": the word of harm that tells of the number whose figure is led to by "to"."""
    first = reading.tokens_of(quantity.start, quantity.end)
    if not first or first.start < 1 or reading.doc[first.start - 1].lower_ != "to":
        return None
    before = list(reading.doc[max(reading.doc[first.start].sent.start, first.start - REACH):first.start - 1])
    number = max((token.i for token in before if token.lemma_.lower() in NUMBERS), default=None)
    if number is None or not any(token.lower_ in load_numbers().rise_verbs for token in before):
        return None
    told = [token for token in before if token.i > number and token.lower_ in load_fates().befell]
    return Fate(load_fates().befell[told[-1].lower_], told[-1].i) if told else None
