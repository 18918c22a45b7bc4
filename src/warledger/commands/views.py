"""What show and export take out of a ledger, and how show lays it out.

In: an open ledger and a filter. Out: bytes on a stream. Decision: records go out through the same exporters as
everything else; only the tables of claims, reports and problems, which no product has, are made here.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import shutil
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

from warledger.commands.output import write_records
from warledger.errors import UsageError
from warledger.model import Claim, Incident, Problem, Report

if TYPE_CHECKING:
    from warledger.settings import Settings
    from warledger.store import Filter, Ledger

Rows = list[tuple[str, ...]]

# What a cell of a table shows of a long text.
CELL = 160


def show(ledger: Ledger, kind: str, wanted: Filter, shape: str, stream: BinaryIO, settings: Settings) -> None:
    """Writes the records of a kind as a table, JSON lines or CSV."""
    if kind == "problems":
        _show_problems(list(ledger.problems(wanted)), shape, stream)
    elif shape != "table":
        export(ledger, kind, wanted, shape, stream, settings)
    elif kind == "incidents":
        width = {"width": shutil.get_terminal_size().columns}
        export(ledger, kind, wanted, "terminal", stream, settings, width)
    elif kind == "claims":
        table(("report", "type", "claim", "in these words"), [_claim(claim) for claim in ledger.claims(wanted)], stream)
    else:
        rows = [(r.id, r.day or "", r.outlet or "", r.title or r.text[:CELL]) for r in ledger.reports(wanted)]
        table(("report", "published", "outlet", "title"), rows, stream)


def export(
    ledger: Ledger,
    kind: str,
    wanted: Filter,
    name: str,
    stream: BinaryIO,
    settings: Settings,
    own: Mapping[str, object] | None = None,
) -> None:
    """Writes the records of a kind, with what belongs to them, through an exporter."""
    from warledger import flow
    from warledger.extensions import load

    exporter = load("exporters", name)
    settable = {field.name for field in dataclasses.fields(exporter.SETTINGS)} if exporter.SETTINGS else set()
    if "kind" not in settable and kind != "incidents":
        raise UsageError(f"{name} holds incidents, with what belongs to them, and not {kind} alone; leave --records out")
    chosen = {"kind": kind} if "kind" in settable else {}
    incidents, claims, reports = _records(ledger, kind, wanted, getattr(exporter, "WHOLE", False))
    flow.export(name, stream, incidents, claims, reports, settings, chosen | dict(own or {}))


def _records(
    ledger: Ledger, kind: str, wanted: Filter, whole: bool
) -> tuple[list[Incident], list[Claim], list[Report]]:
    """The records of the kind that are wanted, and those that they refer to.

    whole: also claims and reports that fulfil the filter and that no incident holds.
    """
    from warledger.store import Filter

    if kind == "reports":
        return [], [], list(ledger.reports(wanted))
    if kind == "claims":
        claims = list(ledger.claims(wanted))
        return [], claims, list(ledger.reports(Filter(claims=tuple(claim.id for claim in claims), as_of=wanted.as_of)))
    incidents = list(ledger.incidents(wanted))
    named = {claim for incident in incidents for claim in incident.claims}
    whole = whole and wanted.incidents is None
    if whole:
        named |= {claim.id for claim in ledger.claims(wanted)}
    of_these = Filter(claims=tuple(sorted(named)), as_of=wanted.as_of)
    reports = {report.id: report for report in ledger.reports(of_these)}
    if whole:
        reports |= {report.id: report for report in ledger.reports(wanted)}
    return incidents, list(ledger.claims(of_these)), list(reports.values())


def _show_problems(problems: Sequence[Problem], shape: str, stream: BinaryIO) -> None:
    header = ("stage", "kind", "source", "line", "report", "message")
    rows: Rows = [
        (p.stage, p.kind, p.source or "", str(p.line or ""), p.report or "", p.message) for p in problems
    ]
    if shape == "jsonl":
        write_records(problems, stream)
    elif shape == "csv":
        text = io.StringIO(newline="")
        csv.writer(text).writerows([header, *rows])
        stream.write(text.getvalue().encode("utf-8", "replace"))
    else:
        table(("stage", "kind", "where", "what"), [(p.stage, p.kind, _where(p), p.message) for p in problems], stream)


def _where(problem: Problem) -> str:
    return f"{problem.source or problem.report or ''}{f':{problem.line}' if problem.line else ''}"


def _claim(claim: Claim) -> tuple[str, ...]:
    return claim.report, claim.type, str(claim), claim.quote("sentence") or claim.quote("trigger") or ""


def table(header: Sequence[str], rows: Iterable[Sequence[str]], stream: BinaryIO) -> None:
    """Writes a table as wide as the terminal, and how many rows it has."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from warledger.products.wording import visible

    shown = Table(*header, box=box.SIMPLE_HEAD)
    for row in rows:
        shown.add_row(*(Text(visible(cell[:CELL]).replace("\n", " "), overflow="fold") for cell in row))
    text = io.StringIO()
    Console(file=text, width=shutil.get_terminal_size().columns, markup=False, highlight=False).print(shown)
    lines = [line.rstrip() for line in text.getvalue().splitlines()]
    stream.write("\n".join([*lines, f"{shown.row_count} shown", ""]).encode("utf-8", "replace"))
