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
from warledger.claims.own_times import is_of_page, is_of_past, is_of_picture, is_term, own_times, tells_act
from warledger.claims.reading import Reading
from warledger.claims.recurrence import is_going_on
from warledger.claims.times.publication import day_of
from warledger.claims.times.resolution import resolve
from warledger.claims.times.story import anchor_of, counted
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.model import TimeSpan
from warledger.model.codebook import CORE_TYPES

# Characters within which a date line stands.
HEAD = 120
# Verbs with which a war's length stands.
LASTING = frozenset(("last", "rage", "drag"))
# Rules of times that say how a war stands at the report, not when it was.
PRESENT = frozenset(("present", "today"))
# How a length in years ends that stands before a war ("six-year-old").
YEARS = ("-year", "-year-old", "-years-long", "-year-long", " year", " year old")
# Characters of the body that are its lead: two or three sentences.
LEAD = 600
# The rule of a time that the sentence tells, but not the parse of the act.
SENTENCE = "the sentence's time"
# What is so said lies ahead of the report.
AHEAD = frozenset(("planned", "demanded", "threatened"))


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
    if is_of_war(reading, happening):
        own = [(mention, tied) for mention, tied in own if mention.rule not in PRESENT]  # "the war, now in its sixth year"
    for mention, tied in own:
        time = "past" if is_of_past(reading, mention) else tense
        span, end = counted(reading, mention, day, time)
        if span is not None and span.start is not None and time == "past" and day is not None and span.start > day.isoformat():
            continue  # "two days after the raid, ...": what is told as past was not after the report
        if span is not None and (span.start is not None or (mention is own[-1][0] and day is None)):
            return When(span if tied or span.inferred else replace(span, inferred=SENTENCE), mention.start, end)
    return _since(reading, happening, day) or _as_long(reading, happening, day)


def _news_day(reading: Reading) -> datetime.date | None:
    """The day of the report's news."""
    span = report_time(reading, "asserted")
    return datetime.date.fromisoformat(span.start) if span is not None and span.start is not None else None


def _since(reading: Reading, happening: Happening, day: datetime.date | None) -> When | None:
    """"since the war began in March 2011": from there to the day of publication."""
    part = since_of(reading, happening)
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


def report_time(reading: Reading, stance: str, happening: Happening | None = None) -> TimeSpan | None:
    """The day of the report's news: the time of its lead, else its day of publication; both inferred.

    What goes on at the report is of its own day, and what is said of the day that is told first.
    """
    day = published_day(reading)
    if day is None or stance not in ("asserted", "denied", "threatened", "demanded"):
        return None
    told = None
    if happening is None or not goes_on(reading, happening):
        told = day_of_lead(reading, day, happening is not None and happening.main.frame.type in CORE_TYPES)
    iso = day.isoformat()
    return told if told is not None else TimeSpan(iso, iso, "day", "", "the day of publication")


def goes_on(reading: Reading, happening: Happening) -> bool:
    """"is held by rebels", "militants prevent people from leaving": a state, or an act told in the present; a headline tells all so."""
    main = happening.main
    if main.frame.type not in CORE_TYPES or reading.doc[main.head].idx < reading.layout.body_start:
        return False
    return main.frame.mode == "hold" or (main.clause.kind == "verb" and is_going_on(reading, happening))


def day_of_lead(reading: Reading, day: datetime.date, is_act: bool) -> TimeSpan | None:
    """The day that the lead tells of an act, for words the first that it tells of anything; None where it tells none."""
    first = None
    lead_end = reading.layout.body_start + LEAD
    for mention in reading.times:
        if mention.kind in ("duration", "set", "period") or is_term(mention) or mention.start > lead_end:
            continue
        if mention.kind == "date" and mention.start < reading.layout.body_start + HEAD and _is(mention, day):
            continue  # the date line
        if is_of_page(reading, mention) or is_of_picture(reading, mention):
            continue
        span = resolve(mention, day, "past")
        if span is None or span.start is None or span.end is None or span.start != span.end \
                or not 0 <= (day - datetime.date.fromisoformat(span.end)).days <= 7:
            continue
        told = replace(span, inferred="the time of the lead")
        if not is_act or tells_act(reading, mention):
            return told
        first = first or told
    return first


def _is(mention: TimeMention, day: datetime.date) -> bool:
    """Whether a time is the very day of publication."""
    span = resolve(mention, day, "past")
    return span is not None and span.start == span.end == day.isoformat()


def _tense(happening: Happening) -> str:
    for match in happening.matches:
        if match.clause.modal in ("will", "shall", "would"):
            return "future"
    return "past"
