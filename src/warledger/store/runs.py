"""What a run leaves of itself in the ledger.

In: when, and by which version. Out: a row of `runs`, made only once the run changes something. Decision: a run that adds
nothing leaves nothing, so that running twice gives the same ledger.
"""

from __future__ import annotations

import importlib.metadata
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, update

from warledger.store import schema


@dataclass(frozen=True)
class RunInfo:
    """at is an ISO instant in UTC, None for now; version is the program's, None for the one installed."""

    at: str | None = None
    version: str | None = None


@dataclass
class Run:
    """A run under way in one transaction. number is the row's, None as long as nothing was changed."""

    info: RunInfo
    number: int | None = None
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def has_changed(self) -> bool:
        """Whether the ledger holds something that it did not before the run."""
        return self.number is not None

    def changed(self, connection: Connection, what: str, by: int = 1) -> int:
        """Notes a change and returns the number of the run, which has its row from the first change on."""
        if self.number is None:
            at = self.info.at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            version = self.info.version or importlib.metadata.version("warledger")
            row = insert(schema.runs).values(at=at, version=version, counts="{}")
            (self.number,) = connection.execute(row).inserted_primary_key or (0,)
        self.counts[what] += by
        return self.number or 0

    def close(self, connection: Connection) -> None:
        """Writes down what the run changed."""
        if self.number is not None:
            counts = json.dumps(dict(sorted(self.counts.items())))
            connection.execute(update(schema.runs).where(schema.runs.c.number == self.number).values(counts=counts))
