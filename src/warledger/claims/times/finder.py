"""Layer 3, when: the time expressions of a report.

In: a parsed report. Out: TimeMentions in order, none overlapping, each with the rule and the parts that time_resolution
needs. Decision: durations ("nine-year war") are returned too, unresolved, so that nobody reads their number as a count.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from warledger.claims.mentions import TimeMention
from warledger.claims.text.tokens import Doc
from warledger.claims.times.guards import is_time
from warledger.claims.times.patterns import patterns
from warledger.lexicons.anchors import anchored
from warledger.lexicons.calendar_lexicon import alternation, load_calendar
from warledger.lexicons.date_patterns import find_written_dates

# Words before a time that turn it into an open or bounded stretch.
BOUND = re.compile(
    r"(?<![\w-])(?P<bound>ever\s+since|since|no\s+later\s+than|up\s+until|until|till|up\s+to|by|before|prior\s+to|as\s+of|"
    r"starting|beginning|after|following)\s+(?:as\s+)?(?P<the>the\s+)?(?:around\s+|about\s+|at\s+)?$",
    re.IGNORECASE,
)
BOUNDS = {
    "ever since": "since", "no later than": "by", "up until": "until", "till": "until", "up to": "until",
    "prior to": "before", "as of": "since", "starting": "since", "beginning": "since", "following": "after",
}
RANGE_JOINTS = re.compile(r"\s*(?P<joint>to|through|until|till|and|-|–|—|or)\s*(?:the\s+)?", re.IGNORECASE)
RANGE_OPENER = re.compile(r"(?<!\w)(?P<opener>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
RANGE_RULES = ("date", "islamic", "persian", "month", "year", "weekday", "season", "unit", "today", "feast")
# Streets and squares have dates for names.
NAMED_AFTER = re.compile(r"\s+(?:Street|Avenue|Square|Bridge|Stadium|Brigade|Division|Park|Hospital|School|Roundabout|Movement)\b")
# Characters before a date in which the part of its day is told.
PART_REACH = 40
# What may stand between a time and the clock, weekday or part of the day that belongs to it.
GLUE = re.compile(r"(?:,?\s+(?:on|at|of|in|late|early|around|the|about)){0,3},?\s+|\s*\(\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A candidate: text[start:end], core is where the time begins behind its preposition."""

    start: int
    end: int
    core: int
    rule: str
    kind: str
    parts: dict[str, str]
    rank: int = 0


def find_times(doc: Doc, day_first: bool = True, southern: bool = False) -> list[TimeMention]:
    """The time expressions of the Doc.

    day_first settles 04/05/2016: True where the outlet's country writes so. southern: summers are at the turn of the year.
    """
    text = doc.text
    found = _joined(text, _longest(list(_candidates(doc, text, day_first))))
    sides = {item.end for item in found if item.parts.get("side") in ("after", "before", "prior")}
    if southern:
        found = [replace(item, parts=item.parts | {"hemisphere": "south"}) if _tells_season(item) else item for item in found]
    found = _ranges(text, found)
    return [_mention(doc, text, item if _is_counted_from(text, item, sides) else _bounded(doc, text, item)) for item in found]


def _tells_season(item: Found) -> bool:
    return "season" in item.parts or item.parts.get("unit") in load_calendar().seasons


def _is_counted_from(text: str, item: Found, sides: set[int]) -> bool:
    """"two days after 28 January": the word between is of the stretch before, and bounds no date."""
    return any(end <= item.start and not text[end:item.start].strip().removeprefix("the").removeprefix("to") for end in sides)


