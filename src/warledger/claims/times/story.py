"""Layer 3, the story's own clock: the day that "that day", "two weeks later" and "the following spring" count from.

In: a Reading with its times. Out: for a mention, the day that it counts from, and whether the text told that day. Decision:
what hangs on the words ("two days after the raid of 3 May") goes before what was told last; what was told last goes before
publication, but only from nearby: a news report comes back from its history to its news without saying so.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from warledger.claims.mentions import TimeMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.times.resolution import ANAPHORIC, resolve
from warledger.model import TimeSpan

Day = datetime.date

# Times that tell where the story is; "since then" and "for two years" do not move it.
MOVES_STORY = frozenset(("date", "month", "week_of", "season", "feast", "year", "weekday", "same", "next_unit", "later", "range", "decade", "islamic", "persian"))
# Times by which a report shows that it tells today's news.
OF_TODAY = frozenset(("today", "weekday", "recently", "past_count"))
# A time without its day is told of the last one told in its own sentence or in so many before it.
NEARBY = 2
# A news report's "at noon" goes back to a day about its publication, not to a date of history or of a plan.
NEWS_DAYS = 31
# A text that tells so many dates of years gone by, and none of today, is a history.
HISTORY_DATES = 3
HISTORY_DAYS = 400
# What opens the clause or the phrase from which "two days after" counts.
SIDES = frozenset(("after", "before", "following", "since"))
# Units that mean the time told before, however long it was: "at that time".
AS_TOLD = frozenset(("time", "period", "moment"))
# The rule by which a time is counted from another one of the text.
TOLD_BEFORE = "counted from the time told before it"
# The longest wording that is quoted whole, in characters.
WORDING = 120


@dataclass(frozen=True)
class Anchor:
    """day is None where nothing tells it; told is the mention that tells it, None where it is the day of publication."""

    day: Day | None
    told: TimeMention | None = None
    span: TimeSpan | None = None  # what told means
    is_beside: bool = False  # told by the words that follow, not before
    is_of_news: bool = False  # a day about the publication, which the report goes on about


def anchor_of(reading: Reading, mention: TimeMention, published: Day | None) -> Anchor:
    """The day that a mention counts from."""
    if opened := counted_words(reading, mention):
        return _within(reading, mention, opened, published)
    if mention.rule == "then":
        return _last_told(reading, mention, published) or Anchor(published)
    if _is_anaphoric(mention) or is_history(reading, published):
        nearest = _last_told(reading, mention, published, NEARBY)
        if nearest is not None:
            return nearest
    return _last_day_of_news(reading, mention, published) or Anchor(published)


def counted(reading: Reading, mention: TimeMention, published: Day | None, tense: str) -> tuple[TimeSpan | None, int]:
    """What a mention means by the story's clock, and where the words end that tell it."""
    anchor = anchor_of(reading, mention, published)
    span = resolve(mention, published, tense, anchor.day)
    if span is None or span.start is None or anchor.told is None or not _is_anaphoric(mention):
        return span, mention.end
    if anchor.is_beside:
        end = anchor.told.end if anchor.told.end - mention.start <= WORDING else mention.end
        return replace(span, wording=reading.quote(mention.start, end)), end
    if anchor.span is not None and mention.rule == "same" and dict(mention.parts)["unit"] in AS_TOLD:
        span = replace(span, start=anchor.span.start, end=anchor.span.end, precision=anchor.span.precision)
    one_breath = anchor.told.start >= _sentences_back(reading, mention.start, 0)  # "buried on Tuesday those killed a day earlier"
    if one_breath or anchor.is_of_news or mention.rule == "clock":
        return span, mention.end
    return replace(span, inferred=TOLD_BEFORE), mention.end


def counted_words(reading: Reading, mention: TimeMention) -> list[Token]:
    """The words behind "after" or "before" in "two days after ...", by the parse; none where it counts from nothing beside it."""
    opener = _opener(reading, mention)
    if opener is None:
        return []
    if opener.dep_ == "mark":
        return [token for token in opener.head.subtree if token.i > opener.i]
    return [token for child in opener.children if child.i > opener.i and child.dep_ in ("pobj", "pcomp") for token in child.subtree]


def dated_word(reading: Reading, mention: TimeMention) -> int:
    """The token from which to look for what a mention dates: of "two days after it took the town", what this clause hangs on."""
    opener = _opener(reading, mention)
    if opener is None or not counted_words(reading, mention):
        return mention.head
    return (opener.head.head if opener.dep_ == "mark" else opener.head).i


