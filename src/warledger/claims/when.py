"""Layer 9: when a happening was: its own time by the parse, else the sentence's, else the report's, each said.

In: a Reading and a Happening. Out: a TimeSpan with the characters that show it. Decision: a time told of another clause is
not the event's; what is inferred from the report's day says so.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.whole_war import is_of_war, since_of
from warledger.claims.counted_back import counted_back
from warledger.claims.mentions import TimeMention
from warledger.claims.news_day import act_day_of_lead, goes_on, is_in_lead, report_time
from warledger.claims.own_times import is_of_past, own_times, tells_act
from warledger.claims.reading import Reading
from warledger.claims.times.publication import day_of
from warledger.claims.times.resolution import resolve
from warledger.claims.times.story import anchor_of, counted
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.model import TimeSpan
from warledger.model.codebook import CORE_TYPES

# Verbs with which a war's length stands.
LASTING = frozenset(("last", "rage", "drag"))
# Rules of times that say how a war stands at the report, not when it was.
PRESENT = frozenset(("present", "today"))
# How a length in years ends that stands before a war ("six-year-old").
YEARS = ("-year", "-year-old", "-years-long", "-year-long", " year", " year old")
# The rule of a time that the sentence tells, but not the parse of the act.
SENTENCE = "the sentence's time"
# What is so said lies ahead of the report.
AHEAD = frozenset(("planned", "demanded", "threatened"))
# Rules of times that tell a day of the news.
OF_A_DAY = frozenset(("today", "weekday"))
# What is so said has been.
DATED = frozenset(("asserted", "denied"))


@dataclass(frozen=True)
class When:
    """A time with the characters that show it; start is None where a rule inferred it from the report."""

    span: TimeSpan
    start: int | None = None
    end: int | None = None


def published_day(reading: Reading) -> datetime.date | None:
    """The report's day by its outlet's clock, None where it is not known."""
    return day_of(reading.report)


def date_of(reading: Reading, happening: Happening, stance: str = "asserted") -> When | None:
    """When a happening was or, where it is planned or demanded, will be; None where nothing tells."""
    day = published_day(reading)
    if (begun := _since_begun(reading, happening, day)) is not None:
        return begun
    if stance == "asserted" and (back := counted_back(reading, happening, _news_day(reading))) is not None:
        return When(back[0], back[1].start, back[1].end)
    tense = "future" if stance in AHEAD else _tense(happening)
    own = own_times(reading, happening)
    if happening.main.clause.kind == "noun" or any(match.clause.tense == "past" for match in happening.matches):
        own = [(mention, tied) for mention, tied in own if mention.rule != "present"]  # "arrests have now been made in the shooting"
    own = [(mention, tied) for mention, tied in own if tied or not _is_anothers(reading, happening, mention, stance, day)]
    since = since_of(reading, happening)
    stretch = _since(reading, since, day)
    if since is not None and stretch is not None and any(mention.head in since for mention, _ in own):
        return stretch
    if is_of_war(reading, happening):
        own = [(mention, tied) for mention, tied in own if mention.rule not in PRESENT]  # "the war, now in its sixth year"
    for mention, tied in own:
        time = "past" if is_of_past(reading, mention) else tense
        span, end = counted(reading, mention, day, time)
        if span is not None and span.start is not None and time == "past" and day is not None and span.start > day.isoformat():
            continue  # "two days after the raid, ...": what is told as past was not after the report
        if span is not None and (span.start is not None or (mention is own[-1][0] and day is None)):
            return When(span if tied or span.inferred else replace(span, inferred=SENTENCE), mention.start, end)
    return stretch or _as_long(reading, happening, day)


def _is_anothers(reading: Reading, happening: Happening, mention: TimeMention, stance: str, day: datetime.date | None) -> bool:
    """Whether a time of the sentence that does not hang on the act is none of its own: of what is planned or goes on, and in the lead the day on
    which somebody spoke of an act, where the lead tells the act's."""
    if (stance in AHEAD and happening.main.frame.type in CORE_TYPES and not is_of_past(reading, mention)) or goes_on(reading, happening):
        return True
    spoken = stance in DATED and mention.rule in OF_A_DAY and is_in_lead(reading, mention) and not tells_act(reading, mention)
    return spoken and day is not None and act_day_of_lead(reading) is not None


def _news_day(reading: Reading) -> datetime.date | None:
    """The day of the report's news."""
    span = report_time(reading, "asserted")
    return datetime.date.fromisoformat(span.start) if span is not None and span.start is not None else None


def _since(reading: Reading, part: range | None, day: datetime.date | None) -> When | None:
    """"since the war began in March 2011": from there to the day of publication; part are the tokens of that stretch."""
    if part is None or day is None:
        return None
    for mention in reading.times:
        if mention.head in part:
            span = resolve(mention, day, "past", anchor_of(reading, mention, day).day)
            if span is not None and span.start is not None and span.start <= day.isoformat():
                start = reading.doc[part.start].idx
                words = reading.quote(start, mention.end)
                return When(replace(span, end=day.isoformat(), wording=words), start, mention.end)
    return None


def _since_begun(reading: Reading, happening: Happening, day: datetime.date | None) -> When | None:
    """"the war, which began in 2011, has killed ...", "the conflict, which has lasted five years, ...": from then to the report."""
    subjects = {head for match in happening.matches for head in match.clause.at("subject") if "war" in reading.classes(head)}
    for clause in (child for head in sorted(subjects) for child in reading.doc[head].subtree if child.dep_ in ("relcl", "acl")):
        if day is None or clause.lemma_ not in load_grammar().beginning | LASTING:
            continue
        inside = {token.i for token in clause.subtree}
        for mention in (mention for mention in reading.times if mention.head in inside):
            span, end = counted(reading, mention, day, "past")
            if span is not None and span.start is not None and span.start <= day.isoformat():
                start = clause.left_edge.idx
                return When(replace(span, end=day.isoformat(), wording=reading.quote(start, end)), start, end)
    return None


def _as_long(reading: Reading, happening: Happening, day: datetime.date | None) -> When | None:
    """"the five-year conflict": so many years up to the report."""
    if day is None or happening.main.frame.stance != "historical":
        return None
    heads = {match.head for match in happening.matches}
    for mention in reading.times:
        head = reading.doc[mention.head]
        if mention.kind != "duration" or not mention.text.lower().endswith(YEARS) or \
                not any(token.i in heads for token in (head, head.head, head.head.head)):
            continue
        years = next((quantity.best for quantity in reading.quantities if mention.start <= quantity.start < mention.end), None)
        if years:
            start = day.replace(year=day.year - years, day=min(day.day, 28))
            return When(TimeSpan(start.isoformat(), day.isoformat(), "year", mention.text), mention.start, mention.end)
    return None


def _tense(happening: Happening) -> str:
    for match in happening.matches:
        if match.clause.modal in ("will", "shall", "would"):
            return "future"
    return "past"