def _candidates(doc: Doc, text: str, day_first: bool) -> Iterator[Found]:
    for date in find_written_dates(text, day_first):
        if NAMED_AFTER.match(text, date.end):
            continue
        fields = {"year": date.year, "month": date.month, "day": date.day}
        if (date.end_month, date.end_day) != (date.month, date.day):
            fields |= {"end_month": date.end_month, "end_day": date.end_day}
        parts = {key: str(value) for key, value in fields.items() if value is not None}
        part = _part_of().search(text, max(0, date.start - PART_REACH), date.start)
        if part is not None:
            yield Found(part.start("whole"), date.end, date.start, "date", "date", parts | {"part_before": part["part"].lower()})
        yield Found(date.start, date.end, date.start, "date", "date", parts)
    for rank, pattern in enumerate(patterns(), start=1):
        for match in anchored(text).matches(pattern.regex, pattern.anchors, pattern.reach):
            parts = {key: _plain(value) for key, value in match.groupdict().items() if value}
            if is_time(pattern.rule, parts, doc, text, match.start(), match.end()):
                core = min(match.start(group) for group in _core_groups(pattern.rule, match))
                yield Found(match.start(), match.end(), core, pattern.rule, pattern.kind, parts, rank)


@functools.cache
def _part_of() -> re.Pattern[str]:
    """What stands before a date and tells the part of its day: "the night of", "early in the morning of"."""
    parts = alternation(load_calendar().day_parts)
    return re.compile(rf"(?<!\w)(?P<whole>(?:(?:early|late)\s+(?:in\s+)?)?(?:the\s+)?(?:early\s+|late\s+)?(?P<part>{parts})(?:\s+hours)?\s+(?:of|on)\s+(?:the\s+)?)$", re.IGNORECASE)


def _core_groups(rule: str, match: re.Match[str]) -> list[str | int]:
    """The groups from which the head is sought: not the preposition of "for months" or of "early on Thursday"."""
    wanted = {"lasting": ("rounding", "number", "unit"), "weekday": ("weekday",)}.get(rule, ())
    groups = match.groupdict()
    return [group for group in wanted if groups.get(group)] or [0]


