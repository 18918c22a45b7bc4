"""Stage 1: sources in, reports out, one after the other.

In: paths, folders, or "-" for the standard input. Out: Reports and Problems in the order of the sources.
Decision: a source that is missing is a Problem like any other, and the rest goes on; a report that was met before in the same
reading is told and left out, so that no report counts twice.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from warledger.model import Problem, Report
from warledger.reports.csv_table import CsvTable
from warledger.reports.drafts import problem
from warledger.reports.folder import Folder, shown
from warledger.reports.html_page import HtmlPage
from warledger.reports.json_document import JsonDocument
from warledger.reports.json_lines import JsonLines
from warledger.reports.options import ReadOptions
from warledger.reports.plain_text import PlainText
from warledger.reports.readers import Reader, read_opened
from warledger.reports.sources import Source
from warledger.reports.standard_input import DASH, SHOWN, StandardInput

BUILT_IN_READERS: tuple[Reader, ...] = (PlainText(), HtmlPage(), JsonDocument(), JsonLines(), CsvTable())

_NO_OPTIONS = ReadOptions()


def read(sources: Sequence[str | Path], options: ReadOptions = _NO_OPTIONS, stdin: BinaryIO | None = None,
         readers: Sequence[Reader] = BUILT_IN_READERS) -> Iterator[Report | Problem]:
    """The reports of the sources in their order, with a Problem for everything that could not be read. Streams.

    "-" is the standard input: stdin, or the process's own. For a suffix that several readers take, one that is not
    built in goes before those that are, and a later one before an earlier one.
    """
    built_in = {reader.NAME for reader in BUILT_IN_READERS}
    reading = _Reading(options, sorted(readers, key=lambda reader: reader.NAME not in built_in), stdin)
    for name in sources:
        if str(name) == DASH:
            yield from reading.standard_input()
        else:
            yield from reading.path(Path(name), named=True)


class _Reading:
    """One call of read: what was met so far."""

    def __init__(self, options: ReadOptions, readers: Sequence[Reader], stdin: BinaryIO | None) -> None:
        self._options = options
        self._readers = readers
        self._stdin = stdin
        self._met: dict[str, tuple[str, int | None]] = {}

    def standard_input(self) -> Iterator[Report | Problem]:
        with Source(SHOWN, stream=self._stdin or sys.stdin.buffer) as source:
            yield from self._once(StandardInput(self._readers).read(source, self._options), source)

    def path(self, path: Path, named: bool = False) -> Iterator[Report | Problem]:
        """A file or folder; named by the caller, or met in a folder."""
        source = Source(shown(path), path)
        if "\0" in source.name:
            yield problem(source, "missing-file", "There is no such file or folder.")
            return
        try:
            mode = path.stat().st_mode
            if stat.S_ISDIR(mode):
                yield from Folder(self.path).read(source, self._options)
            elif named or stat.S_ISREG(mode):
                with source:
                    yield from self._once(read_opened(source, self._options, self._readers, stray=not named), source)
            else:
                yield problem(source, "not-a-file", "It is a pipe or a device, and was passed over.")
        except FileNotFoundError:
            yield problem(source, "missing-file", "There is no such file or folder.")
        except OSError as error:
            yield problem(source, "unreadable", f"It cannot be opened: {error.strerror or error}.")

    def _once(self, results: Iterator[Report | Problem], source: Source) -> Iterator[Report | Problem]:
        """The results without reports that were met before."""
        for result in results:
            if isinstance(result, Report):
                if result.id in self._met:
                    yield _duplicate(result, source, *self._met[result.id])
                    continue
                self._met[result.id] = (source.name, source.line)
            yield result


def _duplicate(report: Report, source: Source, where: str, line: int | None) -> Problem:
    place = f"{where}{f' line {line}' if line else ''}"
    return problem(source, "duplicate", f"The same report was read from {place}; it is kept once.", report=report.id)
