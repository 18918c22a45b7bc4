"""JSON Lines: the records themselves, one to a line, as the command line reads and writes them. Loses nothing.

In: the records. Out: UTF-8, LF, keys in the order of the record's declaration. Decision: one kind to a file, so that
each line of a file has the same shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from warledger.errors import UsageError
from warledger.model import Claim, Incident, Report
from warledger.products.arranged import arranged

# Legal inside a JSON string, but some readers of lines break there: written as escapes, which JSON reads as the same.
LINE_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}

KINDS = ("incidents", "claims", "reports")


@dataclass(frozen=True)
class JsonLinesSettings:
    """kind is which records are written: incidents, claims or reports."""

    kind: str = "incidents"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UsageError(f"jsonl: kind is one of {', '.join(KINDS)}, not {self.kind!r}")


class JsonLines:
    """Writes one kind of record, lossless; `Record.from_dict` reads it back."""

    NAME = "jsonl"
    SETTINGS = JsonLinesSettings()

    def __init__(self, settings: JsonLinesSettings = SETTINGS) -> None:
        self.settings = settings

    def write(self, incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report],
              out: BinaryIO) -> None:
        """Write the records of the kind, one JSON object to a line. Lone surrogates become U+FFFD."""
        ledger = arranged(incidents, claims, reports)
        records: Sequence[Incident | Claim | Report] = {
            "incidents": ledger.incidents, "claims": ledger.claims, "reports": ledger.reports,
        }[self.settings.kind]  # type: ignore[assignment]
        for record in records:
            out.write(utf8(record.to_json().translate(LINE_BREAKS)) + b"\n")


def utf8(text: str) -> bytes:
    """UTF-8; a lone surrogate, which no UTF-8 can hold, becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
