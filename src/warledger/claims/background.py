"""Layer 8: what is background of the report, not its news.

In: a happening with its time and figures. Out: whether it is historical. Decision: it is where it ended weeks before
publication, where it has gone on since a date long before, or where its figure is that of a whole war.
"""

from __future__ import annotations

import datetime

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.whole_war import LOSSES, is_of_war
from warledger.claims.reading import Reading
from warledger.claims.recurrence import (
    is_going_on,
    is_of_spate,
    is_once,
    is_origin_of_war,
    is_past_habit,
    is_recurring,
    is_status,
)
from warledger.claims.text.tokens import Token
from warledger.claims.when import published_day
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.model import Tally, TimeSpan

# "Weeks or more before": the coding guide's word for background.
ENDED_DAYS = 14
# Since a date longer ago than this a stretch is the war's, not the news's.
SINCE_DAYS = 90
# Days of a time that is told by the month or a part of it.
MONTHLY = (8, 31)
# "For months" is the campaign that the news is about, "for years" is the war.
FOR_DAYS = 365
# Grammars of what is over or a status, whatever times stand in its sentence.
OVER = (is_status, is_past_habit, is_of_spate, is_origin_of_war)
# What recurs since fewer days is the news: "has been hit repeatedly since Monday".
LATELY_DAYS = 10
# No single event of the wars since 1990 killed so many; such a figure is a war's toll (UCDP GED's largest: Rwanda apart).
WAR_TOLL = 10_000
# No single flight of the news is of so many: they are the war's displaced.
DISPLACED_TOLL = 2_000_000
# Deals and captures spread over such a time led up to the news; attacks and flight in it are the campaign that goes on.
SPREAD = frozenset((("recent", "months"), ("recent", "years"), ("past", "years"), ("last", "years")))


def _is_long_before(reading: Reading, happening: Happening) -> bool:
    """"previous attacks", "had previously shelled", "bombed it in the past": before the news, by no time that could be counted."""
    words = load_grammar().long_before
    children = [child for match in happening.matches for head in (match.head, match.clause.parent if match.clause.relation == "light" else None)
                if head is not None for child in reading.doc[head].children]
    inner = [below for child in children if child.dep_ == "prep" and child.lower_ == "in" for below in child.children]
    return any((child.lower_ in words or _is_bare_before(child)) and child.dep_ in ("amod", "advmod") for child in children) \
        or any(below.lower_ == "past" and below.dep_ == "pobj" for below in inner)


def _is_bare_before(token: Token) -> bool:
    """"as in the raids before": no "hours before", which counts from the news."""
    return token.lower_ == "before" and not any(child.dep_ == "npadvmod" for child in token.children)


def _is_of_a_people(reading: Reading, happening: Happening, tallies: list[Tally]) -> bool:
    """"has displaced more than three million", "half the population has fled": a whole war's flight."""
    those = [head for role in ("initiator", "target") for head in happening.role(role)]
    return any(max(tally.best or 0, tally.low or 0) >= DISPLACED_TOLL for tally in tallies) \
        or any(reading.doc[head].lemma_ == "population" and not _is_of_place(reading, head) for head in those)


def _is_of_place(reading: Reading, head: int) -> bool:
    """"the town's population fled": those of a town flee in a day."""
    inner = [part.i for child in reading.doc[head].children for part in child.subtree]
    return any((place := reading.place_at(i)) is not None and place.place.precision not in ("country", "region") for i in inner)


def _is_opening(reading: Reading, happening: Happening, span: TimeSpan) -> bool:
    """"an offensive that began on June 3": the day on which a thing began that goes on."""
    sentence = reading.doc[happening.main.head].sent
    heads = (mention.head for mention in reading.times if mention.text == span.wording and sentence.start_char <= mention.start < sentence.end_char)
    over = (next((above for above in reading.doc[head].ancestors if above.i in reading.verbs), None) for head in heads)
    return any(verb is not None and verb.dep_ in ("relcl", "acl") and reading.verbs[verb.i].predicate in load_grammar().beginning for verb in over)


def _middle(span: TimeSpan, day: datetime.date) -> datetime.date:
    """The last day of a short time or of one that reaches the report ("in the past month"), the middle of one told by the month ("in late July")."""
    start, end = datetime.date.fromisoformat(span.start or ""), datetime.date.fromisoformat(span.end or "")
    goes_on = {"since", "for"} & set(span.wording.lower().split()) or end == day
    return start + (end - start) / 2 if MONTHLY[0] <= (end - start).days <= MONTHLY[1] and not goes_on else end


def _is_lately(span: TimeSpan | None, day: datetime.date | None) -> bool:
    """Whether a stretch began in the weeks of the news: "has been hit repeatedly since Monday"."""
    return span is not None and span.start is not None and day is not None and \
        (day - datetime.date.fromisoformat(span.start)).days <= LATELY_DAYS


def is_history(reading: Reading, happening: Happening, span: TimeSpan | None, tallies: list[Tally]) -> bool:
    """Whether a happening that is told as fact is background. An agreement told with its fate is news."""
    if any(tally.what == "killed" and max(tally.best or 0, tally.low or 0) >= WAR_TOLL for tally in tallies):
        return True
    if happening.main.frame.type == "DISPLACEMENT" and _is_of_a_people(reading, happening, tallies):
        return True
    if any(tells(reading, happening) for tells in OVER) or (span is None and (is_of_war(reading, happening) or is_once(reading, happening) or _is_long_before(reading, happening))):
        return True
    day = published_day(reading)
    if is_recurring(reading, happening) and not _is_lately(span, day):
        return True
    if is_going_on(reading, happening) and not is_of_war(reading, happening):
        return False
    if day is None or span is None or span.start is None or span.end is None:
        return False
    limit = ENDED_DAYS + 14 if happening.main.frame.type == "AGREE" else SINCE_DAYS if _is_opening(reading, happening, span) else ENDED_DAYS
    if (day - _middle(span, day)).days > limit:
        return True
    words = span.wording.lower().split()
    if words[-1:] in (["year"], ["years"]) and not {"since", "for", "after", "ago"} & set(words) and (day - datetime.date.fromisoformat(span.start)).days > FOR_DAYS // 2:
        return True  # "this year", "over the past two years"
    if happening.main.frame.type not in LOSSES and tuple(words[-2:]) in SPREAD:
        return True
    longest = SINCE_DAYS if "since" in words or is_of_war(reading, happening) else FOR_DAYS if "for" in words else None
    return longest is not None and happening.main.frame.type in LOSSES and \
        (day - datetime.date.fromisoformat(span.start)).days > longest
