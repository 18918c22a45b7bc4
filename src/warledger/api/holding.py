"""The ledger that is served, with the columns of its incidents kept in memory.

In: a path. Out: records and a Survey that is never older than the last run. Decision: the survey is read before the first request,
and read on by the first that finds a newer run; others wait for it rather than read it again.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from warledger.settings import Settings
from warledger.store import Ledger
from warledger.store.survey import Survey

# So many earlier states are kept in memory beside the present one.
KEPT = 4


class Holding:
    """The open ledger of an application."""

    def __init__(self, path: Path, settings: Settings) -> None:
        """Raises LedgerError where there is no ledger at path."""
        self.path = path
        self.settings = settings
        self.ledger = Ledger.open(path, create=False)
        self._lock = threading.Lock()
        self._survey: Survey | None = self.ledger.survey()  # of a large ledger this takes seconds: before the first request, not in it
        self._past: dict[int, Survey] = {}

    def close(self) -> None:
        """Closes the ledger."""
        self.ledger.close()

    @property
    def survey(self) -> Survey:
        """The columns of the incidents as they are now."""
        with self._lock:
            self._survey = self.ledger.survey(self._survey)
            return self._survey

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
            found = self._past.pop(run, None) or self.ledger.survey_at(run)
            self._past[run] = found
            while len(self._past) > KEPT:
                del self._past[next(iter(self._past))]
            return found

    def tag(self, *parts: object) -> str:
        """The ETag of an answer that depends on the ledger and on these parts."""
        raw = repr((self.survey.run, *parts)).encode()
        return f'W/"{hashlib.sha256(raw).hexdigest()[:20]}"'
