"""The commands that work on a ledger: run, show, export.

In: sources, or a ledger with what to look for. Out: a ledger, a table, records, a file. Decision: a ledger changes in
one command only, and there in one transaction; the others read.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.commands import options as given
from warledger.commands.output import STDOUT, writing
from warledger.commands.screen import Screen, UnreadError, say
from warledger.errors import UsageError

if TYPE_CHECKING:
    from warledger.summary import Summary

RUN_HELP = """Read, code and link sources into a ledger; all of it.

Running it again adds only reports that the ledger does not hold, and changes nothing where there are none. A run that
is interrupted leaves the ledger as it was.

\b
Examples:
  warledger run reports/ --ledger war.db
  warledger run archive.jsonl more/ --ledger war.db -j 4 --max-problems 100
"""

SHOW_HELP = """Show what a ledger holds.

Incidents with their rival versions, or claims, reports, or problems.

\b
Examples:
  warledger show --ledger war.db --place Idlib --since 2020-02-01
  warledger show claims --ledger war.db --speaker SANA --type ASSAULT --format jsonl
  warledger show problems --ledger war.db
"""

EXPORT_HELP = """Write what a ledger holds for other programs.

docs/formats.md says what each format holds and what it loses.

\b
Examples:
  warledger export --ledger war.db --format csv -o incidents.csv
  warledger export --ledger war.db --format jsonl --records claims -o claims.jsonl
  warledger export --ledger war.db --format geojson -o war.geojson
  warledger export --ledger war.db --format html -o war.html
"""

TOO_MANY = 1


class Kind(StrEnum):
    """What `show` shows."""

    incidents = "incidents"
    claims = "claims"
    reports = "reports"
    problems = "problems"


class Shape(StrEnum):
    """How `show` shows it."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("run", help=RUN_HELP)(run)
    app.command("show", help=SHOW_HELP)(show)
    app.command("export", help=EXPORT_HELP)(export)


def run(
    context: typer.Context,
    sources: given.Sources,
    ledger: given.LedgerFile = None,
    published: given.Published = None,
    outlet: given.Outlet = None,
    language: given.Language = None,
    mapping: given.Mapping = None,
    workers: given.Workers = None,
    max_problems: Annotated[
        int | None, typer.Option("--max-problems", metavar="N", min=0, help="Fail (exit 1) where there are more problems than this.")
    ] = None,
) -> None:
    settings = given.settings_of(context, workers)
    path = given.ledger_path(ledger, settings)
    options = given.read_options(published, outlet, language, mapping)
    stdin, absent = given.checked(sources), given.missing(sources)
    from warledger import flow
    from warledger.model import Problem
    from warledger.store import Ledger

    summary = None
    with Screen(settings.problems_shown) as screen, Ledger.open(path) as opened:
        for one in flow.run(sources, opened, options, stdin, settings, screen.progress):
            if isinstance(one, Problem):
                screen.problem(one)
            else:
                summary = one
    assert summary is not None, "a run ends with its summary"
    print(_summary(summary, str(path)))
    allowed = settings.max_problems if max_problems is None else max_problems
    met = sum(summary.problems.values())
    if allowed is not None and met > allowed:
        say(f"warledger: {met} problems are more than the {allowed} that were allowed")
        raise typer.Exit(TOO_MANY)
    given.tell_missing(absent)
    if met and not summary.read:
        raise UnreadError("nothing could be read")


def show(
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(help="What to show.")] = Kind.incidents,
    ledger: given.LedgerFile = None,
    since: given.Since = None,
    until: given.Until = None,
    place: given.InPlace = None,
    actor: given.ByActor = None,
    type_: given.OfType = None,
    speaker: given.BySpeaker = None,
    text: given.WithText = None,
    limit: given.AtMost = None,
    shape: Annotated[Shape, typer.Option("--format", help="A table for people, or records.")] = Shape.table,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    from warledger.commands import views
    from warledger.store import Filter, Ledger

    first, last = given.day(since, "--since"), given.day(until, "--until")
    wanted = Filter(since=first, until=last, place=place, actor=actor, type=given.type_name(type_), speaker=speaker, text=text, limit=limit)
    with Ledger.open(path, create=False) as opened, writing(STDOUT) as stream:
        views.show(opened, kind.value, wanted, shape.value, stream, settings)


def export(
    context: typer.Context,
    name: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl, csv, geojson or html.")],
    ledger: given.LedgerFile = None,
    output: given.Output = STDOUT,
    records: Annotated[
        Kind, typer.Option("--records", help="Which records, for formats that hold one kind (jsonl, csv).")
    ] = Kind.incidents,
    since: given.Since = None,
    until: given.Until = None,
    place: given.InPlace = None,
    actor: given.ByActor = None,
    type_: given.OfType = None,
    speaker: given.BySpeaker = None,
    text: given.WithText = None,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    if records is Kind.problems:
        raise UsageError("problems are no product: see `warledger show problems --format jsonl`")
    from warledger.commands import views
    from warledger.extensions import load
    from warledger.store import Filter, Ledger

    load("exporters", name)
    first, last = given.day(since, "--since"), given.day(until, "--until")
    wanted = Filter(since=first, until=last, place=place, actor=actor, type=given.type_name(type_), speaker=speaker, text=text)
    with Ledger.open(path, create=False) as opened, writing(output) as stream:
        views.export(opened, records.value, wanted, name, stream, settings)


def _summary(summary: Summary, ledger: str) -> str:
    """The closing lines of a run."""
    rows = [
        ("reports", summary.reports, summary.new_reports),
        ("claims", summary.claims, summary.new_claims),
        ("incidents", summary.incidents, None),
        ("origins", summary.origins, None),
    ]
    lines = [f"{name:<10}{count:>9,}" + (f"   {new:+,}" if new else "") for name, count, new in rows]
    kinds = [f"  {kind:<20}{count:>7,}" for kind, count in sorted(summary.problems.items())]
    total = sum(summary.problems.values())
    head = f"nothing new: {ledger} is as it was" if not summary.changed else f"{ledger} now holds"
    return "\n".join([head, *lines, f"{'problems':<10}{total:>9,}   in this run" if total else "no problems", *kinds])
