"""What a database says when it fails, as a sentence for the user.

In: errors of SQLAlchemy and sqlite3. Out: LedgerErrors. Decision: only what the user can do something about is put into
words; a broken constraint is a bug of ours and is raised as it is.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError

from warledger.errors import LedgerError

# By the primary part of SQLite's error names (https://www.sqlite.org/rescode.html).
SENTENCES = {
    "SQLITE_NOTADB": "{path} is no ledger: it is not a database",
    "SQLITE_CORRUPT": "{path} is damaged: restore it from a copy, or build it anew from its sources",
    "SQLITE_FULL": "{path} cannot be written: the disk is full; nothing of this run was kept",
    "SQLITE_IOERR": "{path} cannot be read or written: the disk reports an error; nothing of this run was kept",
    "SQLITE_BUSY": "{path} is in use by another process; try again when it has finished",
    "SQLITE_LOCKED": "{path} is in use by another process; try again when it has finished",
    "SQLITE_READONLY": "{path} cannot be written: it is read-only",
    "SQLITE_PERM": "{path} cannot be opened: permission is missing",
    "SQLITE_CANTOPEN": "{path} cannot be opened: the folder is missing, or permission is",
    "SQLITE_AUTH": "{path} cannot be opened: permission is missing",
    "SQLITE_TOOBIG": "{path} cannot be written: a text is longer than the database can hold",
}

BROKEN_OFF = "SQLITE_INTERRUPT"


class BrokenOffError(LedgerError):
    """A question that took longer than whoever opened the ledger allows."""


@contextlib.contextmanager
def in_words(path: str) -> Iterator[None]:
    """Turns a failure of the database within into a LedgerError that says what is the matter with `path`."""
    try:
        yield
    except DBAPIError as error:
        _check_broken_off(error.orig, path)
        sentence = _sentence(error.orig)
        if sentence is None:
            raise
        raise LedgerError(sentence.format(path=path)) from error
    except sqlite3.Error as error:
        _check_broken_off(error, path)
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise LedgerError(sentence.format(path=path)) from error


def _check_broken_off(error: BaseException | None, path: str) -> None:
    if getattr(error, "sqlite_errorname", None) == BROKEN_OFF:
        raise BrokenOffError(f"{path}: a question took too long and was broken off") from error


def _sentence(error: BaseException | None) -> str | None:
    name = getattr(error, "sqlite_errorname", None) or ""
    return next((sentence for code, sentence in SENTENCES.items() if name == code or name.startswith(code + "_")), None)
