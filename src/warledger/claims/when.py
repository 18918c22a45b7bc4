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
from warledger.claims.counted_back import counted_back
from warledger.claims.mentions import TimeMention
from warledger.claims.reading import Reading
from warledger.claims.times.publication import day_of
from warledger.claims.times.resolution import resolve
from warledger.claims.times.story import anchor_of, clause_before, counted, counted_words, dated_word
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.model import TimeSpan

# Characters within which a date line stands.
HEAD = 120
# Verbs with which a war's length stands.
LASTING = frozenset(("last", "rage", "drag"))
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
# Bounds behind which the last day of something stands.
TERMS = frozenset(("by", "until", "before"))
# The rule of a time that the sentence tells, but not the parse of the act.
SENTENCE = "the sentence's time"
# A time that hangs on none of the predicates of an act counts as farther than any that does.
UNTIED = 50
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
    own = _own_times(reading, happening)
    if happening.main.clause.kind == "noun" or any(match.clause.tense == "past" for match in happening.matches):
        own = [(mention, tied) for mention, tied in own if mention.rule != "present"]  # "arrests have now been made in the shooting"
    if is_of_war(reading, happening):
        own = [(mention, tied) for mention, tied in own if mention.rule not in PRESENT]  # "the war, now in its sixth year"
    for mention, tied in own:
        time = "past" if _is_of_past(reading, mention) else tense
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


def report_time(reading: Reading, stance: str) -> TimeSpan | None:
    """The day of the report's news: the time of its lead, else its day of publication; both inferred."""
    day = published_day(reading)
    if day is None or stance not in ("asserted", "denied", "threatened", "demanded"):
        return None
    lead_end = reading.layout.body_start + LEAD
    for mention in reading.times:
        if mention.kind in ("duration", "set", "period") or is_term(mention) or mention.start > lead_end:
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


def _is_within_a_day(reading: Reading, mention: TimeMention) -> bool:
    """"minutes later", "for ten seconds", "over three hours": a stretch that tells no day. "The past 24 hours" are a span."""
    if mention.rule in ("past_count", "recent", "ago") or counted_words(reading, mention):
        return False
    return dict(mention.parts).get("unit", "").rstrip("s") in WITHIN_A_DAY


def _is(mention: TimeMention, day: datetime.date) -> bool:
    """Whether a time is the very day of publication."""
    span = resolve(mention, day, "past")
    return span is not None and span.start == span.end == day.isoformat()


def _tense(happening: Happening) -> str:
    for match in happening.matches:
        if match.clause.modal in ("will", "shall", "would"):
            return "future"
    return "past"


def _is_of_past(reading: Reading, mention: TimeMention) -> bool:
    """"On March 22 they flew men in to lead an assault": the day is the past verb's, whatever was planned with it."""
    token = reading.doc[mention.head]
    verbs = [above for above in (token, *token.ancestors) if above.i in reading.verbs]
    over = verbs[0] if verbs else None
    if len(verbs) > 1 and _is_aim(verbs[0], mention):
        return reading.verbs[verbs[1].i].tense == "past"
    return over is not None and reading.verbs[over.i].tense == "past" and not reading.verbs[over.i].passive \
        and token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head == over


def _own_times(reading: Reading, happening: Happening) -> list[tuple[TimeMention, bool]]:
    """Times of the happening's sentence and whether they hang on its own clauses, those that do first; none that hang on another's."""
    sentence = reading.doc[happening.main.head].sent
    heads = {match.head for match in happening.matches}
    inside = [mention for mention in reading.times if sentence.start_char <= mention.start < sentence.end_char
              and mention.kind != "set" and not _is_of_page(reading, mention)
              and not _is_deadline(reading, happening, mention) and not measures_for(reading, happening, mention.head)]
    inside = [mention for mention in _apart(reading, inside, happening.main.head) if not _is_within_a_day(reading, mention)]
    for match in happening.matches:
        heads |= _carriers(reading, match.clause)
    inside = [mention for mention in inside if (over := clause_before(reading, mention)) is None or over.i in heads]
    scored = []
    for mention in inside:
        distance = _steps(reading, dated_word(reading, mention), heads)
        scored.append((distance if distance is not None else UNTIED + abs(mention.head - happening.main.head), mention.start, mention))
    scored.sort(key=lambda item: item[:2])
    return [(mention, distance < UNTIED) for distance, _, mention in scored if distance < UNTIED or not _belongs_elsewhere(reading, mention, heads)]


def _apart(reading: Reading, times: list[TimeMention], head: int) -> list[TimeMention]:
    """"a day after its jets struck on Sunday": the stretch dates the main clause alone, and Sunday the other alone."""
    for mention in times:
        words = {token.i for token in counted_words(reading, mention)}
        if head in words:
            times = [other for other in times if other is not mention]
        elif words:
            times = [other for other in times if other.head not in words]
    return times


def is_term(mention: TimeMention) -> bool:
    """"by Friday", "until the end of the month", "within two weeks": the last day of something, not its day."""
    parts = dict(mention.parts)
    return parts.get("bound") in TERMS or parts.get("which") == "within"


def _is_deadline(reading: Reading, happening: Happening, mention: TimeMention) -> bool:
    """"would strike unless they leave by Friday": the day of a threat's terms is not the threat's; a plan has its own."""
    main = happening.main
    if not is_term(mention):
        return False
    aside = _steps(reading, mention.head, {main.head}) is None
    return main.frame.stance == "threatened" or (aside and main.clause.modal in ("will", "would", "shall"))


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
        if _is_war_around(reading, token) or _is_aim(token, mention):
            continue
        if token.i in reading.event_words:
            return not _is_over(reading, token, heads)
        if token.i in reading.verbs and token.lemma_ in NAMING:
            continue  # "the force known as the Asayish in April"
        if token.i in reading.verbs:
            apart = token.dep_ in ("relcl", "acl", "advcl", "ccomp") or (token.dep_ == "xcomp" and is_term(mention))
            return apart and not _is_over(reading, token, heads)
    return False


def _is_war_around(reading: Reading, token: Token) -> bool:
    """"seized the heights in the 1967 war": the year of a war in which something was done dates it."""
    return "war" in reading.classes(token.i) and token.dep_ == "pobj" and token.head.lower_ in ("in", "during")


def _is_aim(token: Token, mention: TimeMention) -> bool:
    """"launched an offensive to retake the town on May 31": the day behind what a deed is for is the deed's; a last day is the aim's."""
    return token.tag_ == "VB" and token.dep_ in ("acl", "advcl") and not is_term(mention) and any(child.lower_ == "to" for child in token.children)


def _is_over(reading: Reading, token: Token, heads: set[int]) -> bool:
    """Whether a predicate is one of the happening's or holds one: "launched a crackdown on protests in 2011" dates both."""
    return token.i in heads or any(token.is_ancestor(reading.doc[head]) for head in heads)
