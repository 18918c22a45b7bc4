"""Reader of a folder: every file in it and below it, in the order of their names.

In: a folder. Out: what the readers of its files give.
Decision: nothing is passed over in silence but files whose name begins with a dot; links to folders are not followed, so no
loop is possible.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from warledger.model import Problem, Report
from warledger.reports.drafts import problem
from warledger.reports.options import ReadOptions
from warledger.reports.sources import Source

ReadFile = Callable[[Path], Iterator[Report | Problem]]


@dataclass(frozen=True)
class FolderSettings:
    """Names that begin with hidden are passed over."""

    hidden: str = "."


class Folder:
    """The files of a folder, each with the reader of its kind. read_file reads one of them."""

    NAME = "folder"
    SETTINGS = FolderSettings()

    def __init__(self, read_file: ReadFile, settings: FolderSettings = SETTINGS) -> None:
        self._read_file = read_file
        self.settings = settings

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """The reports of the files; a Problem "no-reports" where there was none in all of them."""
        assert source.path is not None
        found = False
        for result in self._walk(source.path):
            found = found or isinstance(result, Report)
            yield result
        if not found:
            yield problem(source, "no-reports", "The folder holds no file that a report could be read from.")

    def _walk(self, top: Path) -> Iterator[Report | Problem]:
        failures: list[OSError] = []
        for folder, below, files in os.walk(top, onerror=failures.append):
            below[:] = sorted(name for name in below if not self._hidden(name))
            for name in below:
                if os.path.islink(os.path.join(folder, name)):
                    yield problem(Source(shown(Path(folder, name))), "link", "It is a link to a folder, and was not followed.")
            for name in sorted(files):
                if not self._hidden(name):
                    yield from self._read_file(Path(folder, name))
            yield from map(_unreadable, failures)
            failures.clear()
        yield from map(_unreadable, failures)

    def _hidden(self, name: str) -> bool:
        return name.startswith(self.settings.hidden)


def shown(path: Path) -> str:
    """The path for people: bytes of its name that are no text are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def _unreadable(error: OSError) -> Problem:
    return problem(Source(str(error.filename)), "unreadable", f"The folder cannot be opened: {error.strerror}.")
