"""The ledger that is served, with the columns of its incidents kept in memory.

In: a path. Out: records and a Survey that is never older than the last run. Decision: the survey is read before the first request,
and read on by the first that finds a newer run; others wait for it rather than read it again.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from warledger.settings import Settings
from warledger.store import Ledger
from warledger.store.survey import Survey


class Holding:
    """The open ledger of an application."""

    def __init__(self, path: Path, settings: Settings) -> None:
        """Raises LedgerError where there is no ledger at path."""
        self.path = path
        self.settings = settings
        self.ledger = Ledger.open(path, create=False)
        self._lock = threading.Lock()
        self._survey: Survey | None = self.ledger.survey()  # of a large ledger this takes seconds: before the first request, not in it

    def close(self) -> None:
        """Closes the ledger."""
        self.ledger.close()

    @property
    def survey(self) -> Survey:
        """The columns of the incidents as they are now."""
        with self._lock:
            self._survey = self.ledger.survey(self._survey)
            return self._survey

    @contextmanager
    def asking(self) -> Iterator[tuple[Survey, Connection]]:
        """The survey with a connection for what only the tables know."""
        survey = self.survey
        with self.ledger.asking() as connection:
            yield survey, connection

    def tag(self, *parts: object) -> str:
        """The ETag of an answer that depends on the ledger and on these parts."""
        raw = repr((self.survey.run, *parts)).encode()
        return f'W/"{hashlib.sha256(raw).hexdigest()[:20]}"'
