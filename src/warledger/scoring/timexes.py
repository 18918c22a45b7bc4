"""Suite `times`: the time expressions of sixteen histories of wars (WikiWars), found and valued.

In: times/wikiwars.jsonl. Out: F1 of spans that touch, and of spans with the same TIMEX2 value. Decision: a history is read
as the resolver offers: each time against the day that the text last spoke of, the day of writing behind it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from warledger.claims.coder import Coded
from warledger.claims.mentions import TimeMention
from warledger.claims.times.resolution import resolve
from warledger.claims.times.story import MOVES_STORY
from warledger.model import TimeSpan
from warledger.scoring.annotated import Stopwatch, read_rows, rows_of, write_lines
from warledger.scoring.measures import Counts
from warledger.scoring.score import Score
from warledger.scoring.spans import Span, pairs_by_touch
from warledger.scoring.timex2 import end_values, value_of

# What stands between the ends of a range.
JOINT = re.compile(r"\s*(?:\b(?:to|through|until|till|and|or)\b|[-–—/])\s*")


@dataclass(frozen=True)
class Valued:
    """A time expression with its TIMEX2 value, None where it has none to give."""

    span: Span
    text: str
    value: str | None


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """span_f1 and value_f1, both lenient; predictions gets what is wrong."""
    rows, watch = rows_of(data / "times" / "wikiwars.jsonl", limit), Stopwatch()
    spans, values, mistakes = Counts(), Counts(), []
    for row, coded in read_rows(rows, watch, "times"):
        found = read_story(coded, datetime.date.fromisoformat(row["written"][:10]))
        wanted = [Valued((one["start"], one["end"]), one["surface"], one["val"] or None) for one in row["timex"]]
        pairs = pairs_by_touch([one.span for one in found], [one.span for one in wanted])
        right = sum(same_value(found[i].value, wanted[j].value) for i, j in pairs)
        spans += Counts(len(pairs), len(found), len(wanted))
        values += Counts(right, len(found), len(wanted))
        mistakes.append({"id": row["id"], "wrong": wrong(found, wanted, pairs)})
    write_lines(predictions, mistakes)
    return Score("times", len(rows), watch.seconds, {"span_f1": spans.f1, "value_f1": values.f1})


def read_story(coded: Coded, written: datetime.date) -> list[Valued]:
    """The times of a narrative in text order, each resolved against the day that the text last spoke of."""
    anchor: datetime.date | None = None
    found = []
    for mention in coded.reading.times:
        span = resolve(mention, written, _tense(coded, mention), anchor)
        found.extend(_ends(mention, span) or [Valued((mention.start, mention.end), mention.text, value_of(mention, span))])
        if mention.rule in MOVES_STORY and "bound" not in dict(mention.parts):
            anchor = _told_day(span) or anchor
    return found


def _ends(mention: TimeMention, span: TimeSpan | None) -> list[Valued]:
    """A range as the set marks it: its first and its last time apart; nothing for what is no range."""
    parts = dict(mention.parts)
    is_range = mention.rule in ("range", "years") or "end_day" in parts
    joints = list(JOINT.finditer(mention.text)) if is_range else []
    if not joints:
        return []
    joint = joints[-1]
    first, last = end_values(span, (parts.get("first", mention.rule), parts.get("second", mention.rule)))
    middle, begin = mention.start + joint.start(), mention.start + joint.end()
    return [Valued((mention.start, middle), mention.text[:joint.start()], first),
            Valued((begin, mention.end), mention.text[joint.end():], last)]


def same_value(one: str | None, other: str | None) -> bool:
    """Whether two values are one; the set writes no value where it sees none."""
    return _normal(one) == _normal(other)


def _normal(value: str | None) -> str:
    """A value without the parts that the set writes or leaves out at will: a clock's zone."""
    return re.sub(r"(T\d\d:\d\d).*$", r"\1", value or "")


def _told_day(span: TimeSpan | None) -> datetime.date | None:
    return datetime.date.fromisoformat(span.start) if span is not None and span.start is not None else None


def _tense(coded: Coded, mention: TimeMention) -> str:
    """The tense of the clause that the time hangs on; histories are told in the past."""
    token = coded.reading.doc[mention.head]
    clause = next((coded.reading.verbs[up.i] for up in (token, *token.ancestors) if up.i in coded.reading.verbs), None)
    return "future" if clause is not None and clause.tense == "future" else "past"


def wrong(found: list[Valued], wanted: list[Valued], pairs: list[tuple[int, int]]) -> list[dict[str, str | None]]:
    """For people: what is missed, added or valued otherwise."""
    hit, met = {i for i, _ in pairs}, {j for _, j in pairs}
    lines: list[dict[str, str | None]] = [{"missed": one.text, "right": one.value} for j, one in enumerate(wanted) if j not in met]
    lines += [{"added": one.text, "value": one.value} for i, one in enumerate(found) if i not in hit]
    lines += [{"valued": found[i].text, "value": found[i].value, "surface": wanted[j].text, "right": wanted[j].value}
              for i, j in pairs if not same_value(found[i].value, wanted[j].value)]
    return lines
