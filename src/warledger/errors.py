"""The exceptions of Warledger. Each carries a sentence for the user; the command line prints it without a traceback.

    WarledgerError
    ├── UsageError            the command cannot be carried out as it was given (exit 2)
    │   └── SourceError       a source is missing or cannot be read at all
    ├── KnowledgeError        a data file of ours or of the user is wrong: names file and line (exit 3)
    ├── InstallationError     a model, a package or the gazetteer is missing or unsound (exit 4)
    └── LedgerError           the ledger cannot be opened, is of a newer version, or cannot be written (exit 5)

What is wrong with one report is no exception but a Problem record: the rest goes on.
"""

from __future__ import annotations


class WarledgerError(Exception):
    """The root of all of ours. exit_code is what the command line leaves with."""

    exit_code = 1


class UsageError(WarledgerError):
    """The command cannot be carried out as it was given."""

    exit_code = 2


class SourceError(UsageError):
    """A source is missing, or is of a kind that nothing reads."""


class KnowledgeError(WarledgerError):
    """A file of knowledge (actors, lexicons, places) is wrong; the message names the file and the line."""

    exit_code = 3


class InstallationError(WarledgerError):
    """Something that the installation needs is missing or unsound."""

    exit_code = 4


class LedgerError(WarledgerError):
    """The ledger cannot be opened or written, or was made by a newer version."""

    exit_code = 5
