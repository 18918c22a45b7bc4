"""Reader of a plain text: one file, one report.

In: a text file in any encoding. Out: its Report.
Decision: the first line is the title only where it looks like one (short, no full stop, a blank line behind it); a text
without a title is better than a sentence of the body lost to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warledger.model import Problem, Report
from warledger.reports.cleaning import clean, decode
from warledger.reports.drafts import Draft, finish, problem
from warledger.reports.options import ReadOptions
from warledger.reports.sources import TEXT_LIMIT, Source

# Headlines of the agencies rarely pass 120 characters; a lead seldom stays under 200.
TITLE_LIMIT = 200
_FULL_STOPS = (".", "。", "۔", "।")
_CLOSING = "\"'”’»)]"
_TITLE = re.compile(r"\s*(?P<title>\S[^\n]*)\n[^\S\n]*\n(?P<body>.*)", re.DOTALL)


@dataclass(frozen=True)
class PlainTextSettings:
    """suffixes are the endings of file names, in small letters; limit is the longest file, in bytes."""

    suffixes: tuple[str, ...] = (".txt", ".text", ".md")
    limit: int = TEXT_LIMIT


class PlainText:
    """A text file is one report: a title line and a blank line, if any, then the body."""

    NAME = "text"
    SETTINGS = PlainTextSettings()

    def __init__(self, settings: PlainTextSettings = SETTINGS) -> None:
        self.settings = settings

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """The one report of the file."""
        raw = source.whole(self.settings.limit)
        decoded = decode(raw)
        if decoded.doubt:
            yield problem(source, "encoding", f"The file {decoded.doubt}.")
        title, body = split_title(clean(decoded.text))
        yield from finish(Draft(raw=raw, title=title, body=body), source, options)


def split_title(text: str) -> tuple[str | None, str]:
    """The title line, None where the first line is none, and the body, letter for letter."""
    match = _TITLE.match(text)
    if not match or not match["body"].strip():
        return None, text
    title = match["title"].rstrip()
    if len(title) > TITLE_LIMIT or title.rstrip(_CLOSING).endswith(_FULL_STOPS):
        return None, text
    return title, match["body"]
