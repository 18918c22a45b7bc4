"""Layer 9: when a happening was: its own time by the parse, else the sentence's, else the report's, each said.

In: a Reading and a Happening. Out: a TimeSpan with the characters that show it. Decision: a time told of another clause is
not the event's; what is inferred from the report's day says so.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.whole_war import is_of_war, measures_for, since_of
from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import TimeMention
from warledger.claims.reading import Reading
from warledger.claims.times.resolution import resolve
from warledger.model import TimeSpan

# Characters within which a date line stands.
HEAD = 120
# A news report's "that day" goes back to a day about its publication, not to a date of history or of a plan.
NEWS_DAYS = 31
# Rules of times that say how a war stands at the report, not when it was.
PRESENT = frozenset(("present", "today"))
# How a length in years ends that stands before a war ("six-year-old").
YEARS = ("-year", "-year-old", "-years-long", "-year-long", " year", " year old")
# What stands before the day on which a page was made.
PAGE = re.compile(r"\b(?:published|posted|updated)(?:\s+(?:on|at)|:)?\s*$", re.IGNORECASE)
# Units of stretches of time that tell no day.
WITHIN_A_DAY = frozenset(("second", "minute", "hour"))
# Characters of the body that are its lead: two or three sentences.
LEAD = 600


# Verbs of names, which no time dates.
NAMING = frozenset(("know", "call", "name", "dub"))
# What is so said lies ahead of the report.
AHEAD = frozenset(("planned", "demanded", "threatened"))


@dataclass(frozen=True)
class When:
    """A time with the characters that show it; start is None where a rule inferred it from the report."""

    span: TimeSpan
    start: int | None = None
    end: int | None = None


def published_day(reading: Reading) -> datetime.date | None:
    """The report's day, None where it is not known."""
    return datetime.date.fromisoformat(reading.report.day) if reading.report.day else None


def date_of(reading: Reading, happening: Happening, stance: str = "asserted") -> When | None:
    """When a happening was or, where it is planned or demanded, will be; None where nothing tells."""
    day = published_day(reading)
    tense = "future" if stance in AHEAD else _tense(happening)
    own = _own_times(reading, happening)
    if happening.main.clause.kind == "noun" or any(match.clause.tense == "past" for match in happening.matches):
        own = [mention for mention in own if mention.rule != "present"]  # "arrests have now been made in the shooting"
    if is_of_war(reading, happening):
        own = [mention for mention in own if mention.rule not in PRESENT]  # "the war, now in its sixth year"
    for mention in own:
        time = "past" if _is_of_past(reading, mention) else tense
        span = resolve(mention, day, time, _day_told_before(reading, mention, day))
        if span is not None and span.start is not None and time == "past" and day is not None and span.start > day.isoformat():
            continue  # "two days after the raid, ...": what is told as past was not after the report
        if span is not None and (span.start is not None or (mention is own[-1] and day is None)):
            return When(span, mention.start, mention.end)
    return _since(reading, happening, day) or _as_long(reading, happening, day)


def _since(reading: Reading, happening: Happening, day: datetime.date | None) -> When | None:
    """"since the war began in March 2011": from there to the day of publication."""
    part = since_of(reading, happening)
    if part is None or day is None:
        return None
    for mention in reading.times:
        if mention.head in part:
            span = resolve(mention, day, "past", _day_told_before(reading, mention, day))
            if span is not None and span.start is not None and span.start <= day.isoformat():
                start = reading.doc[part.start].idx
                words = reading.quote(start, mention.end)
                return When(replace(span, end=day.isoformat(), wording=words), start, mention.end)
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


def _day_told_before(reading: Reading, later: TimeMention, day: datetime.date | None) -> datetime.date | None:
    """The day that "that day", "a day earlier" and "at noon" count from: the last day told before, else that of publication."""
    if later.rule == "then":
        return _start_told_before(reading, later, day) or day
    for mention in reversed(reading.times):
        if mention.kind in ("weekday", "date") and mention.start < later.start:
            span = resolve(mention, day, "past")
            if span is None or span.start is None or span.start != span.end:
                continue
            told = datetime.date.fromisoformat(span.start)
            if day is None or abs((day - told).days) <= NEWS_DAYS:
                return told
    return day


def _start_told_before(reading: Reading, later: TimeMention, day: datetime.date | None) -> datetime.date | None:
    """The day that "since then" counts from: where the last time told begins, be it a day, a month or a year."""
    for mention in reversed(reading.times):
        if mention.start < later.start and mention.rule != "then":
            span = resolve(mention, day, "past")
            if span is not None and span.start is not None:
                return datetime.date.fromisoformat(span.start)
    return None


