"""The common last step of every reader: what was found in a source becomes a Report, or a Problem that says why not.

In: a Draft, the fields as the source has them. Out: one Report, with the Problems that people should know of before it.
Decision: the body is kept letter for letter (line ends aside), because every offset of every claim counts in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from warledger.model import Problem, Report
from warledger.reports.cleaning import clean, one_line
from warledger.reports.given_date import parse_given
from warledger.reports.languages import detect_language, language_code
from warledger.reports.options import ReadOptions
from warledger.reports.publication import find_publication
from warledger.reports.sources import Source


@dataclass(frozen=True)
class Draft:
    """The fields of a report as its source has them, None where it has none. raw is what the sha256 is of.

    published is as written; date_order says whether 03/04 is a day first ("day") or a month first ("month");
    page_day is the ISO day in the metadata of a page.
    """

    raw: bytes
    body: str
    title: str | None = None
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | int | float | None = None
    date_order: str | None = None
    page_day: str | None = None
    retrieved: str | None = None


def problem(source: Source, kind: str, message: str, line: int | None = None, report: str | None = None) -> Problem:
    """A Problem of the reading stage about this source, at its present line unless another is given."""
    return Problem("read", kind, message, source.name, line if line is not None else source.line, report)


def finish(draft: Draft, source: Source, options: ReadOptions, line: int | None = None) -> Iterator[Report | Problem]:
    """The report of the draft after the problems that it has; only a Problem "no-text" where there is no text."""
    title, body = one_line(draft.title or ""), clean(draft.body)
    if not body.strip():
        what = "It has a title but no text." if title else "It has no text."
        yield problem(source, "no-text", what, line)
        return
    text = f"{title}\n\n{body}" if title else body
    url = one_line(draft.url or "") or None
    when = find_publication(draft.published, draft.date_order, draft.page_day, options.published, url, text)
    source_id = one_line(draft.source_id or "") or None
    outlet = one_line(draft.outlet or "") or options.outlet
    identity = Report.make_id(source_id, url, outlet, text, when.published)
    for kind, message in when.problems:
        yield problem(source, kind, message, line, identity)
    language = (language_code(draft.language) if draft.language else None) or options.language or detect_language(text)
    yield Report(
        id=identity, text=text, source_id=source_id, url=url, outlet=outlet, title=title, language=language,
        published=when.published, published_from=when.found_in, retrieved=_retrieved(draft, options),
        sha256=hashlib.sha256(draft.raw).hexdigest())


def _retrieved(draft: Draft, options: ReadOptions) -> str | None:
    readings = parse_given(draft.retrieved) if draft.retrieved else ()
    return readings[0] if len(readings) == 1 else options.retrieved
