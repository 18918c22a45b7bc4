"""The ledger that is served, with the columns of its incidents kept in memory.

In: a path. Out: records and a Survey that is never older than the last run. Decision: the survey is read before the first request,
and read on by the first that finds a newer run; others wait for it rather than read it again. What a question costs the
database is bounded, but for the survey, which is of all and read once.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event

from warledger.settings import Settings
from warledger.store import Ledger
from warledger.store.survey import Survey

# So many earlier states are kept in memory beside the present one.
KEPT = 4
# A question that takes the database longer than this is broken off: others are waiting.
LONGEST_S = 20.0
# How many of SQLite's steps lie between two looks at the clock: about a millisecond of them.
STEPS = 20_000


class Holding:
    """The open ledger of an application. as_of is the moment that it is asked for, None for the present."""

    as_of: str | None = None

    def __init__(self, path: Path, settings: Settings, longest_s: float = LONGEST_S) -> None:
        """Raises LedgerError where there is no ledger at path."""
        self.path = path
        self.settings = settings
        self.ledger = Ledger.open(path, create=False)
        self._unbounded = Ledger.open(path, create=False)
        _bound(self.ledger, longest_s)
        self._lock = threading.Lock()
        self._survey: Survey | None = self._unbounded.survey()  # of a large ledger this takes seconds: before the first request, not in it
        self._past: dict[int, Survey] = {}
        self._published: Holding | None = None

    def close(self) -> None:
        """Closes the ledger."""
        self.ledger.close()
        self._unbounded.close()

    @property
    def survey(self) -> Survey:
        """The columns of the incidents as they are now."""
        with self._lock:
            self._survey = self._unbounded.survey(self._survey)
            return self._survey

    @property
    def published(self) -> Holding:
        """The same ledger as the public sees it, as it is now."""
        from warledger.api.published import PublishedHolding

        survey = self.survey
        with self._lock:
            if self._published is None or self._published.survey.run != survey.run:
                self._published = PublishedHolding(self, survey)
            return self._published

    def asking(self) -> AbstractContextManager[tuple[Survey, Connection]]:
        """The survey with a connection for what only the tables know."""
        return self.asking_of(self.survey)

    @contextmanager
    def asking_of(self, survey: Survey) -> Iterator[tuple[Survey, Connection]]:
        """Another survey of this ledger with a connection."""
        with self.ledger.asking() as connection:
            yield survey, connection

    def run_at(self, moment: str) -> int:
        """The run whose state was known at a moment."""
        return self.ledger.run_at(moment)

    def survey_at(self, run: int) -> Survey:
        """The columns of the incidents as they were when a run had ended. The few that were asked for last are kept."""
        if run >= self.survey.run:
            return self.survey
        with self._lock:
            found = self._past.pop(run, None) or self._unbounded.survey_at(run)
            self._past[run] = found
            while len(self._past) > KEPT:
                del self._past[next(iter(self._past))]
            return found

    def tag(self, *parts: object) -> str:
        """The ETag of an answer that depends on the ledger and on these parts."""
        raw = repr((self.survey.run, *parts)).encode()
        return f'W/"{hashlib.sha256(raw).hexdigest()[:20]}"'


def _bound(ledger: Ledger, longest_s: float) -> None:
    """Breaks off what a connection of the ledger does when it has been open for too long."""

    @event.listens_for(ledger.engine, "connect")
    def connected(connection: sqlite3.Connection, _record: Any) -> None:
        end = time.monotonic() + longest_s
        connection.set_progress_handler(lambda: int(time.monotonic() > end), STEPS)
