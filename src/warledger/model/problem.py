"""Something that could not be read, coded or linked: counted, stored and shown, never swallowed."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.record import Record


@dataclass(frozen=True)
class Problem(Record):
    """One problem. stage is read, code or link; kind is a short slug to count by; message is a sentence for people.

    source is the file or address, line its line (from 1), report the id of the report that it concerns.
    """

    stage: str
    kind: str
    message: str
    source: str | None = None
    line: int | None = None
    report: str | None = None

    def __str__(self) -> str:
        where = self.source or self.report or "?"
        return f"{where}{f':{self.line}' if self.line else ''}: {self.message}"
