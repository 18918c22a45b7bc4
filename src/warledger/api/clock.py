"""Sends alerts while a ledger is served: a round every so many minutes.

In: a ledger's path, settings. Out: a thread that can be ended. Decision: a round has connections of its own, and whatever goes wrong in one
is logged and left to the next: alerts never end a server.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from warledger.api.alerts import Round, send_alerts
from warledger.api.owners import sees_of
from warledger.api.saved import Saved, beside
from warledger.settings import Settings
from warledger.store import Ledger

LOG = logging.getLogger(__name__)
MINUTE_S = 60
# How long a round under way is waited for when the server ends; what it has not sent waits for the next.
PATIENCE_S = 5


class Clock:
    """Rounds of alerts at an interval, none where the settings name no interval."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self._path = path
        self._settings = settings
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins, with a first round at once."""
        if self._settings.alerts.every_minutes is not None:
            self._thread = threading.Thread(target=self._run, args=(self._settings.alerts.every_minutes * MINUTE_S,), name="alerts", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Ends after the round under way."""
        self._end.set()
        if self._thread is not None:
            self._thread.join(PATIENCE_S)

    def _run(self, every_s: float) -> None:
        while not self._end.is_set():
            try:
                for failure in one_round(self._path, self._settings).failures:
                    LOG.warning("alerts: %s", failure)
            except Exception:
                LOG.exception("a round of alerts was cut short; the next goes on with it")
            self._end.wait(every_s)


def one_round(path: Path, settings: Settings, again: bool = False) -> Round:
    """A round over the ledger at a path; nothing is done, and no file made, where nobody has saved a search."""
    file = beside(path)
    if not file.exists():
        return Round()
    with Ledger.open(path, create=False) as ledger:
        return send_alerts(ledger, Saved(file), settings.alerts, sees_of(path, settings), again=again)
