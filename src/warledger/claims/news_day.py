"""Layer 9: the day of the report's news, for what the report tells without a time.

In: a Reading and a Happening. Out: the day of the report's news, or None where the happening has no part in it. Decision: the day that the lead
tells of an act goes before the day on which somebody spoke of it; what goes on is of the report's own day; what is only named in passing, a
deal or what a party once did, is of no day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from warledger.claims.acts.happenings import Happening
from warledger.claims.mentions import TimeMention
from warledger.claims.own_times import is_of_page, is_of_picture, is_term, tells_act
from warledger.claims.reading import Reading
from warledger.claims.recurrence import PERFECT, is_going_on
from warledger.claims.times.publication import day_of
from warledger.claims.times.resolution import resolve
from warledger.claims.told_once import by_token
from warledger.model import TimeSpan
from warledger.model.codebook import CORE_TYPES

# Characters within which a date line stands.
HEAD = 120
# Characters of the body that are its lead: two or three sentences.
LEAD = 600
# Days before the report that are still of its news.
NEWS_DAYS = 7
# What is so said is of the news.
OF_NEWS = frozenset(("asserted", "denied", "threatened"))
# Participles behind a noun.
PARTICIPLES = frozenset(("VBG", "VBN"))


def report_time(reading: Reading, stance: str, happening: Happening | None = None) -> TimeSpan | None:
    """The day of the report's news: the time of its lead, else its day of publication; both inferred.

    What goes on at the report is of its own day, and what is said of the day that is told first.
    """
    day = day_of(reading.report)
    if day is None or stance not in OF_NEWS or (happening is not None and is_in_passing(reading, happening)):
        return None
    told = None
    if happening is None or happening.main.frame.type not in CORE_TYPES:
        told = _first_of_lead(reading)
    elif not goes_on(reading, happening):
        told = act_day_of_lead(reading) or _first_of_lead(reading)
    iso = day.isoformat()
    return told if told is not None else TimeSpan(iso, iso, "day", "", "the day of publication")


def is_in_lead(reading: Reading, mention: TimeMention) -> bool:
    """Whether a time stands in the first sentences of the text."""
    return mention.start <= reading.layout.body_start + LEAD


def act_day_of_lead(reading: Reading) -> TimeSpan | None:
    """The first day that the lead tells of an act, None where it tells none."""
    return next((span for span, is_act in _days_told(reading, reading.layout.body_start + LEAD) if is_act), None)


def _first_of_lead(reading: Reading) -> TimeSpan | None:
    return next((span for span, _ in _days_told(reading, reading.layout.body_start + LEAD)), None)


def goes_on(reading: Reading, happening: Happening) -> bool:
    """"is held by rebels", "militants prevent people from leaving": a state, or an act told in the present; a headline tells all so."""
    main = happening.main
    if main.frame.type not in CORE_TYPES or reading.doc[main.head].idx < reading.layout.body_start:
        return False
    return main.frame.mode == "hold" or (main.clause.kind == "verb" and is_going_on(reading, happening))


def is_in_passing(reading: Reading, happening: Happening) -> bool:
    """"under a deal", "rebels fighting the army", "areas that have fallen": a deal or an act that only says which one is meant, no outcome."""
    main = happening.main
    token = reading.doc[main.head]
    if main.frame.type == "AGREE":
        return main.clause.kind == "noun" and main.clause.relation != "light" and token.tag_ == "NN"
    if main.frame.type not in CORE_TYPES or main.frame.result or main.frame.mode == "hold" or main.clause.kind != "verb":
        return False
    auxiliaries = [child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")]
    return token.tag_ in PARTICIPLES and ((token.dep_ == "acl" and not auxiliaries) or (token.dep_ == "relcl" and not PERFECT.isdisjoint(auxiliaries)))


@by_token
def _days_told(reading: Reading, end: int) -> tuple[tuple[TimeSpan, bool], ...]:
    """The days of the news that are told up to a character, each with whether it is an act's; every claim asks."""
    day = day_of(reading.report)
    return tuple(_days_of_news(reading, day, end)) if day is not None else ()


def _days_of_news(reading: Reading, day: datetime.date, end: int) -> Iterator[tuple[TimeSpan, bool]]:
    for mention in reading.times:
        if mention.start > end:
            return
        if mention.kind in ("duration", "set", "period") or is_term(mention) or is_of_page(reading, mention) or is_of_picture(reading, mention):
            continue
        if mention.kind == "date" and mention.start < reading.layout.body_start + HEAD and _is(mention, day):
            continue  # the date line
        span = resolve(mention, day, "past")
        if span is not None and span.start is not None and span.start == span.end \
                and 0 <= (day - datetime.date.fromisoformat(span.start)).days <= NEWS_DAYS:
            yield replace(span, inferred="the time of the lead"), tells_act(reading, mention) and not _was_before(reading, mention)


def _was_before(reading: Reading, mention: TimeMention) -> bool:
    """"the ceasefire that had begun on 12 January": what had been before is not the news, though a sentence of the lead tells it."""
    token = reading.doc[mention.head]
    over = next((above for above in (token, *token.ancestors) if above.pos_ == "VERB"), None)
    return over is not None and any(child.lower_ == "had" and child.dep_ in ("aux", "auxpass") for child in over.children)


def _is(mention: TimeMention, day: datetime.date) -> bool:
    """Whether a time is the very day of publication."""
    span = resolve(mention, day, "past")
    return span is not None and span.start == span.end == day.isoformat()
