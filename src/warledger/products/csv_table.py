"""CSV for spreadsheets: one row a claim, an incident or a report, after RFC 4180, UTF-8.

In: the records. Out: a header and rows; the columns are those of rows.py. Decision: a text that a spreadsheet would
run as a formula gets an apostrophe before it, since the texts come from strangers; `restored` takes it off again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from warledger.errors import UsageError
from warledger.model import Claim, Incident, Report
from warledger.products.arranged import Arranged, arranged
from warledger.products.json_lines import KINDS, utf8
from warledger.products.rows import (
    CLAIM_COLUMNS,
    INCIDENT_COLUMNS,
    REPORT_COLUMNS,
    claim_row,
    incident_row,
    report_row,
)

# The first characters that make a spreadsheet read a cell as a formula (OWASP, CSV injection), with their wide forms.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

COLUMNS = {"incidents": INCIDENT_COLUMNS, "claims": CLAIM_COLUMNS, "reports": REPORT_COLUMNS}


@dataclass(frozen=True)
class CsvSettings:
    """kind: incidents, claims or reports. byte_order_mark: Excel takes a file without it for a local encoding."""

    kind: str = "incidents"
    byte_order_mark: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UsageError(f"csv: kind is one of {', '.join(KINDS)}, not {self.kind!r}")


class CsvTable:
    """Writes one table with a header, CRLF between the rows."""

    NAME = "csv"
    SETTINGS = CsvSettings()

    def __init__(self, settings: CsvSettings = SETTINGS) -> None:
        self.settings = settings

    def write(self, incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report],
              out: BinaryIO) -> None:
        """Write the table of the kind; an empty ledger gives the header alone."""
        columns = COLUMNS[self.settings.kind]
        text = io.StringIO(newline="")
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(columns)
        for row in self._rows(arranged(incidents, claims, reports)):
            table.writerow([cell(row[column]) for column in columns])
        out.write((b"\xef\xbb\xbf" if self.settings.byte_order_mark else b"") + utf8(text.getvalue()))

    def _rows(self, ledger: Arranged) -> Iterator[dict[str, Any]]:
        if self.settings.kind == "incidents":
            yield from (incident_row(incident) for incident in ledger.incidents)
        elif self.settings.kind == "claims":
            yield from (claim_row(claim, ledger.report_of(claim)) for claim in ledger.claims)
        else:
            yield from (report_row(report) for report in ledger.reports)


def cell(value: Any) -> str:
    """A value as the text of a cell: empty for None, true and false, numbers as they are, texts made harmless."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, float)) else neutralised(str(value))


def neutralised(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it.

    A text that already begins with apostrophes before such a character gets one more, so that `restored` is exact.
    """
    return "'" + text if text.lstrip("'").startswith(FORMULA_STARTS) else text


def restored(text: str) -> str:
    """The text of a cell as it was before `neutralised`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text
