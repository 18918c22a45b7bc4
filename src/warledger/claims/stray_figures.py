"""Layer 6, figures of harm that no clause took: "Mortar fire in the town kills 12: wounds 50", "22 fighters were killed when ...".

In: a Reading, its happenings and what was counted of each. Out: the same counts with such figures. Decision: where the parse ties a
figure to nothing, the word of harm beside it tells what befell those whom it counts; it goes to the act that has this word, to the
only act of its sentence, or to that of the figure before which it goes on. A figure that is counted stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.acts.described_victims import described
from warledger.claims.acts.fates_beside import (
    BOTH,
    GOES_ON,
    JOINS,
    Fate,
    fate_before,
    fate_behind,
    fate_of_number,
    next_of_list,
    tokens_behind,
)
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.lone_victims import HARMED
from warledger.claims.acts.only_tried import is_only_tried
from warledger.claims.acts.own_fates import is_of_households
from warledger.claims.acts.senses import MISHAP, causes
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.standing_figures import Counted
from warledger.claims.tallies import count, counted_as, single_of
from warledger.claims.text.tokens import Token
from warledger.lexicons.fate_lexicon import load_fates

# Where those counted after the first place are.
PLACED = frozenset(("in", "at", "near", "outside", "around", "inside", "across", "among"))
# What stands between those counted and a part of them.
BEFORE_PART = frozenset(("including", "among", "amongst", "whom", "them", "of", "were", "was", "are", "and", "also"))
# Verbs by which some of the dead are told to be of one act, and what leads to it.
COMING = frozenset(("be", "come", "die", "fall", "occur"))
OF_ACT = frozenset(("in", "from", "during"))
# What may follow a number that stands alone.
ALONE = re.compile(r"[.,;]?(?:\s|$)")
YEAR = re.compile(r"(?:19|20)\d\d")
# What a figure of harm is not.
DISPLACED = "displaced"
MOVED = frozenset((DISPLACED, "evacuated"))
REVISED = frozenset(("killed", "wounded", DISPLACED))
# How a sentence tells who is one of several: "were among the dead", "the dead include".
AMONG = frozenset(("among", "amongst"))
BEING = frozenset(("be",))
COUNTING = frozenset(("include", "comprise", "number"))


def count_all(reading: Reading, happenings: Sequence[Happening]) -> list[list[Counted]]:
    """The tallies of each happening, in text order, with the figures beside a word of harm that none of them took."""
    counted = [_by_surface(reading, happening, count(reading, happening)) for happening in happenings]
    for quantity in reading.quantities:
        if quantity.unit not in ("people", "unknown") or quantity.high == 0 or quantity.idle or _is_taken(quantity, counted) or _is_no_count(reading, quantity):
            continue
        sentence = reading.doc[quantity.head].sent
        here = [i for i, one in enumerate(happenings) if sentence.start <= one.main.head < sentence.end]
        told = (_of_the_dead(reading, quantity, happenings, here) or _part_of_last(reading, quantity, counted, here) if quantity.part else
                _by_word(reading, quantity, happenings, counted) or _in_act(reading, quantity, happenings, counted, here)
                or _goes_on(reading, quantity, counted, here))
        if told is not None and not reading.layout.is_boilerplate(quantity.start):
            at, what = told
            _add(counted[at], counted_as(reading, quantity.head, what, quantity))
    for token in reading.doc if load_fates().those.keys() & reading.words else ():
        for item in _among(reading, token):
            acts = _acts_of(reading, happenings, token, item.tally.what)
            if acts and not any(_covers(item, other) for items in counted for other in items):
                _add(counted[acts[0]], item)
    for at, item in described(reading, happenings):
        if not any(_covers(item, other) for items in counted for other in items):
            _add(counted[at], item)
    return counted


def _by_surface(reading: Reading, happening: Happening, counted: list[Counted]) -> list[Counted]:
    """The tallies of a happening as the words beside them say: "19 killed and injured" are casualties, of "killed 160 people" nobody was displaced."""
    kept = []
    for item in counted:
        quantity = next((one for one in reading.quantities if one.start == item.start), None) if item.tally.what in REVISED and item.tally.high != 0 else None
        fate = (fate_behind(reading, quantity) or fate_before(reading, quantity)) if quantity is not None else None
        if fate is not None and fate.what == BOTH:
            item = replace(item, tally=replace(item.tally, what=BOTH))
        foreign = item.tally.what == DISPLACED and fate is not None and fate.what in HARMED
        if not foreign or quantity is None or _tells_of(reading, happening, quantity.head):
            kept.append(item)
    return kept


def _tells_of(reading: Reading, happening: Happening, noun: int) -> bool:
    """"killed 12 people who tried to flee", "killed 12 people, including two boys, fleeing the town": whether an act is told of those at a noun."""
    acts = [match for match in happening.matches if not is_only_tried(reading.doc[match.head])]
    told = any(token.dep_ == "relcl" and token.head.i == noun for match in acts for token in (reading.doc[match.head], *reading.doc[match.head].ancestors))
    return told or any(reading.doc[match.head].dep_ == "acl" and noun in match.clause.at("subject") for match in acts)


def _add(counted: list[Counted], item: Counted) -> None:
    counted.append(item)
    counted.sort(key=lambda one: (one.start, one.tally.what))


def _covers(item: Counted, other: Counted) -> bool:
    return item.start < other.end and other.start < item.end


def _acts_of(reading: Reading, happenings: Sequence[Happening], word: Token, what: str) -> list[int]:
    """The happening that a word of harm goes to: that which has the word, or the only one of its kind in its sentence."""
    kind = "DISPLACEMENT" if what in MOVED else "ASSAULT"
    acts = [i for i, one in enumerate(happenings) if word.sent.start <= one.main.head < word.sent.end
            and one.main.frame.type == kind and one.main.frame.stance is None and not one.main.clause.negated]
    own = [i for i in acts if any(word.i in match.trigger for match in happenings[i].matches)]
    beneath = {inner.i for inner in word.subtree}  # "among the victims of that raid"
    return own or (acts if len(acts) == 1 else [i for i in acts if happenings[i].main.head in beneath][:1])


def _among(reading: Reading, word: Token) -> list[Counted]:
    """"five pupils were among the dead", "those killed include a nurse": who is told to be one of those whom harm befell."""
    what = load_fates().those.get(word.lower_)
    phrase = word.head if word.dep_ == "acl" and word.head.lower_ == "those" else word
    known = phrase is not word or any(child.lower_ == "the" or child.dep_ == "poss" for child in word.children)  # "among Friday's victims"
    verb = phrase.head.head if phrase.dep_ == "pobj" and phrase.head.lower_ in AMONG else phrase.head if phrase.dep_ == "nsubj" else None
    if what is None or not known or verb is None or verb.lemma_ not in (COUNTING if phrase.dep_ == "nsubj" else BEING):
        return []
    first = [child for child in verb.children if child.dep_ in ("nsubj", "attr", "dobj") and child.i != phrase.i]
    heads = dict.fromkeys(i for child in first for i in (*reading.fillers(child.i), child.i))
    told = [(i, [one for one in reading.quantities_at(i) if one.unit == "people"]) for i in heads]
    numbered = [counted_as(reading, i, what, quantity) for i, quantities in told for quantity in quantities]
    return [*numbered, *(single for i, quantities in told if not quantities and (single := single_of(reading, i, what)) is not None)]


def _is_taken(quantity: QuantityMention, counted: Sequence[Sequence[Counted]]) -> bool:
    return any(item.start <= quantity.start < item.end or quantity.start <= item.start < quantity.end for items in counted for item in items)


def _is_no_count(reading: Reading, quantity: QuantityMention) -> bool:
    """Whether a number of nothing known is a year, an age between commas, or stands in brackets or half a word."""
    text, start, end = reading.report.text, quantity.start, quantity.end
    if quantity.unit == "people":
        return is_of_households(reading, quantity)
    aside = text[:start].rstrip()[-1:] in (",", "(") and text[end:end + 1] in (",", ")")
    return aside or bool(YEAR.fullmatch(quantity.text)) or not ALONE.match(text, end)


def _by_word(reading: Reading, quantity: QuantityMention, happenings: Sequence[Happening], counted: Sequence[Sequence[Counted]]) -> tuple[int, str] | None:
    """The happening that a figure goes to by the word of harm beside it, and what befell those."""
    fate = fate_behind(reading, quantity) or fate_before(reading, quantity) or fate_of_number(reading, quantity)
    if fate is None or (fate.token in reading.verbs and causes(reading, reading.verbs[fate.token]) & MISHAP):  # "died of starvation"
        return None
    fit = _acts_of(reading, happenings, reading.doc[fate.token], fate.what)
    told = [item for item in counted[fit[0]] if item.tally.what == fate.what and not _is_part(reading, item)] if fit else []
    listed = _list_of(reading, quantity) if told else frozenset()
    if not fit:
        return _with_next(reading, fate, counted)
    return (fit[0], fate.what) if all(item.start in listed for item in told) else None


def _with_next(reading: Reading, fate: Fate, counted: Sequence[Sequence[Counted]]) -> tuple[int, str] | None:
    """"35 dead & 70 wounded after a strike": the act of the figure that is joined right behind the word of harm."""
    behind = reading.doc[fate.token + 1:fate.token + 3]
    if len(behind) < 2 or behind[0].lower_ not in JOINS:
        return None
    told = [i for i, items in enumerate(counted) for item in items if item.start == behind[1].idx and item.tally.what in HARMED - {fate.what}]
    return (told[0], fate.what) if told else None


def _list_of(reading: Reading, quantity: QuantityMention) -> frozenset[int]:
    """Where the figures stand that a list joins with one: "39 fighters from the north, 21 from the coast and six of the guards were killed"."""
    sentence = reading.doc[quantity.head].sent
    links = {one.start: after.start for one in reading.quantities if sentence.start_char <= one.start < sentence.end_char
             and (after := next_of_list(reading, one)) is not None}
    listed, size = {quantity.start}, 0
    while size < len(listed):
        size = len(listed)
        listed |= {start for start, after in links.items() if after in listed} | {links[start] for start in listed if start in links}
    return frozenset(listed)


def _is_part(reading: Reading, item: Counted) -> bool:
    return any(quantity.part and quantity.start == item.start for quantity in reading.quantities)


def _part_of_last(reading: Reading, quantity: QuantityMention, counted: Sequence[Sequence[Counted]], here: Sequence[int]) -> tuple[int, str] | None:
    """"killing eight people, two of them pupils on their way home": a part of those just counted, right behind them."""
    last = max(((item.start, item.end, i, item.tally.what) for i in here for item in counted[i] if item.end <= quantity.start), default=None)
    if last is None or last[3] not in HARMED:
        return None
    between = [reading.doc[i] for i in reading.tokens_of(last[1], quantity.start) if last[1] <= reading.doc[i].idx < quantity.start]
    fate = fate_behind(reading, quantity)
    beside = all(token.lower_ in BEFORE_PART or token.is_punct or load_fates().befell.get(token.lower_) == last[3] for token in between)
    return (last[2], last[3]) if beside and (fate is None or fate.what == last[3]) else None


def _of_the_dead(reading: Reading, quantity: QuantityMention, happenings: Sequence[Happening], here: Sequence[int]) -> tuple[int, str] | None:
    """"at least 10 of the dead came in strikes near the market": the act of the sentence of which some of the dead are told to be."""
    behind = tokens_behind(reading, quantity)[:3]
    what = load_fates().those.get(behind[2].lower_) if [token.lower_ for token in behind[:2]] == ["of", "the"] and len(behind) > 2 else None
    if what is None:
        return None
    number = behind[0].head
    acts = {i for child in number.head.children if child.lower_ in OF_ACT for inner in child.children if inner.dep_ == "pobj" for i in reading.fillers(inner.i)}
    told = [i for i in here if happenings[i].main.head in acts and happenings[i].main.frame.type == "ASSAULT"]
    return (told[0], what) if told and number.dep_ == "nsubj" and number.head.lemma_ in COMING else None


def _in_act(reading: Reading, quantity: QuantityMention, happenings: Sequence[Happening], counted: Sequence[Sequence[Counted]],
            here: Sequence[int]) -> tuple[int, str] | None:
    """"killed 76 people including 12 in a car bombing", "10 when their bus was hit": a bare figure of those just counted, right before the act that it is of."""
    last = max(((item.start, item.tally.what) for i in here for item in counted[i] if item.end <= quantity.start), default=None)
    behind = next(iter(tokens_behind(reading, quantity)), None)
    if last is None or last[1] not in HARMED or behind is None or behind.lower_ not in ("in", "when"):
        return None
    acts = {behind.head.i} if behind.lower_ == "when" else {child.i for child in behind.children if child.dep_ == "pobj"}
    told = [i for i in here if happenings[i].main.head in acts and happenings[i].main.frame.type == "ASSAULT" and not counted[i]]
    return (told[0], last[1]) if told else None


def _goes_on(reading: Reading, quantity: QuantityMention, counted: Sequence[Sequence[Counted]], here: Sequence[int]) -> tuple[int, str] | None:
    """"killed 45 in the city and 22 in the next province", "as well as five of his men": a figure that goes on with the last one counted."""
    last = max(((item.start, item.end, i, item.tally.what) for i in here for item in counted[i] if item.end <= quantity.start), default=None)
    if last is None:
        return None
    if _by_same_verb(reading, quantity, last[0], last[1]):
        return last[2], last[3]
    between = [reading.doc[i] for i in reading.tokens_of(last[1], quantity.start) if last[1] <= reading.doc[i].idx < quantity.start]
    behind = next(iter(tokens_behind(reading, quantity)), None)
    if [token.lower_ for token in between[-3:]] == ["as", "well", "as"]:
        return last[2], last[3]
    joined = bool(between) and (between[-1].lower_ in GOES_ON or reading.place_at(between[-1].i) is not None)  # "nine in Homs 14 in Hama"
    told = any(token.pos_ == "VERB" and load_fates().befell.get(token.lower_) != last[3] for token in between)
    if not joined or all(token.lower_ not in PLACED for token in between) or told or behind is None or behind.lower_ not in PLACED:
        return None
    return last[2], last[3]


def _by_same_verb(reading: Reading, quantity: QuantityMention, start: int, end: int) -> bool:
    """"the rebels lost 40 fighters and the army lost at least 12": a bare figure under the same verb as those last counted, joined to it."""
    number = reading.doc[quantity.head]
    verbs = {reading.doc[i].head for i in reading.tokens_of(start, end) if reading.doc[i].dep_ == "dobj"}
    bare = number.like_num and number.dep_ == "dobj"
    return bare and number.head.dep_ == "conj" and any(number.head.head.i == verb.i and number.head.lemma_ == verb.lemma_ for verb in verbs)