def report_time(reading: Reading, stance: str) -> TimeSpan | None:
    """The day of the report's news: the time of its lead, else its day of publication; both inferred."""
    day = published_day(reading)
    if day is None or stance not in ("asserted", "denied", "threatened", "demanded"):
        return None
    lead_end = reading.layout.body_start + LEAD
    for mention in reading.times:
        if mention.kind in ("duration", "set", "period") or mention.start > lead_end:
            continue
        if mention.kind == "date" and mention.start < reading.layout.body_start + HEAD and _is(mention, day):
            continue  # the date line
        if _is_of_page(reading, mention):
            continue
        span = resolve(mention, day, "past")
        if span is not None and span.start is not None and span.end is not None and span.precision == "day" \
                and 0 <= (day - datetime.date.fromisoformat(span.end)).days <= 7:
            return replace(span, inferred="the time of the lead")
    iso = day.isoformat()
    return TimeSpan(iso, iso, "day", "", "the day of publication")


def _is_of_page(reading: Reading, mention: TimeMention) -> bool:
    """"Published Friday, May 6": when the page was made."""
    return PAGE.search(reading.report.text, max(0, mention.start - HEAD // 4), mention.start) is not None


def _is_within_a_day(mention: TimeMention) -> bool:
    """"minutes later", "for ten seconds", "over three hours": a stretch that tells no day."""
    return dict(mention.parts).get("unit", "").rstrip("s") in WITHIN_A_DAY


def _is(mention: TimeMention, day: datetime.date) -> bool:
    """Whether a time is the very day of publication."""
    span = resolve(mention, day, "past")
    return span is not None and span.start == span.end == day.isoformat()


def _tense(happening: Happening) -> str:
    for match in happening.matches:
        if match.clause.modal in ("will", "shall"):
            return "future"
    return "past"


def _is_of_past(reading: Reading, mention: TimeMention) -> bool:
    """"On March 22 they flew men in to lead an assault": the day is the past verb's, whatever was planned with it."""
    token = reading.doc[mention.head]
    over = next((above for above in (token, *token.ancestors) if above.i in reading.verbs), None)
    return over is not None and reading.verbs[over.i].tense == "past" and not reading.verbs[over.i].passive \
        and token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head == over


def _own_times(reading: Reading, happening: Happening) -> list[TimeMention]:
    """Times of the happening's sentence, those that hang on its own clauses first, none that hang on another's."""
    sentence = reading.doc[happening.main.head].sent
    inside = [mention for mention in reading.times if sentence.start_char <= mention.start < sentence.end_char
              and mention.kind != "set" and not _is_within_a_day(mention) and not _is_of_page(reading, mention) and not _opens_clause(reading, mention)
              and not _is_deadline(happening, mention) and not measures_for(reading, happening, mention.head)]
    heads = {match.head for match in happening.matches}
    for match in happening.matches:
        heads |= _carriers(reading, match.clause)
    scored = []
    for mention in inside:
        distance = _steps(reading, mention.head, heads)
        scored.append((distance if distance is not None else 50 + abs(mention.head - happening.main.head), mention.start, mention))
    scored.sort(key=lambda item: item[:2])
    return [mention for distance, _, mention in scored if distance < 50 or not _belongs_elsewhere(reading, mention, heads)]


def _opens_clause(reading: Reading, mention: TimeMention) -> bool:
    """"a day after its jets struck": the stretch dates the main clause by this one, and this one by nothing."""
    tokens = reading.tokens_of(mention.start, mention.end)
    return any(reading.doc[i].dep_ == "mark" and reading.doc[i].lower_ in ("after", "before") for i in (*tokens, tokens.stop)
               if i < len(reading.doc))


def _is_deadline(happening: Happening, mention: TimeMention) -> bool:
    """"would strike unless they leave by Friday": the day of a threat's terms is not the threat's."""
    main = happening.main
    bound = dict(mention.parts).get("bound") in ("by", "until", "till")
    return bound and (main.frame.stance == "threatened" or main.clause.modal in ("will", "would", "shall"))


def _carriers(reading: Reading, clause: Clause) -> set[int]:
    """The light verb and the verbs above that only carry the predicate."""
    return {clause.parent} if clause.parent is not None and clause.relation == "light" else set()


def _steps(reading: Reading, i: int, heads: set[int]) -> int | None:
    """How many steps up the tree from a time to one of the happening's predicates without crossing another verb."""
    token = reading.doc[i]
    for steps in range(8):
        if token.i in heads:
            return steps
        if (steps and token.i in reading.verbs) or token.dep_ == "ROOT":
            return None
        token = token.head
    return None


def _belongs_elsewhere(reading: Reading, mention: TimeMention, heads: set[int]) -> bool:
    """Whether a time hangs on an event noun or verb of its own that is none of the happening's."""
    token = reading.doc[mention.head]
    for _ in range(6):
        if token.dep_ == "ROOT":
            return False
        token = token.head
        if token.i in reading.event_words:
            return not _is_over(reading, token, heads)
        if token.i in reading.verbs and token.lemma_ in NAMING:
            continue  # "the force known as the Asayish in April"
        if token.i in reading.verbs:
            return token.dep_ in ("relcl", "acl", "advcl", "ccomp") and not _is_over(reading, token, heads)
    return False


def _is_over(reading: Reading, token: Token, heads: set[int]) -> bool:
    """Whether a predicate is one of the happening's or holds one: "launched a crackdown on protests in 2011" dates both."""
    return token.i in heads or any(token.is_ancestor(reading.doc[head]) for head in heads)
