"""Reader of a table: one report per row, from spreadsheets and research data.

In: a CSV or TSV file whose first row names its columns. Out: a Report per row, or a Problem that names the line.
Decision: a row with more or fewer cells than the header is not read, for its cells may stand in the wrong columns; whether
03/04/2016 is in March or April is told by the other dates of the column, or not at all.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warledger.model import Problem, Report
from warledger.reports.cleaning import clean, decode
from warledger.reports.drafts import finish, problem
from warledger.reports.fields import Columns, draft_of, find_columns
from warledger.reports.given_date import day_order
from warledger.reports.json_lines import too_long
from warledger.reports.options import ReadOptions
from warledger.reports.readers import delimiter_of
from warledger.reports.sources import LINE_LIMIT, Source

# So many rows, and so many bytes of them, are looked at to tell the order of day and month.
SAMPLE_ROWS, SAMPLE_BYTES = 1000, 8_000_000
# So often the rest of a table is read anew after a quote that is never closed; a table with more of them is none.
RECOVERIES = 20
# A line with its end; old spreadsheets end lines with a carriage return alone.
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True)
class Row:
    """The cells of one row, its raw bytes and its first line."""

    cells: tuple[str, ...]
    raw: bytes
    line: int


@dataclass(frozen=True)
class CsvTableSettings:
    """suffixes are the endings of file names, in small letters; line_limit is the longest line and cell, in bytes."""

    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")
    line_limit: int = LINE_LIMIT


class CsvTable:
    """Each row under the header is a report; the delimiter is the one under which the header makes most sense."""

    NAME = "csv"
    SETTINGS = CsvTableSettings()

    def __init__(self, settings: CsvTableSettings = SETTINGS) -> None:
        self.settings = settings

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """A report per row, in order."""
        rows = _rows(source, options, self.settings.line_limit)
        header = next((row for row in rows if isinstance(row, Row)), None)
        columns = find_columns(header.cells if header else (), options.map)
        if header is None or columns.missing or "text" not in columns.keys:
            yield problem(source, "columns", _no_columns(header, columns), 1)
            return
        sample = _take_sample(rows)
        order = _order_of(sample, header.cells, columns)
        for row in itertools.chain(sample, rows):
            if isinstance(row, Problem):
                yield row
            else:
                source.line = row.line
                yield from _read_row(row, header.cells, columns, order, source, options)


def _no_columns(header: Row | None, columns: Columns) -> str:
    names = ", ".join(repr(cell[:40]) for cell in header.cells[:20]) if header else "none"
    if columns.missing:
        return f"The table has no column {columns.missing[0]!r}; its columns are: {names}."
    return f"No column of the table is known to hold the text of reports; its columns are: {names}. Name it with a map."


def _read_row(row: Row, header: Sequence[str], columns: Columns, order: str | None, source: Source,
              options: ReadOptions) -> Iterator[Report | Problem]:
    cells = row.cells
    if any(cell.strip() for cell in cells[len(header):]) or len(cells) < len(header):
        yield problem(source, "columns", f"The row has {len(cells)} cells where the table has {len(header)} columns; "
                                         "it was skipped.", row.line)
        return
    record = dict(reversed(list(zip(header, cells, strict=False))))
    draft, wrong = draft_of(record, columns, row.raw, order)
    for sentence in wrong:
        yield problem(source, "wrong-type", sentence, row.line)
    if draft is not None:
        yield from finish(draft, source, options, row.line)


def _take_sample(rows: Iterator[Row | Problem]) -> list[Row | Problem]:
    sample: list[Row | Problem] = []
    size = 0
    while len(sample) < SAMPLE_ROWS and size < SAMPLE_BYTES and (row := next(rows, None)) is not None:
        sample.append(row)
        size += len(row.raw) if isinstance(row, Row) else 0
    return sample


def _order_of(sample: Sequence[Row | Problem], header: Sequence[str], columns: Columns) -> str | None:
    if "published" not in columns.keys:
        return None
    at = header.index(columns.keys["published"])
    return day_order(row.cells[at] for row in sample if isinstance(row, Row) and at < len(row.cells))


def _rows(source: Source, options: ReadOptions, limit: int) -> Iterator[Row | Problem]:
    """The rows that are not blank; a Problem for each that is no row.

    A quote that is never closed swallows the rest of the table; its row is given up and the rest is read anew.
    """
    feed = _Feed(source, limit)
    first = next(feed, "")
    feed.put_back(feed.taken()[0])
    table = csv.reader(feed, delimiter=delimiter_of(first, options))
    recoveries = 0
    while True:
        trouble = None
        try:
            cells = _next_row(table, limit)
        except csv.Error as error:
            cells, trouble = [], f"The row cannot be read: {error}."
        yield from feed.mishaps()
        if cells is None:
            return
        raws, line = feed.taken()
        if recoveries < RECOVERIES and len(raws) > 1 and (trouble or feed.ended) and b"".join(raws).count(b'"') % 2:
            recoveries += 1
            trouble = "A quote opens in this row and is never closed; the row was skipped."
            feed.put_back(raws[1:])
        if trouble:
            yield problem(source, "broken-row", trouble, line)
        elif any(cells):
            yield Row(tuple(cells), b"".join(raws).rstrip(b"\r\n"), line)


def _next_row(table: Iterator[list[str]], limit: int) -> list[str] | None:
    """The next row. The limit of cells is a setting of the whole process, so it is ours only while a row is read."""
    before = csv.field_size_limit(limit)
    try:
        return next(table, None)
    finally:
        csv.field_size_limit(before)


class _Feed:
    """The lines of a table as text for the csv module, and the raw ones that its last row took."""

    def __init__(self, source: Source, limit: int) -> None:
        self._source = source
        self._limit = limit
        self._raw = (piece for line in source.lines(limit) for piece in ([line] if line is None else _LINE.findall(line)))
        self._put_back: deque[bytes] = deque()
        self._taken: list[bytes] = []
        self._mishaps: list[Problem] = []
        self._line = 0
        self._doubted = False
        self.ended = False

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        while True:
            raw = self._put_back.popleft() if self._put_back else self._from_source()
            self._line += 1
            if raw is not None:
                break
            self._mishaps.append(too_long(self._source, self._limit))
        self._taken.append(raw)
        decoded = decode(raw)
        if decoded.doubt and not self._doubted:
            self._doubted = True
            self._mishaps.append(problem(self._source, "encoding", f"From this line on, the table {decoded.doubt}.", self._line))
        return clean(decoded.text)

    def _from_source(self) -> bytes | None:
        try:
            return next(self._raw)
        except StopIteration:
            self.ended = True
            raise

    def taken(self) -> tuple[list[bytes], int]:
        """The raw lines taken since the last call, and the number of the first."""
        taken, self._taken = self._taken, []
        return taken, self._line - len(taken) + 1

    def put_back(self, raws: Sequence[bytes]) -> None:
        """Lines to be read once more."""
        self._put_back.extendleft(reversed(raws))
        self._line -= len(raws)
        self.ended = False

    def mishaps(self) -> list[Problem]:
        """What went wrong with lines since the last call."""
        mishaps, self._mishaps = self._mishaps, []
        return mishaps