@functools.lru_cache(maxsize=4096)
def _plain(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip().lower()


def _longest(candidates: list[Found]) -> list[Found]:
    """Leftmost of the longest: a candidate inside a longer one is dropped, then the earlier rule wins."""
    chosen: list[Found] = []
    for item in sorted(candidates, key=lambda found: (-(found.end - found.start), found.start, found.rank)):
        at = bisect.bisect(chosen, item.start, key=lambda found: found.start)
        clear_before = at == 0 or chosen[at - 1].end <= item.start
        clear_behind = at == len(chosen) or chosen[at].start >= item.end
        if clear_before and clear_behind:
            chosen.insert(at, item)
    return chosen


def _joined(text: str, found: list[Found]) -> list[Found]:
    """A clock and a weekday go into the date or day beside them: "at 5 a.m. on Friday", "Friday, June 3"."""
    joined: list[Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and GLUE.fullmatch(text, before.end, item.start):
            merged = _merge(before, item)
            if merged is not None:
                joined[-1] = merged
                continue
        joined.append(item)
    return joined


def _merge(first: Found, second: Found) -> Found | None:
    days = ("date", "weekday", "today", "feast", "same", "next_unit")
    if first.rule == "clock" and second.rule in days:
        return replace(second, start=first.start, parts=second.parts | first.parts)
    if second.rule == "clock" and first.rule in days:
        return replace(first, end=second.end, parts=first.parts | second.parts)
    if first.rule == "weekday" and second.rule in ("date", "islamic", "persian"):
        return replace(second, start=first.start)
    if first.rule == "date" and second.rule == "weekday" and "day_part" not in first.parts:
        return replace(first, end=second.end)
    return None


def _ranges(text: str, found: list[Found]) -> list[Found]:
    """Two times with a joint between them are one stretch: "between March and June 2019", "Monday and Tuesday"."""
    ranged: list[Found] = []
    for item in found:
        before = ranged[-1] if ranged else None
        joint = RANGE_JOINTS.fullmatch(text, before.end, item.start) if before is not None else None
        if before is not None and joint is not None and _is_range(text, before, item, joint["joint"].lower()):
            opener = RANGE_OPENER.search(text, max(0, before.start - 12), before.start)
            start = opener.start("opener") if opener else before.start
            parts = {"first": before.rule, "second": item.rule}
            parts |= {f"first.{key}": value for key, value in before.parts.items()}
            parts |= {f"second.{key}": value for key, value in item.parts.items()}
            ranged[-1] = Found(start, item.end, before.core, "range", "range", parts)
            continue
        ranged.append(item)
    return ranged


def _is_range(text: str, first: Found, second: Found, joint: str) -> bool:
    if first.rule not in RANGE_RULES or second.rule not in RANGE_RULES:
        return False
    opener = RANGE_OPENER.search(text, max(0, first.start - 12), first.start)
    if joint == "and":
        if opener is not None and opener["opener"].lower() == "between":
            return True
        if first.rule == second.rule == "weekday":
            return _weekday_gap(first, second) == 1
        return first.rule == second.rule == "month" and "year" not in first.parts
    if joint == "or":
        return first.rule == second.rule == "weekday" and _weekday_gap(first, second) == 1
    return first.rule == second.rule or opener is not None


def _weekday_gap(first: Found, second: Found) -> int:
    days = load_calendar().weekdays
    return (days[second.parts["weekday"]] - days[first.parts["weekday"]]) % 7


def _bounded(doc: Doc, text: str, item: Found) -> Found:
    """The word before that makes it a stretch ("since December", "by Friday") goes into the mention.

    Not where the time only names something else: "after the July 9 truce", "before Friday prayers".
    """
    if item.rule in ("range", "duration", "vague_of", "lasting", "set", "recently", "recent", "past_count"):
        opener = BOUND.search(text, max(0, item.start - 40), item.start) if item.rule in ("recent", "past_count") else None
        if opener is None or opener["bound"].lower() not in ("since", "until"):
            return item
    match = BOUND.search(text, max(0, item.start - 40), item.start)
    if match is None:
        opener_from = RANGE_OPENER.search(text, max(0, item.start - 12), item.start)
        if opener_from is None or opener_from["opener"].lower() != "from" or item.rule in ("range",):
            return item
        return replace(item, start=opener_from.start("opener"), parts=item.parts | {"bound": "from"})
    bound = _plain(match["bound"])
    if (match["the"] and not text[item.start].islower()) or (bound in ("after", "before", "following", "prior to") and _modifies(doc, item)):
        return item
    return replace(item, start=match.start("bound"), parts=item.parts | {"bound": BOUNDS.get(bound, bound)})


def _modifies(doc: Doc, item: Found) -> bool:
    """Whether a noun follows that the time only describes."""
    if "plural" in item.parts:
        return True
    span = doc.char_span(item.start, item.end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return False
    follower = doc[span.end]
    return follower.pos_ in ("NOUN", "PROPN") and follower.text[:1].islower() and follower.idx == item.end + 1


def _mention(doc: Doc, text: str, item: Found) -> TimeMention:
    span = doc.char_span(max(item.core, item.start), item.end, alignment_mode="expand")
    head = span.root.i if span is not None else 0
    parts = dict(item.parts)
    if item.rule == "lasting":
        parts |= _aspect(doc, head)
    return TimeMention(
        start=item.start,
        end=item.end,
        head=head,
        text=text[item.start : item.end],
        kind=item.kind,
        rule=item.rule,
        parts=tuple(sorted(parts.items())),
    )


def _aspect(doc: Doc, head: int) -> dict[str, str]:
    """Whether the verb that the duration hangs on is a perfect ("has been raging for five years")."""
    verb = next((token for token in (doc[head], *doc[head].ancestors) if token.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return {"aspect": "none"}
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"has", "have", "'ve", "’ve", "'s"}:
        return {"aspect": "perfect"}
    if "had" in helpers:
        return {"aspect": "pluperfect"}
    if doc[head].dep_ == "pobj" and doc[head].head.head.pos_ == "NOUN":
        return {"aspect": "noun"}  # "a ceasefire for three days"
    return {"aspect": "simple" if verb.tag_ == "VBD" else "none"}
