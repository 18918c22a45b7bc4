"""Reader of JSON lines: one report per line, from any archive or crawler, or as `warledger read` itself writes them.

In: a file with an object per line. Out: a Report per line, or a Problem that names the line.
Decision: a full Report record comes back unchanged, so that reading what was read gives the same ids; any other object is
read by the names of its keys, and keys that mean nothing here are ignored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import Any

from warledger.model import Problem, Report
from warledger.reports.cleaning import clean, decode
from warledger.reports.drafts import finish, problem
from warledger.reports.fields import draft_of, find_columns
from warledger.reports.given_date import parse_iso
from warledger.reports.options import ReadOptions
from warledger.reports.sources import LINE_LIMIT, Source

_REPORT_KEYS = frozenset(field.name for field in fields_of(Report))
_FOUND_IN = ("given", "page", "feed", "url", "text", "none")


@dataclass(frozen=True)
class JsonLinesSettings:
    """suffixes are the endings of file names, in small letters; line_limit is the longest line, in bytes."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")
    line_limit: int = LINE_LIMIT


class JsonLines:
    """Each line that is not blank is an object, and a report."""

    NAME = "json-lines"
    SETTINGS = JsonLinesSettings()

    def __init__(self, settings: JsonLinesSettings = SETTINGS) -> None:
        self.settings = settings

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """A report per line, in order."""
        for line in source.lines(self.settings.line_limit):
            if line is None:
                yield too_long(source, self.settings.line_limit)
                continue
            raw = line.rstrip(b"\r\n")
            if raw.strip():
                yield from _read_line(raw, source, options)


def too_long(source: Source, limit: int) -> Problem:
    """The Problem of a line beyond the limit of bytes."""
    return problem(source, "line-too-long", f"The line is longer than {limit // 1_000_000} MB and was skipped.")


def _read_line(raw: bytes, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
    decoded = decode(raw)
    if decoded.doubt:
        yield problem(source, "encoding", f"The line {decoded.doubt}.")
    try:
        value = json.loads(clean(decoded.text), strict=False)
    except RecursionError:
        yield problem(source, "broken-json", "The line is nested too deeply to be read.")
    except ValueError as error:
        yield problem(source, "broken-json", f"The line is no sound JSON: {reason(error)}.")
    else:
        yield from read_object(value, raw, source, options)


def reason(error: ValueError) -> str:
    """Why the text is no JSON, in words."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.colno}"
    return str(error)


def read_object(value: Any, raw: bytes, source: Source, options: ReadOptions,
                line: int | None = None) -> Iterator[Report | Problem]:
    """The report of one JSON value, with its problems; raw is what its sha256 is of."""
    if not isinstance(value, Mapping):
        yield problem(source, "not-an-object", "A report is an object in braces; this is something else.", line)
        return
    if value.keys() >= _REPORT_KEYS and not options.map:
        yield _record(value, source, line)
        return
    columns = find_columns(value.keys(), options.map)
    if "text" not in columns.keys:
        names = ", ".join(str(key)[:40] for key in list(value)[:12])
        yield problem(source, "no-text", f"It has no field for its text; its fields are: {names or 'none'}.", line)
        return
    draft, wrong = draft_of(value, columns, raw)
    for sentence in wrong:
        yield problem(source, "wrong-type", sentence, line)
    if draft is not None:
        yield from finish(draft, source, options, line)


def _record(value: Mapping[str, Any], source: Source, line: int | None) -> Report | Problem:
    """The record as it was written, or why it cannot be one."""
    try:
        report = Report.from_dict(value)
    except ValueError as error:
        return problem(source, "wrong-type", f"It is no report record: {error}.", line)
    if report.published is not None and parse_iso(report.published) is None:
        return problem(source, "wrong-type", f"It is no report record: {report.published!r} is no ISO date.", line)
    if report.published_from not in _FOUND_IN:
        return problem(source, "wrong-type", f"It is no report record: published_from is {report.published_from!r}.", line)
    if not report.text.strip():
        return problem(source, "no-text", "It is a report record without text.", line)
    if any(isinstance(held, str) and clean(held) != held for held in value.values()):
        return problem(source, "wrong-type", "It is no report record: it holds characters that were to be cleaned away.", line)
    return report
