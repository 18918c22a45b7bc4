"""Layer 6, figures of harm that no clause took: "Mortar fire in the town kills 12: wounds 50", "22 fighters were killed when ...".

In: a Reading, its happenings and what was counted of each. Out: the same counts with such figures. Decision: where the parse ties a
figure to nothing, the word of harm beside it tells what befell those whom it counts; it goes to the act that has this word, to the
only act of its sentence, or to that of the figure before which it goes on. A figure that is counted stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warledger.claims.acts.happenings import Happening
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.tallies import Counted, count, counted_as
from warledger.claims.text.tokens import Token
from warledger.lexicons.fate_lexicon import load_fates

# How many words behind a figure the word of harm may stand.
REACH = 14
# What may stand between a figure and the word of harm: those counted and what tells of them.
PASSED = frozenset(("NOUN", "PROPN", "ADJ", "DET", "AUX", "ADV", "PUNCT", "CCONJ", "SPACE"))
PASSED_WORDS = frozenset(("of", "from", "including", "reported", "confirmed"))
ENDS = frozenset((";", ":", ".", "-", "--"))
# "five of the wounded": a part of others, of whom the sentence tells something else.
OF_OTHERS = frozenset(("the", "them", "those", "whom", "these"))
# Where those counted after the first place are.
PLACED = frozenset(("in", "at", "near", "outside", "around", "inside", "across"))
GOES_ON = frozenset(("and", "another", ","))
# Between a verb and its figure.
BEFORE_FIGURE = frozenset(("the", "another", "other"))
YEAR = re.compile(r"(?:19|20)\d\d")
ASSAULT = "ASSAULT"


@dataclass(frozen=True)
class _Fate:
    """What befell those of a figure, and the token that tells it."""

    what: str
    token: int


def count_all(reading: Reading, happenings: Sequence[Happening]) -> list[list[Counted]]:
    """The tallies of each happening, in text order, with the figures beside a word of harm that none of them took."""
    counted = [count(reading, happening) for happening in happenings]
    for quantity in reading.quantities:
        if quantity.unit not in ("people", "unknown") or quantity.high == 0 or _is_taken(quantity, counted) or _is_no_count(reading, quantity):
            continue
        sentence = reading.doc[quantity.head].sent
        here = [i for i, one in enumerate(happenings) if sentence.start <= one.main.head < sentence.end]
        told = _by_word(reading, quantity, happenings, counted, here) or _goes_on(reading, quantity, counted, here)
        if told is not None and not reading.layout.is_boilerplate(quantity.start):
            at, what = told
            counted[at] = sorted([*counted[at], counted_as(reading, quantity.head, what, quantity)], key=lambda item: (item.start, item.tally.what))
    return counted


def _is_taken(quantity: QuantityMention, counted: Sequence[Sequence[Counted]]) -> bool:
    return any(item.start <= quantity.start < item.end or quantity.start <= item.start < quantity.end for items in counted for item in items)


def _is_no_count(reading: Reading, quantity: QuantityMention) -> bool:
    """Whether a number of nothing known is a year, an age between commas, or stands in brackets or half a word."""
    text, start, end = reading.report.text, quantity.start, quantity.end
    if quantity.unit == "people":
        return False
    aside = text[:start].rstrip()[-1:] in (",", "(") and text[end:end + 1] in (",", ")")
    return aside or bool(YEAR.fullmatch(quantity.text)) or not (text[end:end + 1] or " ").isspace()


def _by_word(reading: Reading, quantity: QuantityMention, happenings: Sequence[Happening], counted: Sequence[Sequence[Counted]],
             here: Sequence[int]) -> tuple[int, str] | None:
    """The happening that a figure goes to by the word of harm beside it, and what befell those."""
    if quantity.part:
        return None
    fate = _behind(reading, quantity) or _before(reading, quantity)
    if fate is None:
        return None
    acts = [i for i in here if happenings[i].main.frame.type == ASSAULT and happenings[i].main.frame.stance is None]
    own = [i for i in acts if any(fate.token in match.trigger for match in happenings[i].matches)]
    fit = own or (acts if len(acts) == 1 else [])
    if not fit or any(item.tally.what == fate.what and not _is_part(reading, item) for item in counted[fit[0]]):
        return None
    return fit[0], fate.what


def _is_part(reading: Reading, item: Counted) -> bool:
    return any(quantity.part and quantity.start == item.start for quantity in reading.quantities)


def _behind(reading: Reading, quantity: QuantityMention) -> _Fate | None:
    """"22 fighters were killed", "leaving 5 martyrs", "left 35 people including 22 children dead"."""
    tokens = _tokens_behind(reading, quantity)
    words = load_fates()
    for position, token in enumerate(tokens):
        low = token.lower_
        if low in words.befell:
            return _Fate(words.befell[low], token.i) if _tells_fate(token) else None
        other = any(one.start <= token.idx < one.end and not one.part for one in reading.quantities)
        of_others = low == "of" and position + 1 < len(tokens) and tokens[position + 1].lower_ in OF_OTHERS
        if other or of_others or low in ENDS or not (token.pos_ in PASSED or low in PASSED_WORDS):
            return None
    return None


def _tokens_behind(reading: Reading, quantity: QuantityMention) -> list[Token]:
    """The words of its sentence right behind a figure."""
    span = reading.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    return list(reading.doc[span.end:min(span.end + REACH, reading.doc[span.start].sent.end)]) if span is not None else []


def _tells_fate(token: Token) -> bool:
    """Whether a word tells what befell those before it: not those who kill others, nor of what kind they are."""
    passive = any(child.dep_ in ("auxpass", "aux") for child in token.children)
    killers = not passive and any(child.dep_ == "dobj" and child.i > token.i for child in token.children)
    return not killers and not (token.dep_ == "amod" and token.head.i > token.i)


def _before(reading: Reading, quantity: QuantityMention) -> _Fate | None:
    """"kills at least 12", "killing two of them", "claiming eight"."""
    first = reading.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if first is None or first.start == reading.doc[first.start].sent.start:
        return None
    token = reading.doc[first.start - 1]
    token = token.nbor(-1) if token.lower_ in BEFORE_FIGURE and token.i > token.sent.start else token
    what = load_fates().does.get(token.lower_)
    return _Fate(what, token.i) if what is not None else None


def _goes_on(reading: Reading, quantity: QuantityMention, counted: Sequence[Sequence[Counted]], here: Sequence[int]) -> tuple[int, str] | None:
    """"killed 45 in the city and 22 in the next province": a figure that goes on with the last one counted before it."""
    last = max(((item.start, item.end, i, item.tally.what) for i in here for item in counted[i] if item.end <= quantity.start), default=None)
    if last is None:
        return None
    between = [reading.doc[i] for i in reading.tokens_of(last[1], quantity.start) if last[1] <= reading.doc[i].idx < quantity.start]
    behind = next(iter(_tokens_behind(reading, quantity)), None)
    listed = bool(between) and between[-1].lower_ in GOES_ON and any(token.lower_ in PLACED for token in between)
    if quantity.part or not listed or any(token.pos_ == "VERB" for token in between) or behind is None or behind.lower_ not in PLACED:
        return None
    return last[2], last[3]
