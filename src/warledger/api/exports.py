"""/incidents.csv, .json, .jsonl and .geojson, and the same of /claims and /reports: what the view holds, as a file.

In: the filters of the view. Out: a stream of the format's bytes. Decision: the incidents of the view are written some at a time
in the one order of every product, so that an export of everything needs no more memory than one of a page; formats are those
of products/, so that a file from the screen is the file of the command line.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from warledger.api.asking import Asked
from warledger.api.holding import Holding
from warledger.api.past import Then
from warledger.extensions import make
from warledger.model import Claim, Incident, Report
from warledger.store import Filter

router = APIRouter(tags=["exports"])
Kind = Literal["incidents", "claims", "reports"]
Suffix = Literal["csv", "json", "jsonl", "geojson"]
MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json", "jsonl": "application/jsonl; charset=utf-8", "geojson": "application/geo+json"}
# How many incidents are held in memory at a time.
BATCH = 1_000
END_OF_ROW = b"\r\n"


@router.get("/{kind}.{suffix}", summary="What the view holds, as a file", response_class=StreamingResponse,
            responses={200: {"content": {name.split(";")[0]: {} for name in MEDIA.values()}, "description": "The file."}})
def export(held: Then, asked: Asked, kind: Kind, suffix: Suffix) -> StreamingResponse:
    """The incidents that fulfil the filters, or the claims or reports in them; GeoJSON is of incidents whatever the kind."""
    write: Callable[[Holding, list[str], str], Iterator[bytes]] = {"csv": _csv, "json": _json, "jsonl": _jsonl, "geojson": _geojson}[suffix]
    with held.asking() as (survey, connection):
        rows, _last = survey.page(survey.mask(asked, connection), "oldest", None, len(survey))
        names = [survey.columns.ids[row] for row in rows]
    name = f"warledger-{'incidents' if suffix == 'geojson' else kind}.{suffix}"
    return StreamingResponse(write(held, names, kind), media_type=MEDIA[suffix], headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _batches(held: Holding, names: list[str]) -> Iterator[tuple[list[Incident], list[Claim], list[Report]]]:
    for begin in range(0, max(len(names), 1), BATCH):
        wanted = Filter(incidents=tuple(names[begin:begin + BATCH]))
        yield list(held.ledger.incidents(wanted)), list(held.ledger.claims(wanted)), list(held.ledger.reports(wanted))


def _csv(held: Holding, names: list[str], kind: str) -> Iterator[bytes]:
    """The table, its header once. A report that two batches hold is written once."""
    seen: set[str] = set()
    for number, (incidents, claims, reports) in enumerate(_batches(held, names)):
        fresh = [report for report in reports if kind != "reports" or report.id not in seen]
        seen.update(report.id for report in fresh)
        table = io.BytesIO()
        make("exporters", "csv", {"kind": kind}).write(incidents, claims, fresh, table)
        head, _end, body = table.getvalue().partition(END_OF_ROW)
        yield head + END_OF_ROW + body if number == 0 else body


def _jsonl(held: Holding, names: list[str], kind: str) -> Iterator[bytes]:
    seen: set[str] = set()
    for incidents, claims, reports in _batches(held, names):
        fresh = [report for report in reports if kind != "reports" or report.id not in seen]
        seen.update(report.id for report in fresh)
        lines = io.BytesIO()
        make("exporters", "jsonl", {"kind": kind}).write(incidents, claims, fresh, lines)
        yield lines.getvalue()


def _json(held: Holding, names: list[str], kind: str) -> Iterator[bytes]:
    """The lines as one array."""
    begun = False
    yield b"["
    for chunk in _jsonl(held, names, kind):
        lines = chunk.splitlines()
        if lines:
            yield (b",\n" if begun else b"\n") + b",\n".join(lines)
            begun = True
    yield b"\n]\n"


def _geojson(held: Holding, names: list[str], _kind: str) -> Iterator[bytes]:
    """The collection, feature by feature: the exporter writes a line for each, between its first line and its last."""
    begun = False
    yield b'{"type": "FeatureCollection", "features": ['
    for incidents, claims, reports in _batches(held, names):
        whole = io.BytesIO()
        make("exporters", "geojson").write(incidents, claims, reports, whole)
        lines = whole.getvalue().splitlines()[1:-1]
        if lines:
            yield (b",\n" if begun else b"\n") + b",\n".join(line.removesuffix(b",") for line in lines)
            begun = True
    yield b"\n]}\n"
