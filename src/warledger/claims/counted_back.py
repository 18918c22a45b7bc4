"""Layer 9: the day of what came before the news: "the attack comes two days after jets hit a convoy".

In: a Reading, a Happening, the day of the report's news. Out: the day counted back from what followed, with the words that tell it; None where
nothing is counted. Decision: only where the happening stands in the words behind "after" and has no day of its own there; what followed is on the
day that its own clause tells, else on that of the news.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from warledger.claims.acts.happenings import Happening
from warledger.claims.mentions import TimeMention
from warledger.claims.reading import Reading
from warledger.claims.times.publication import day_of
from warledger.claims.times.resolution import resolve
from warledger.claims.times.story import counted_words
from warledger.model import TimeSpan

# Units in which it is counted: hours tell no other day.
UNITS = ("day", "week", "month", "year")
LATER = ("after", "following")
DATED = ("weekday", "date", "relative")


def counted_back(reading: Reading, happening: Happening, news: datetime.date | None) -> tuple[TimeSpan, TimeMention] | None:
    """The time of a happening that something is told to have followed."""
    heads = {match.head for match in happening.matches}
    heads |= {match.clause.parent for match in happening.matches if match.clause.relation == "light" and match.clause.parent is not None}
    for mention in reading.times:
        parts = dict(mention.parts)
        if mention.rule != "later" or "number" not in parts or parts.get("side") not in LATER or parts.get("unit", "").removesuffix("s") not in UNITS:
            continue
        words = {token.i for token in counted_words(reading, mention)}
        dated = any(other.head in words and other.kind in DATED for other in reading.times if other is not mention)
        base = _followed_on(reading, mention, words) or news
        if not heads & words or dated or base is None:
            continue
        earlier = replace(mention, parts=tuple((key, "earlier" if key == "side" else value) for key, value in mention.parts))
        span = resolve(earlier, base, "past", base)
        if span is not None and span.start is not None:
            return span, mention
    return None


def _followed_on(reading: Reading, mention: TimeMention, words: set[int]) -> datetime.date | None:
    """The day that the sentence tells of what followed."""
    sentence = reading.doc[mention.head].sent
    for other in reading.times:
        if sentence.start_char <= other.start < sentence.end_char and other.kind in ("weekday", "date") and other.head not in words:
            span = resolve(other, day_of(reading.report), "past")
            if span is not None and span.start is not None and span.start == span.end:
                return datetime.date.fromisoformat(span.start)
    return None