def clause_before(reading: Reading, mention: TimeMention) -> Token | None:
    """"the town that they lost last month sparked an exodus": a time right behind a relative clause is that clause's, not the verb's behind it."""
    token = reading.doc[mention.head]
    if token.dep_ != "npadvmod" or token.head.i < token.i:
        return None
    before = reading.doc[token.left_edge.i - 1] if token.left_edge.i > token.sent.start else token
    over = next((above for above in (before, *before.ancestors) if above.dep_ == "relcl"), None)
    return over if over is not None and any(subject.is_ancestor(over) for subject in token.head.children if subject.dep_ in ("nsubj", "nsubjpass")) else None


def is_history(reading: Reading, published: Day | None) -> bool:
    """Whether the text tells of years gone by and of nothing that is of today."""
    if any(mention.rule in OF_TODAY for mention in reading.times):
        return False
    years = [int(year) for mention in reading.times if (year := dict(mention.parts).get("year", "")).isdigit()]
    if published is None:
        return bool(years)
    old = sum((published - Day(year, 12, 31)).days > HISTORY_DAYS for year in years if year >= datetime.MINYEAR)
    return old >= HISTORY_DATES and old == len(years)


def _is_anaphoric(mention: TimeMention) -> bool:
    """Whether the words count from a time told before: "that month", "the following spring", "March of that year"."""
    parts = dict(mention.parts)
    if mention.rule in ANAPHORIC or parts.get("year_word", "").startswith(("that", "the ")):
        return True
    which = parts.get("which", "").removeprefix("the ")
    return mention.rule in ("season", "month", "weekday", "unit", "feast") and which.startswith(("that", "same", "following", "previous"))


def _last_told(reading: Reading, mention: TimeMention, published: Day | None, within: int | None = None) -> Anchor | None:
    """The last time told before, be it a day, a month or a year: where it begins, of a season where it ends."""
    first = 0 if within is None else _sentences_back(reading, mention.start, within)
    for earlier in reversed(reading.times):
        if earlier.start >= mention.start or (within is not None and earlier.rule not in MOVES_STORY):
            continue
        if earlier.start < first:
            return None
        if earlier.rule == "then":
            continue
        counted = anchor_of(reading, earlier, published).day if _is_anaphoric(earlier) else None
        span = resolve(earlier, published, "past", counted)
        day = (span.end if earlier.rule in ("season", "year") and mention.rule in ("season", "month") else span.start) if span is not None else None
        if day is not None:
            return Anchor(Day.fromisoformat(day), earlier, span)
    return None


def _last_day_of_news(reading: Reading, mention: TimeMention, published: Day | None) -> Anchor | None:
    """The last weekday or date told before that is of the report's news."""
    for earlier in reversed(reading.times):
        if earlier.kind in ("weekday", "date") and earlier.start < mention.start:
            span = resolve(earlier, published, "past")
            if span is None or span.start is None or span.start != span.end:
                continue
            told = Day.fromisoformat(span.start)
            if published is None or abs((published - told).days) <= NEWS_DAYS:
                return Anchor(told, earlier, span, is_of_news=True)
    return None


def _sentences_back(reading: Reading, offset: int, count: int) -> int:
    """The character at which the sentence begins that stands so many before the one of the offset."""
    starts = [sentence.start_char for sentence in reading.doc.sents if sentence.start_char <= offset]
    return starts[max(0, len(starts) - 1 - count)] if starts else 0


def _within(reading: Reading, mention: TimeMention, words: list[Token], published: Day | None) -> Anchor:
    """The day told in the words that the mention counts from; none of another clause or of publication stands in for it."""
    inside = {token.i for token in words}
    for other in reading.times:
        if other.head in inside and other is not mention and other.rule in MOVES_STORY:
            span = resolve(other, published, "past")
            if span is not None and span.start is not None and span.start == span.end:
                return Anchor(Day.fromisoformat(span.start), other, span, is_beside=True)
    return Anchor(None)


def _opener(reading: Reading, mention: TimeMention) -> Token | None:
    """The "after" or "before" of a stretch, in it or right behind it."""
    if mention.rule not in ("later", "next_unit"):
        return None
    tokens = reading.tokens_of(mention.start, mention.end)
    return next((reading.doc[i] for i in (*tokens, tokens.stop) if i < len(reading.doc) and reading.doc[i].lower_ in SIDES), None)
