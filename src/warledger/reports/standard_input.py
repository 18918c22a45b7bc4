"""Reader of the standard input: what another program writes, of whatever kind.

In: a stream of bytes. Out: what the reader of its kind gives.
Decision: the kind is told by the first bytes alone, and the stream is read once, so that a pipe of any length works.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warledger.model import Problem, Report
from warledger.reports.options import ReadOptions
from warledger.reports.readers import Reader, read_opened
from warledger.reports.sources import Source

# How the command line writes it, and how people are shown it.
DASH = "-"
SHOWN = "standard input"


@dataclass(frozen=True)
class StandardInputSettings:
    """shown is what people are shown as the name of the source."""

    shown: str = SHOWN


class StandardInput:
    """The standard input, read as its content says. readers are those of files."""

    NAME = "standard-input"
    SETTINGS = StandardInputSettings()

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """The reports of the stream."""
        yield from read_opened(source, options, self._readers)
