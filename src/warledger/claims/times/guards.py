"""When a wording that looks like a time is one.

In: the rule, its parts and where it stands in the parsed report. Out: yes or no. Decision: "may", "march", "sun", "sat",
"fall", "spring", "second" and bare four-digit numbers are times only in the company of a word of time, or by their capital
in a place where nothing else explains it.
"""

from __future__ import annotations

import re

from warledger.claims.text.tokens import Doc
from warledger.lexicons.calendar_lexicon import load_calendar

TIME_PREPOSITION = re.compile(
    r"(?:^|[^\w])(?:in|since|until|till|by|during|of|from|through|throughout|for|before|after|between|to|around|about|circa|"
    r"early|late|mid|last|next|this|and|the|on|at|over|within|as\s+of|back\s+in|and\s+in|prior\s+to|than)[\s(-]+$",
    re.IGNORECASE,
)
STRONG_PREPOSITION = re.compile(
    r"(?:^|[^\w])(?:in|since|until|till|during|early|late|mid|last|next|this|through|throughout|from|between|of|before|after|by)[\s-]+$",
    re.IGNORECASE,
)
# A number behind which one of these stands counts things: "by 2000 fighters". The parse may be lost, so also by ending.
# "more than 1900 are thought to have died": an amount, no year.
AMOUNT_BEFORE = re.compile(r"\b(?:(?:more|fewer|less)\s+than|at\s+least|as\s+many\s+as|nearly|almost|some)\s+$", re.IGNORECASE)
COUNTED = re.compile(
    r"\s+(?:people|civilians?|troops|soldiers|fighters|rebels|militants|men|women|children|families|persons|members|"
    r"km|kilomet|met(?:er|re)s|miles|dead|others|injured|wounded|killed|buses|homes|houses|tons?|dollars|pounds|percent|"
    r"refugees|prisoners|detainees|residents|syrian\s+(?:soldiers|troops|refugees|civilians|people)|of\s+them|of\s+whom)\b",
    re.IGNORECASE,
)
# "In 2013 rebels captured ...", where a sentence begins: the year, and no number of rebels.
YEAR_OPENER = re.compile(r"(?:^|[.!?:;\n]\s*)(?:In|Since|By|During|Until|From)\s+$")
SUBJECT_BEHIND = re.compile(r"\s+[a-z]")
MONEY_BEFORE = re.compile(r"(?:[$€£]|\b(?:usd|us\$|no\.?|number|resolution|flight|unit|room))\s*$", re.IGNORECASE)
# "6.36 million people", "12.30 dollars": an amount, no hour.
AMOUNT_BEHIND = re.compile(r"\s*(?:million|billion|trillion|thousand|m\b|bn\b|dollars|euros|per\s?cent|percent|%|kilomet|km\b|miles|tons?\b|tonnes)", re.IGNORECASE)
# "04 Oct 2014 at 1514": behind a date the hour, no year.
DATE_BEFORE = re.compile(r"\b(?:19|20)\d\d,?\s+at\s+$", re.IGNORECASE)
NAME_BEHIND = re.compile(r"\s+(?:al-|el-|ibn\b|bin\b|abu\b|[A-Z][a-z]+)")


def is_time(rule: str, parts: dict[str, str], doc: Doc, text: str, start: int, end: int) -> bool:
    """Whether text[start:end], matched by the rule, tells a time; text is doc.text, which costs time to make."""
    if rule in ("month", "week_of"):
        return _is_month(parts, text, start, end)
    if rule == "season":
        return _is_season(parts, text, start, end)
    if rule == "feast":
        return _is_feast(parts, text, start, end)
    if rule in ("islamic", "persian"):
        return text[start:end] != text[start:end].lower()
    if rule in ("year", "years"):
        return _is_year(rule, parts, doc, text, start, end)
    if rule == "clock":
        return not AMOUNT_BEHIND.match(text, end)
    if rule == "weekday":
        return _is_weekday(parts, text, start, end)
    if rule == "unit" and "which" not in parts:
        return text[max(0, start - 12) : start].lower().rstrip().endswith((" by", " before", " the", " at"))
    if rule == "next_unit" and "side" in parts:
        return True
    if rule == "present":
        return parts["word"] != "now" or text[end:end + 1] != "-"
    if rule in ("duration", "lasting", "later", "past_count", "ago"):
        return _is_count(parts, text, start, end)
    return True


def _is_month(parts: dict[str, str], text: str, start: int, end: int) -> bool:
    word_at = start + text[start:end].lower().find(parts["month"])
    word = text[word_at : word_at + len(parts["month"])]
    if len(word) <= 4 and word.lower() != "may" and word.lower() not in ("june", "july") and "year" not in parts:
        # "Jan", "Mar", "Dec" alone are names and surnames; "Mar." too.
        return bool(STRONG_PREPOSITION.search(text, max(0, word_at - 14), word_at)) and word[:1].isupper() and word.lower() not in load_calendar().ordinary
    if parts["month"] not in load_calendar().ordinary:
        return word[:1].isupper() or "year" in parts
    if "year" in parts or "year_word" in parts:
        return word[:1].isupper()
    if not word[:1].isupper() or (word.isupper() and text[end : end + 2].strip().isupper()):
        return False
    return bool(STRONG_PREPOSITION.search(text, max(0, word_at - 14), word_at)) and not NAME_BEHIND.match(text, end)


