"""How a figure stands to the others: part of one, further to one, or a running total.

In: the text of the sentence around a number. Out: four marks. Decision: the marks are read from the words beside the number,
so that a total ("bringing the toll to 53") is never added to what is new.
"""

from __future__ import annotations

import functools
import re

from warledger.lexicons.calendar_lexicon import alternation
from warledger.lexicons.number_lexicon import load_numbers

# How far before a number the word for a toll may stand, in characters: "the toll of the fire in the depot reached 70".
TOLL_REACH = 140
NEAR = 30
# A verb between two numbers ends the list of parts: "including three nurses were killed and 17 others ...".
VERB_BETWEEN = re.compile(r"\b(?:was|were|are|is|has|have|had|\w+ed|died|\w+ing|dead|hurt|who|that|which)\b", re.IGNORECASE)

# A dash, alone or behind another, closes what stands between two: "20 villagers - including nine children - and 16 rebels".
CLOSED = re.compile(r"\s[-–—]{1,2}\s")

# "30 people every day": the span of a rate (so many a month or a year are a sum), and the words of another clause, behind which a span is of something else.
SPAN = r"(?:day|hour|night)"
RATE_ENDS = r"who|whom|which|that|where|and|but|as|when|after|before|while|said|says|told|since|if|because"


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load_numbers()
    toll, rise = alternation(words.toll_nouns), alternation(words.rise_verbs)
    to = alternation(words.rise_prepositions)
    of_part = alternation(words.part_before)
    raw = {
        "part": rf"(?<!\w)(?:{of_part})\s+(?:(?:was|were|are|is)\s+)?(?:also\s+)?(?:an?\s+(?:[\w-]+\s+){{1,3}}(?:and|,)\s*)?$",
        "part_behind": rf"^\s*(?:{alternation(words.part_behind)})\b",
        "among_behind": r"^\s*(?:[\w-]+\s+){0,4}(?:was|were|are|is)\s+(?:also\s+|said\s+to\s+be\s+|reportedly\s+)?among\s+(?:the|those|at|them)\b",
        "headline_behind": r"^\s*(?:[\w-]+\s+){1,3}among\s+(?:at\s+least\s+|over\s+|nearly\s+|the\s+)?[\w-]+\s+(?:[\w-]+\s+){0,2}(?:dead|killed|wounded|injured|victims)\b",
        "further": rf"(?<!\w)(?:{alternation(words.further_before)})\s+$",
        "further_behind": rf"^\s*(?:{alternation(words.further_behind)})\b",
        "toll": rf"\b(?:{toll})\b(?:(?!\d)[^.;!?])*?\b(?:{rise})\b(?:\s+up)?\s*(?:{to})?\s*(?:its\s+)?$|\b(?:bringing|raising|taking|pushing|brings|raises|takes|pushes|brought|raised|took|pushed)\b(?:(?!\d)[^.;!?]){{0,60}}\bto\s+$|\b(?:toll|tolls)\b(?:(?!\d)[^.;!?]){{0,60}}$",
        "toll_behind": rf"^\s+the\s+(?:death\s+|total\s+)?(?:{toll})\b",
        "rise_to": rf"\b(?:{toll}|casualties|deaths|fatalities)\b[^.;!?]*\b(?:{rise})\b\s+(?:up\s+)?from\s+[\d,\w ]{{1,20}}\s+to\s+$",
        "rate_behind": rf"^(?:(?!\b(?:{RATE_ENDS})\b)[\w\s'’-]){{0,60}}?\b(?:(?:every|each)\s+(?:single\s+)?|(?<!\bin )(?<!\bon )(?:a|per)\s+){SPAN}(?!\s+(?:after|before|earlier|later|ago|of|since|when|that|prior))\b|^(?:(?!\b(?:{RATE_ENDS})\b)[\w\s'’-]){{0,60}}?\bdaily(?=\s+(?:in|at|by|from|on)\b|\s*[.,;]|\s*$)",
        "rate_before": rf"\b(?:every|each)\s+{SPAN}\s+(?:[\w-]+\s+){{0,2}}$",
        "perfect": r"\b(?:have|has|had|having)\b",
        "totals": rf"\b(?:{alternation(words.totals)})\b",
        "war": r"\b(?:war|conflict|uprising|crisis|offensive|campaign|operation)\b",
    }
    return {name: re.compile(text, re.IGNORECASE) for name, text in raw.items()}


def is_part(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """ "including four children", "three of them women", "41 women were among those killed", "9 women among 12 dead"."""
    patterns = _patterns()
    before, behind = text[max(sentence[0], start - 90) : start], text[end : min(sentence[1], end + 90)]
    return bool(patterns["part"].search(before) or any(patterns[name].match(behind) for name in ("part_behind", "among_behind", "headline_behind")))


def continues_part(text: str, previous_end: int, start: int) -> bool:
    """Whether the number goes on a list whose member before is a part: "three children and two women", "six women five men"."""
    between = text[previous_end:start]
    if VERB_BETWEEN.search(between) or CLOSED.search(between):
        return False
    return bool(re.fullmatch(r"\s*(?:[\w-]+\s+){0,2}[\w-]*\s*(?:,|,?\s*\band\b|&|plus)\s*|\s+[\w-]+\s+", between))


def is_further(text: str, start: int, number_at: int, end: int) -> bool:
    """ "a further six", "another five", "12 others", "dozens more"."""
    patterns = _patterns()
    before = text[max(0, start - NEAR) : number_at]
    return bool(patterns["further"].search(before) or patterns["further_behind"].match(text[end : end + NEAR]))


def is_cumulative(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """ "bringing the toll to 53", "the death toll rose to 112", "280,000 people have been killed since 2011"."""
    patterns = _patterns()
    before = text[max(sentence[0], start - TOLL_REACH) : start]
    if patterns["toll"].search(before) or patterns["rise_to"].search(before):
        return True
    whole, behind = text[sentence[0] : sentence[1]], text[end : min(sentence[1], end + 160)]
    if before.rstrip().endswith(" to") and patterns["toll_behind"].match(behind):
        return True
    perfect = patterns["perfect"].search(before) or patterns["perfect"].search(behind[:60])
    if not perfect:
        return False
    return bool(patterns["totals"].search(whole) or patterns["war"].search(before))


def is_rate(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """"30 people are killed every day", "each week 12 men": so many in every span of time, which is no toll."""
    patterns = _patterns()
    behind = text[end : min(sentence[1], end + 90)]
    return bool(patterns["rate_behind"].match(behind) or patterns["rate_before"].search(text[max(sentence[0], start - 40) : start]))
