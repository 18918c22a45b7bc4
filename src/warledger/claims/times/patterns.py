"""The wordings of times, as named patterns: one rule per way of telling a time.

In: calendar.yaml and number_words.yaml. Out: rules (name, kind, compiled pattern) whose named groups are the parts that
the rule of the same name in time_rules needs. Decision: wordings are found by pattern and not by the parse, because
stripped news text ("Tuesday 4 Feb 2014 At least 15 people") has no parse worth the name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from warledger.lexicons.anchors import NUMBER, REACH, first_words
from warledger.lexicons.calendar_lexicon import alternation, load_calendar
from warledger.lexicons.number_lexicon import load_numbers
from warledger.lexicons.other_calendar_lexicon import load_other_calendars

_PLURAL_UNITS = frozenset("hours days nights weeks weekends months years decades centuries".split())
_ONE_UNIT = frozenset("week weekend month year decade century".split())
_UNITS = _PLURAL_UNITS | _ONE_UNIT | frozenset("seconds minute minutes hour day night fortnight fortnights".split())
UNITS, PLURAL_UNITS, ONE_UNIT = alternation(_UNITS), alternation(_PLURAL_UNITS), alternation(_ONE_UNIT)
YEAR = r"(?:1[4-9]|20)\d\d(?![\d%,]\d|\d|%)"
_NUMBERS = frozenset((NUMBER,))
VAGUE_NUMBER = r"several|a\s+few|few|a\s+couple(?:\s+of)?|a\s+number\s+of|many|dozens\s+of|hundreds\s+of|some|countless"
ROUNDING = (
    r"(?:more\s+than|less\s+than|fewer\s+than|at\s+least|at\s+most|up\s+to|well\s+over|just\s+over|just\s+under|nearly|almost|"
    r"about|around|approximately|roughly|some|over|under|only|just|close\s+to|another|barely|exactly|within)\s+"
)


# Words before the anchor of a time that counts nothing: "in the second half of this past" June.
FEW = 10
# A rule, its kind, the words of which every match holds one, and the wording.
Rule = tuple[str, str, frozenset[str], str]


@dataclass(frozen=True)
class Pattern:
    """A wording: rule names what reads it, kind is TimeMention.kind.

    Every match holds one of the anchors, with at most reach words before it.
    """

    rule: str
    kind: str
    anchors: frozenset[str]
    regex: re.Pattern[str]
    reach: int


@functools.cache
def patterns() -> tuple[Pattern, ...]:
    """All wordings; where two match at one place the longer is meant, then the earlier of this list."""
    named = [(*rule, FEW) for rule in (*_calendar_rules(), *_relative_rules())]
    counted = [(*rule, REACH) for rule in _count_rules()]
    return tuple(Pattern(rule, kind, anchors, re.compile(text, re.IGNORECASE), reach) for rule, kind, anchors, text, reach in named + counted)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _position() -> str:
    return (
        r"(?:(?P<position>early|late|mid|earlier|later|middle|end|start|beginning|close|turn|first\s+half|second\s+half|latter\s+(?:part|half)|"
        r"early\s+part|first\s+(?:days|weeks|months)|last\s+(?:days|weeks|months)|(?:early|late|earlier|later)\s+(?:in|on))(?:[-\s]+|\s+(?:of\s+)?)(?:of\s+)?(?:the\s+)?)?"
    )


def _calendar_rules() -> tuple[Rule, ...]:
    calendar = load_calendar()
    month = rf"(?P<month>{alternation(calendar.months)})(?![a-z])(?:\.(?=\s+\d))?"
    season = rf"(?P<season>{alternation(calendar.seasons)})\b"
    year_of = rf"(?:,?\s+(?:of\s+|in\s+)?(?:(?P<year>{YEAR})|(?P<year_word>(?:last|this|next|the\s+(?:previous|following|same)|that)\s+year)\b))?"
    which = r"(?:(?P<which>last|next|this(?:\s+(?:past|coming))?|the\s+(?:following|previous|past|coming|next|last)|that|past)\s+)?"
    day_part = rf"(?:\s+(?P<day_part>{alternation(calendar.day_parts)})\b)?"
    weekday = rf"(?P<weekday>{alternation(calendar.weekdays)})(?P<plural>['’]?s)?\b"
    position = _position()
    return (
        *_other_calendar_rules(),
        ("month", "date", first_words(calendar.months), rf"\b{position}{which}{month}{year_of}"),
        ("week_of", "date", first_words(calendar.months), rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+(?P<piece>week|weekend|day|{alternation(day for day in calendar.weekdays if len(day) > 5)})\s+(?:of|in)\s+{month}{year_of}"),
        ("season", "date", first_words(calendar.seasons), rf"\b{position}{which}(?:the\s+)?{season}{year_of}"),
        ("feast", "date", first_words(calendar.feasts), rf"\b(?:(?:the\s+)?(?P<eve>eve|(?P<nth>first|second|third|fourth)\s+day)\s+of\s+)?{position}{which}(?:(?:holy\s+|fasting\s+|muslim\s+|the\s+)*month\s+of\s+)?(?P<feast>{alternation(calendar.feasts)})\b{year_of}{day_part}"),
        ("year", "date", _NUMBERS, rf"\b{position}(?P<year>{YEAR})(?!-\d)"),
        ("years", "range", _NUMBERS, rf"\b(?P<year>{YEAR})\s?(?:-|–|—|/)\s?(?P<last_year>{YEAR}|\d\d)(?!\d|-\d)"),
        ("decade", "date", _NUMBERS, rf"\b{position}(?P<decade>(?:1[4-9]|20)\d0)['’]?s\b"),
        ("century", "date", _words("century centuries"), rf"\b{position}(?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?:four|fif|six|seven|eigh|nine)teenth|twentieth|twenty-first)[\s-]+centur(?:y|ies)(?P<era>\s+bce?)?\b"),
        ("before_christ", "unknown", _words("bc bce b"), r"\b\d{1,4}(?:\s?(?:-|–|to|and|or)\s?\d{1,4})?\s+b\.?c\.?(?:e\.?)?(?![a-z])"),
        ("quarter", "date", _words("quarter half"), rf"\b(?:the\s+)?(?P<quarter>first|second|third|fourth|last)\s+(?P<piece>quarter|half)\s+of\s+(?:(?P<year>{YEAR})|(?P<year_word>(?:last|this|next|the|that)\s+year))\b"),
        ("quarter", "date", _words("q"), rf"\bQ(?P<quarter>[1-4])\s+(?P<year>{YEAR})\b"),
        ("weekday", "weekday", first_words(calendar.weekdays) | {f"{day}s" for day in calendar.weekdays}, rf"\b(?:(?P<position>early|late|earlier|later)\s+(?:on\s+|in\s+)?)?(?:(?P<part_before>{alternation(calendar.day_parts)})\s+(?:on|of)\s+)?{which}{weekday}(?:,?\s+(?P<week>last|next|this)\s+week\b)?{day_part}"),
    )


def _other_calendar_rules() -> Iterator[Rule]:
    """"12 Rajab 1441", "the 22nd of Bahman", "Dey 18, 1398", "Muharram 1445", "1441 AH", each under the name of its calendar."""
    for calendar in load_other_calendars().values():
        era = rf"(?:{alternation(calendar.eras)})(?![a-z])"
        year = rf"(?P<year>1[2-5]\d\d)(?!\d)(?:\s+{era})?"
        ordinal = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        months, named = alternation(calendar.months), alternation(form for form in calendar.months if form not in calendar.ordinary)
        anchors = first_words(calendar.months)
        yield calendar.name, "date", anchors, rf"\b{ordinal}\s+(?:of\s+)?(?P<month>{months}),?\s+{year}"
        yield calendar.name, "date", anchors, rf"\b{ordinal}\s+(?:of\s+)?(?P<month>{named})(?![\w’'-])"
        yield calendar.name, "date", anchors, rf"\b(?P<month>{months})\s+(?:{ordinal},?\s+)?{year}"
        yield calendar.name, "date", _NUMBERS, rf"\b(?P<year>1[2-5]\d\d)\s+{era}"


def _relative_rules() -> tuple[Rule, ...]:
    part = alternation(load_calendar().day_parts)
    return (
        ("duration", "duration", _ONE_UNIT, rf"\bthe\s+(?:last|final|next|previous)\s+(?P<unit>{ONE_UNIT})(?=\s+of\s+(?:the|his|her|its|their|a|an|World)\s+(?!{ONE_UNIT}\b))"),
        ("today", "relative", _words("today yesterday tomorrow tonight overnight night this"), rf"\b(?:(?:early|earlier|late|later)\s+)?(?P<day>today|yesterday|tomorrow|tonight|overnight|the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|last\s+night|this\s+(?:{part}))\b(?:['’]s)?(?:\s+(?P<day_part>{part})\b)?"),
        ("unit", "relative", _ONE_UNIT, rf"\b(?:(?P<position>early|earlier|late|later|mid|(?:the\s+)?(?:end|start|beginning|middle|close|latter\s+part|second\s+half|first\s+half)\s+of)[-\s]+)?(?P<which>this(?:\s+(?:past|coming)(?=\s+week))?|last|next|previous|the\s+(?:previous|following|same|past|last|next|coming)|that(?:\s+same)?|the\s+current|the\s+entire)\s+(?P<unit>{ONE_UNIT})\b"),
        ("unit", "relative", _ONE_UNIT | {"day"}, rf"\b(?P<position>(?:the\s+)?(?:end|start|beginning|middle|close|turn|latter\s+part|second\s+half|first\s+half)\s+of)\s+(?P<which>the|this|each)\s+(?P<unit>{ONE_UNIT}|day)\b"),
        ("day_of_month", "relative", _NUMBERS, r"(?<=\bon\s)the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?:\s+of\s+(?P<which>this|last|the|next)\s+month\b)?(?=\s*(?:[.,;:)]|$)|\s+(?:and|when|after|as|at|in|but|by|to|with)\b)"),
        ("unit", "relative", _words("year month week"), r"\b(?P<position>year|month|week)[-\s](?:end)\b"),
        ("recent", "period", _PLURAL_UNITS, r"\b(?:the\s+)?(?:most\s+)?(?P<which>recent|coming|past|last|previous|next|following|final|first)\s+(?P<unit>hours|days|nights|weeks|months|years|decades)\b(?!\s+of\b)"),
        ("unit", "relative", _words("weekend"), r"(?:(?<=\bover\s)|(?<=\bduring\s)|(?<=\bat\s)|(?<=\bon\s))(?P<which>the)\s+(?P<unit>weekend)\b"),
        ("unit", "relative", _words("week month year"), r"\b(?P<position>early|late|earlier|later)\s+in\s+(?P<which>the)\s+(?P<unit>week|month|year)\b"),
        ("recent", "period", _PLURAL_UNITS, rf"\b(?:the|this|these)\s+(?:(?:last|past|next|previous|coming|first|final)\s+)?(?P<which>past|last|next|previous|coming|following|first|final)\s+(?:few\s+|several\s+|couple\s+of\s+)?(?P<unit>{PLURAL_UNITS})\b"),
        ("recently", "relative", _words("recently lately late"), r"\b(?P<word>recently|lately|of\s+late)\b"),
        ("present", "relative", _words("now currently presently present moment nowadays time"), r"\b(?P<word>now|currently|presently|at\s+present|at\s+the\s+moment|nowadays|right\s+now|at\s+this\s+(?:time|moment))\b(?!-)"),
        ("same", "relative", _words("day night morning afternoon evening week weekend month year summer winter spring autumn time date period hour moment"), r"\b(?:later\s+(?:on\s+)?|early\s+|earlier\s+|late\s+)?(?P<which>that(?:\s+same)?|the\s+same|this(?=\s+(?:time|period|day|date)\b)|this\s+same|the\s+very\s+same|that\s+very)\s+(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year|summer|winter|spring|autumn|time|date|period|hour|moment)\b(?!\s+that\b)"),
        ("then", "relative", _words("then time"), r"(?<=\bsince\s)then\b|(?<=\buntil\s)then\b|(?<=\bby\s)then\b|(?<=\bfrom\s)then\b|(?<=\bsince\s)that\s+time\b"),
        ("then", "relative", _words("ever"), r"\bever\s+since\b(?!\s+the)"),
        ("next_unit", "relative", _ONE_UNIT | _words("day night morning afternoon evening"), rf"\b(?:early\s+|late\s+|later\s+)?(?:the\s+)(?P<which>next|following|previous|preceding|ensuing)\s+(?P<unit>day|night|morning|afternoon|evening|{ONE_UNIT})\b"),
        ("next_unit", "relative", _words("day week month year night"), r"\b(?P<which>the\s+day|the\s+week|the\s+month|the\s+year|the\s+night)\s+(?P<side>before|after|earlier|prior)\b"),
        ("set", "set", _words("daily weekly monthly yearly nightly annual annually hourly everyday day"), r"\b(?:twice-)?(?:daily|weekly|monthly|yearly|nightly|annual|annually|hourly|everyday|day\s+and\s+night|day\s+by\s+day)\b"),
        ("set", "set", _words("every each once twice time times"), rf"\b(?:every|each)\s+(?:single\s+|other\s+)?(?:day|night|week|month|year|morning|evening|hour|minute|{alternation(load_calendar().weekdays)})\b|\b(?:once|twice|times?)\s+an?\s+(?:day|week|month|year|hour)\b"),
    )


def _count_rules() -> tuple[Rule, ...]:
    plain = load_numbers().plain_pattern
    number = rf"(?P<number>{VAGUE_NUMBER}|half\s+an?|{plain}(?:\s*(?:-|–|to|or)\s*(?:{plain}))?|an?|one)"
    rounding = rf"(?P<rounding>{ROUNDING}(?:the\s+)?)?"
    old = r"(?![-\s]+(?:old|olds)\b|\s+of\s+age\b)"
    unit = rf"(?P<unit>{UNITS})\b{old}"
    return (
        ("ago", "relative", _UNITS, rf"\b{rounding}{number}[-\s]+{unit}(?:\s+and\s+a\s+half)?\s+(?P<side>ago|back)\b"),
        ("ago", "relative", _words("now today"), rf"\b{rounding}{number}\s+{unit}\s+from\s+(?P<side>now|today)\b"),
        ("ago", "relative", _PLURAL_UNITS, r"\b(?P<unit>hours|days|weeks|months|years|decades)\s+(?P<side>ago)\b"),
        ("later", "relative", _UNITS, rf"\b{rounding}{number}\s+{unit}\s+(?P<side>later|earlier|before|after|prior|afterwards?|previously|beforehand|hence|on)\b"),
        ("later", "relative", _PLURAL_UNITS | {"minutes"}, r"\b(?:only\s+|just\s+)?(?P<unit>minutes|hours|days|weeks|months|years|decades)\s+(?P<side>later|earlier|before|after|afterwards?|prior)\b"),
        ("past_count", "period", _UNITS, rf"\b(?:the\s+)?(?P<which>past|last|previous|next|coming|following|first|final|preceding)\s+{rounding}{number}\s+{unit}"),
        ("past_count", "period", _UNITS, rf"\b(?P<which>within)\s+(?:the\s+)?(?:next\s+|coming\s+)?{number}\s+{unit}"),
        ("lasting", "duration", _UNITS, rf"\b(?P<lasting>for|over|during|throughout|after|following|in|lasted|lasting)\s+{rounding}{number}[-\s]+{unit}(?!\s+(?:later|ago|earlier|before|after)\b)"),
        ("lasting", "duration", _PLURAL_UNITS, r"\b(?P<lasting>for|after|following|over|during)\s+(?:many\s+|long\s+)?(?P<unit>hours|days|nights|weeks|months|years|decades)\b"),
        ("vague_of", "duration", _PLURAL_UNITS, r"\b(?P<unit>hours|days|nights|weeks|months|years|decades)\s+of\b(?!\s+age)"),
        ("duration", "duration", _UNITS, rf"\b{rounding}{number}[-\s]+{unit}(?:[-\s]long\b)?"),
        ("duration", "duration", _words("long"), r"\b(?P<unit>day|week|month|year|decade|hour)s?-long\b"),
        ("clock", "time", _NUMBERS, r"\b(?P<clock>(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]\.?m\b\.?))?|(?:0?[1-9]|1[0-2])(?:[0-5]\d)?\s?[ap]\.?m\b\.?|(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:GMT|UTC|local|hours|hrs)))(?:\s*(?:GMT|UTC|local\s+time|hours|hrs|EST|EDT))?(?:\s*[+]\d{1,2})?"),
        ("clock", "time", _words("dawn noon midday midnight dusk sunset sunrise night nightfall daybreak"), r"(?<=\bat\s)(?P<clock>dawn|noon|midday|midnight|dusk|sunset|sunrise|night|nightfall|daybreak)\b|\b(?P<clock2>midnight|noon|dawn)\b(?=\s+(?:on|of)\s)"),
    )