def _is_season(parts: dict[str, str], text: str, start: int, end: int) -> bool:
    if "year" in parts or "year_word" in parts or "which" in parts:
        return not (parts["season"] == "fall" and text[end : end + 3] == " of")
    if re.match(r"\s+(?:camp|training|school|offensive|shield|uprising)", text[end : end + 12], re.IGNORECASE):
        return False
    if re.search(r"arab\s+$", text[max(0, start - 6) : start], re.IGNORECASE):
        return False
    if load_calendar().seasons[parts["season"]].ordinary:
        behind_of = re.match(r"\s+(?:of|to)\b", text[end : end + 4]) is not None
        return not behind_of and bool(re.search(r"\b(?:in|since|until|during|by|of)\s+(?:the\s+)?$", text[max(0, start - 12) : start + 4 * text[start : start + 4].lower().startswith("the ")]))
    return True


def _is_feast(parts: dict[str, str], text: str, start: int, end: int) -> bool:
    feast = load_calendar().feasts[parts["feast"]]
    if not feast.ordinary:
        return text[start:end] != text[start:end].lower() or feast.fixed is not None
    if parts.keys() & {"year", "which", "position", "eve"} or text[start:end].lower().startswith(("the ", "holy", "month", "fasting")):
        return True
    if NAME_BEHIND.match(text, end):
        return False
    return bool(STRONG_PREPOSITION.search(text, max(0, start - 14), start)) or bool(re.match(r"\s+(?:fast|feast|truce|holiday)", text[end : end + 10]))


def _is_year(rule: str, parts: dict[str, str], doc: Doc, text: str, start: int, end: int) -> bool:
    number_at = text.find(parts["year"], start, end)
    before = text[max(0, number_at - 14) : number_at]
    if AMOUNT_BEFORE.search(before) or MONEY_BEFORE.search(before) or DATE_BEFORE.search(before) or re.search(r"[\d.,]$|/$" if "position" in parts else r"[\d.,]$|[A-Za-z]-$|/$", before) or re.match(r"\s*(?:GMT|UTC|local\b|hours\b|hrs\b)", text[end : end + 8]):
        return False
    if rule == "years":
        last = int(parts["last_year"])
        return (last < 100 and last > int(parts["year"]) % 100) or int(parts["year"]) < last <= int(parts["year"]) + 120
    if YEAR_OPENER.search(before) and SUBJECT_BEHIND.match(text, end):
        return True
    if COUNTED.match(text, end) or re.match(r"(?:st|nd|rd|th|km|mm|m)\b|[°:]|-(?:strong|man|member)", text[end : end + 8]):
        return False
    if "position" in parts or TIME_PREPOSITION.search(before):
        return not _counts(doc, number_at)
    # Bare: between commas, in brackets, or as a modifier before a noun in the singular ("the 2011 uprising").
    return 1900 <= int(parts["year"]) <= 2035 and not _counts(doc, number_at)


def _counts(doc: Doc, offset: int) -> bool:
    """Whether the number at the offset counts the plural noun behind it."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None:
        return False
    token = span[0]
    follower = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return follower is not None and follower.tag_ in ("NNS", "NNPS") and token.dep_ == "nummod" and token.head.i in (follower.i, follower.i + 1)


def _is_weekday(parts: dict[str, str], text: str, start: int, end: int) -> bool:
    word_at = start + text[start:end].lower().find(parts["weekday"])
    word = text[word_at : word_at + len(parts["weekday"])]
    if not word[:1].isupper():
        return False
    if len(word) <= 5 and parts["weekday"] not in ("monday",):
        # "Sat", "Sun", "Wed" only where a date follows, which the date's own pattern reads.
        return bool(re.match(r"\.?,?\s+\d", text[end : end + 4])) and parts["weekday"] not in load_calendar().ordinary
    return not re.match(r"\s+(?:Times|Mail|Telegraph|Mirror|Herald)\b", text[end : end + 12])


def _is_count(parts: dict[str, str], text: str, start: int, end: int) -> bool:
    if parts.get("unit", "").startswith("second") and parts.get("number", "") in ("", "a", "an", "one"):
        return False
    if re.match(r"[-\s]+(?:old|olds|of\s+age)\b", text[end : end + 8]) or re.search(r"\bage[ds]?\s+$", text[max(0, start - 7) : start]):
        return False
    number = parts.get("number", "")
    return not (number in ("many", "some") and parts.get("unit", "") in ("day", "night"))
