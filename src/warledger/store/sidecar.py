"""A small database beside the ledger, for what belongs to a server and not to the data: it is never handed around with the ledger.

In: a path and the tables that it has. Out: connections to it. Decision: it is for its owner alone (mode 0600), since it may hold
secrets; any number of threads and processes may use it, each change a transaction of its own.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warledger.errors import LedgerError

MODE = 0o600
OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO
PATIENCE_S = 5.0
# What lies beside a sidecar while one process alone is at some work.
ALONE = ".alone"


def digest_of(secret: str) -> str:
    """What is kept of a secret that is random and long, which needs no slow digest."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class Sidecar:
    """An open file beside a ledger. what it is called in sentences: "the file of users"; holds: what makes it its owner's alone."""

    def __init__(self, path: Path, schema: str, what: str, holds: str = "secrets") -> None:
        """Makes the file where there is none. Raises LedgerError where it cannot be used, or others can read it."""
        self.path = path
        self.what = what
        self.holds = holds
        self._make(path)
        with self.connection() as connection:
            connection.executescript(schema)

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction, which is kept where nothing is raised within."""
        try:
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE_S)
            try:
                connection.execute("PRAGMA foreign_keys = ON")
                with connection:
                    yield connection
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise LedgerError(f"{self.what} {self.path} cannot be used: {error}") from error

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether this process alone is at some work, for the length of a `with`; the system gives the place free, however the process ends."""
        place = self.path.with_name(self.path.name + ALONE)
        self._make(place)
        connection = sqlite3.connect(place, timeout=0, isolation_level=None)
        try:
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                yield False
                return
            yield True
        finally:
            connection.close()

    def _make(self, path: Path) -> None:
        """An empty file that was never open to others, not even before its mode was set; one that is there is checked."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, MODE))
        except FileExistsError:
            self._check(path)
        except OSError as error:
            raise LedgerError(f"{self.what} {path} cannot be made: {error.strerror}") from None

    def _check(self, path: Path) -> None:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise LedgerError(f"{path} is no file: {self.what} is one")
        if os.name == "posix" and found.st_mode & OF_OTHERS:
            raise LedgerError(f"{path} holds {self.holds} and can be read by others (mode {stat.S_IMODE(found.st_mode):o}): chmod 600 {path}")
