"""Layer 3, how many: the numbers of a report with their bounds and what they count.

In: a parsed report. Out: QuantityMentions in order. Decision: every number is returned with its unit, also those that count
no people, so that nobody downstream takes a distance, a date or an age for a toll.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.mentions import QuantityMention, TimeMention
from warledger.claims.quantities import context
from warledger.claims.quantities.nouns import Counted, counted
from warledger.claims.quantities.numbers import NumberSpan, find_numbers
from warledger.claims.text.tokens import Doc, Token
from warledger.claims.times.finder import find_times
from warledger.lexicons.unit_lexicon import load_units, singular

# "20 army and 12 rebel fighters": the first number has the noun of the second; "two command posts" have their own.
SHARED_NOUN = re.compile(r"\s+(?!(?:in|at|near|from|on|by|was|were|are|is)\s)[\w-]+(?:\s+(?![a-z-]+[^s\W]s\s)[\w-]+)?\s+(?:and|or)\s+")
LONGEST_GAP = 60
# "12 of the 15 passengers", "one of the group's 60 fighters": the second number is of the whole, of which the first words take a part.
OF_WHOLE = re.compile(r"(?P<part>[\w-]+)\s+of\s+(?P<known>(?:the|their|its|his|her|our|those|these)\s+(?:[\w-]+(?:['’]s|s['’])\s+)?)?$", re.IGNORECASE)
# Nouns of the dead, behind whose "of" stands who they were.
BODIES = frozenset(("body", "corpse", "remains"))
# "five were killed in the north and one in the south"; "and one in ten" is a share.
GOES_ON, PLACED = re.compile(r"\band\s+$"), re.compile(r"\s(?:in|at|near|outside)\s(?!(?:every|each|\d|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b)")
PARTS = ("one", "some", "most", "many", "half", "none", "few")
COUNTING_SOMEBODY = ("people", "unknown")


def find_quantities(doc: Doc, times: Sequence[TimeMention] | None = None) -> list[QuantityMention]:
    """The numbers of the Doc. times are those that find_times gave for it; they are sought where they are not given."""
    text = doc.text
    known_times = find_times(doc) if times is None else times
    found: list[QuantityMention] = []
    for number in find_numbers(text):
        time = next((time for time in known_times if time.start < number.end and number.number_at < time.end), None)
        if time is not None:
            found.append(_of_time(text, number, time))
            continue
        mention = _mention(doc, text, number, found[-1] if found else None)
        if mention is not None:
            found.append(mention)
    return _of_wholes(doc, text, _shared(text, found))


def _of_time(text: str, number: NumberSpan, time: TimeMention) -> QuantityMention:
    unit = "time" if time.kind in ("duration", "period", "time", "relative", "set") else "date"
    start = max(number.number_at, 0)
    return QuantityMention(
        start, number.end, time.head, text[start : number.end], number.low, number.high, number.best, number.approximate, unit
    )


def _mention(doc: Doc, text: str, number: NumberSpan, previous: QuantityMention | None) -> QuantityMention | None:
    what = counted(doc, text, number)
    if not _is_number(text, number, what):
        return None
    sentence = (what.head.sent.start_char, what.head.sent.end_char)
    part = context.is_part(text, sentence, number.start, number.end)
    listed = previous is not None and previous.part and previous.unit == "people" and what.phrase_end > number.end
    if previous is not None and listed and not part and what.head.lower_ != "others":
        part = context.continues_part(text, previous.end, number.start)
    further = context.is_further(text, number.start, number.number_at, number.end)
    people = what.unit == "people"
    return QuantityMention(
        start=number.start,
        end=number.end,
        head=_whose_bodies(what.head).i,
        text=text[number.start : number.end],
        low=number.low,
        high=number.high,
        best=number.best,
        approximate=number.approximate,
        unit=what.unit,
        part=part and people,
        cumulative=people and not further and not part and context.is_cumulative(text, sentence, number.start, number.end),
        further=further and people,
        idle=people and context.is_rate(text, sentence, number.start, number.end),
    )


def _whose_bodies(noun: Token) -> Token:
    """"60 bodies of people executed by the rebels": so many people were."""
    behind = [inner for of in noun.children if of.lower_ == "of" for inner in of.children if inner.dep_ == "pobj"] if noun.lemma_.lower() in BODIES else []
    return next((whose for whose in behind if any(child.dep_ == "acl" and child.tag_ == "VBN" for child in whose.children)), noun)


def _is_number(text: str, number: NumberSpan, what: Counted) -> bool:
    """Whether the word is a number here: "one" and "no" are so only before what they count."""
    word = text[number.number_at : number.end].lower()
    if number.form == "none":
        return _counts_nobody(number, what, word)
    if word == "one":
        behind = text[number.end : number.end + 16].lower()
        on = what.unit == "people" and bool(GOES_ON.search(text[:number.start])) and bool(PLACED.match(behind))
        return on or (what.unit in ("people", "distance", "money", "weapon", "thing") and what.phrase_end > number.end) or behind.startswith((" dead", " killed", " wounded", " injured", " of them", " of whom", " missing"))
    if word == "both":
        # "both rebels and soldiers" pairs two kinds, it counts none.
        return what.unit == "people" and not re.match(r"\W*and\b", text[what.phrase_end : what.phrase_end + 5])
    return True


def _counts_nobody(number: NumberSpan, what: Counted, word: str) -> bool:
    if word in ("no", "without", "without any"):
        noun = singular(what.head.text)
        counts = what.phrase_end > number.end and what.unit == "people"
        return counts and (word == "no" or noun in load_units().harm)
    return word in ("no one", "no-one", "nobody", "not a single")


def _shared(text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        gap = text[first.end : second.start]
        if first.unit == "unknown" and second.unit == "people" and len(gap) < LONGEST_GAP and SHARED_NOUN.fullmatch(gap):
            shared[index] = replace(first, unit="people", head=second.head, cumulative=second.cumulative)
    return shared


def _of_wholes(doc: Doc, text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """The numbers with those of a whole set apart; where it is the whole that something befell ("16 of the 43 people killed"), the first is a part."""
    told = list(found)
    for index, second in enumerate(found):
        match = OF_WHOLE.search(text, max(0, second.start - LONGEST_GAP), second.start) if second.unit in COUNTING_SOMEBODY else None
        if match is None:
            continue
        first = found[index - 1] if index and found[index - 1].end == match.end("part") and found[index - 1].unit in COUNTING_SOMEBODY else None
        befell = _befell(doc, second)
        if match["known"] is None and (first is None or not befell):
            continue  # "dozens of 12", "a family of five"; "10 of 48 people killed" are a part
        if first is not None and not (befell and first.best is None):
            told[index - 1] = replace(first, unit=second.unit, head=second.head if not befell else first.head, part=befell)
        if not befell and (first is not None or match["part"].lower() in PARTS):
            told[index] = replace(second, idle=True)
    return told


def _befell(doc: Doc, whole: QuantityMention) -> bool:
    """"the 43 people killed", "the 12 dead": whether what befell those of a number is told of all of them."""
    noun = doc[whole.head]
    behind = noun.nbor(1) if noun.i + 1 < len(doc) else noun
    units = load_units()
    return noun.lower_ in units.states or singular(noun.lower_) in units.harm or (behind.lower_ in units.states and behind.dep_ in ("acl", "amod"))
