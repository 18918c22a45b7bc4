"""The matrix of sources by incidents as a product: incidents/overlap.py behind the door of exporters.

In: incidents with their claims and reports. Out: CSV, one row an incident, one column a source, 1 where it tells of it. Decision: it is an
edge, since it joins what linking knows of origins with a format; statisticians' tools read it as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from warledger.model import Claim, Incident, Report

HEADER = ("incident", "type", "start", "place", "sources")


@dataclass(frozen=True)
class InclusionSettings:
    """least: sources that tell of fewer incidents than this get no column (their incidents stay)."""

    least: int = 1


class InclusionMatrix:
    """Writes which source, by origin, tells of which incident."""

    NAME = "inclusion"
    SETTINGS = InclusionSettings()

    def __init__(self, settings: InclusionSettings = SETTINGS) -> None:
        self.settings = settings

    def write(self, incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report], out: BinaryIO) -> None:
        """Writes the matrix; two sources of one name are told apart by their keys."""
        from warledger.incidents.overlap import inclusion
        from warledger.products.csv_table import neutralised

        matrix = inclusion(incidents, claims, {report.id: report for report in reports})
        by_id = {incident.id: incident for incident in incidents}
        columns = [source for source, size in matrix.sizes().items() if size >= self.settings.least]
        names = [matrix.names[source] for source in columns]
        heads = [name if names.count(name) == 1 else f"{name} ({source})" for name, source in zip(names, columns, strict=True)]
        text = io.StringIO(newline="")
        table = csv.writer(text)
        table.writerow([*HEADER, *map(neutralised, heads)])
        for name, told in matrix.rows:
            incident = by_id[name]
            start = (incident.when.start if incident.when else None) or ""
            place = neutralised(incident.place.name) if incident.place else ""
            table.writerow([name, incident.type, start, place, len(told), *(int(source in told) for source in columns)])
        out.write(text.getvalue().encode("utf-8", "replace"))
