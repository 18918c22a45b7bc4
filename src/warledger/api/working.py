"""Series worked out beside the server, in a process of their own.

In: the path of a ledger, a kind, a moment. Out: the entries of chronicle.whole. Decision: what takes a large ledger seconds would keep every
other request waiting for Python's one lock, so it is done elsewhere, and gives way to whatever else this machine has to do; a small ledger
is quicker than the start of a process, and is done here.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from warledger.errors import LedgerError

# So many incidents take about as long as a process takes to start.
LARGE = 10_000
# Somewhat after everything else on this machine, and not so far that whoever waits for a series waits for minutes.
GIVE_WAY = 5


def worked_out(path: Path, kind: str, as_of: str | None) -> list[Any]:
    """All entries of a series. Raises LedgerError where the ledger cannot be read, or the process was ended."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(theirs, path, kind, as_of), daemon=True)
    worker.start()
    theirs.close()
    try:
        found = ours.recv()
    except EOFError:
        raise LedgerError(f"the process that worked out {kind} was ended, most likely for lack of memory") from None
    finally:
        ours.close()
        worker.join()
    if isinstance(found, LedgerError):
        raise found
    return list(found)


def _work(answer: Connection, path: Path, kind: str, as_of: str | None) -> None:
    """What the process does."""
    from warledger import chronicle
    from warledger.store import Ledger

    with contextlib.suppress(OSError, AttributeError):  # not every system knows them
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
        os.nice(GIVE_WAY)
    found: LedgerError | list[Any]
    try:
        with Ledger.open(path, create=False, read_only=True) as ledger:
            found = chronicle.whole(ledger, kind, as_of)
    except LedgerError as error:
        found = error
    answer.send(found)
