"""Annotated text through the layers of the real coder, for suites that judge a layer and not the claims alone.

In: the rows of a set. Out: each row with its layers, and the seconds that they took. Decision: the text goes in as the
set has it, unread by stage 1, because the set's offsets count in it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from warledger.claims.coder import Coded, read_layers
from warledger.model import Report
from warledger.scoring.pipeline import head, told

T = TypeVar("T")
Row = dict[str, Any]

# So many rows go to the parser at a time: its batches are full, and a long set does not lie in memory.
CHUNK = 64


@dataclass
class Stopwatch:
    """Seconds that were spent in the coder."""

    seconds: float = field(default=0.0)

    def timed(self, items: Iterable[T]) -> Iterator[T]:
        """The items; the time that it takes to make each counts."""
        rest = iter(items)
        while True:
            started = time.perf_counter()
            try:
                item = next(rest)
            except StopIteration:
                return
            finally:
                self.seconds += time.perf_counter() - started
            yield item


def rows_of(path: Path, limit: int | None = None) -> list[Row]:
    """The first `limit` rows of a JSON-lines file. Raises SourceError where it is not there."""
    return [json.loads(line) for line in head(path, limit)]


def read_rows(rows: Sequence[Row], watch: Stopwatch, label: str = "") -> Iterator[tuple[Row, Coded]]:
    """Each row with the layers of its `text`; a row's `published` (ISO day) is the report's."""
    numbered = enumerate(zip(rows, watch.timed(_layers(rows)), strict=True), 1)
    for number, pair in numbered:
        yield pair
        told(number, len(rows), label)


def report_of(row: Row) -> Report:
    """A row as a report: its text alone, with no title."""
    published = row.get("published")
    return Report(Report.make_id(str(row["id"]), None, None, row["text"], published), row["text"],
                  source_id=str(row["id"]), language="en", published=published)


def write_lines(path: Path | None, records: Iterable[Row]) -> None:
    """The records as JSON lines, where somebody wants them."""
    if path is not None:
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def _layers(rows: Sequence[Row]) -> Iterator[Coded]:
    for start in range(0, len(rows), CHUNK):
        yield from read_layers([report_of(row) for row in rows[start:start + CHUNK]])
