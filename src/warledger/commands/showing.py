"""The commands that look into a ledger: show, export.

In: a ledger, with what to look for and as of when. Out: a table, records, a file. Decision: they only read; an id that was
ever given is followed to where it leads, and that it was followed is told.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from warledger.commands import options as given
from warledger.commands.filtering import Chosen, with_filters
from warledger.commands.output import STDOUT, writing
from warledger.errors import UsageError

if TYPE_CHECKING:
    from warledger.store import Filter, Ledger

SHOW_HELP = """Show what a ledger holds.

Incidents with their rival versions, or claims, reports, or problems; or the one record whose id is given. An incident that went
into another is shown as that other. With --as-of, all of it as the ledger had it then.

Or what lives longer than an incident, each entry with its sources: control (who is said to hold a place, by day), agreements (with
their status over time), ultimatums (with deadline and outcome), displacement (figures by day), sieges.

\b
Examples:
  warledger show --ledger war.db --place Idlib --since 2020-02-01
  warledger show claims --ledger war.db --speaker SANA --type ASSAULT --format jsonl
  warledger show i_0123456789abcdef --ledger war.db --as-of 2020-03-01
  warledger show control --ledger war.db --place Saraqeb --since 2020-02-05 --until 2020-02-05
  warledger show ultimatums --ledger war.db --format jsonl
  warledger show problems --ledger war.db
"""

EXPORT_HELP = """Write what a ledger holds for other programs.

docs/formats.md says what each format holds and what it loses.

\b
Examples:
  warledger export --ledger war.db --format csv -o incidents.csv
  warledger export --ledger war.db --format jsonl --records claims -o claims.jsonl
  warledger export --ledger war.db --format geojson --as-of 2020-03-01 -o war.geojson
  warledger export --ledger war.db --format csv --decided publish -o published.csv
  warledger export --ledger war.db --format html -o war.html
"""


class Kind(StrEnum):
    """Records that a ledger holds."""

    incidents = "incidents"
    claims = "claims"
    reports = "reports"
    problems = "problems"


class Series(StrEnum):
    """What lives longer than an incident."""

    control = "control"
    agreements = "agreements"
    ultimatums = "ultimatums"
    displacement = "displacement"
    sieges = "sieges"


class Decided(StrEnum):
    """Decisions about an incident as a whole, by which an export can be narrowed."""

    confirm = "confirm"
    publish = "publish"


# By what an id begins with, the kind of record that it is of.
KIND_OF_ID = {"i_": Kind.incidents, "c_": Kind.claims, "r_": Kind.reports}


class Shape(StrEnum):
    """How `show` shows it."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("show", help=SHOW_HELP)(show)
    app.command("export", help=EXPORT_HELP)(export)


@with_filters("since", "until", "place", "actor", "type_", "speaker", "text", "as_of", "limit")
def show(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=f"{', '.join((*Kind, *Series))}, or an id.")] = Kind.incidents.value,
    ledger: given.LedgerFile = None,
    *,
    asked: Chosen,
    shape: Annotated[Shape, typer.Option("--format", help="A table for people, or records.")] = Shape.table,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    kind = KIND_OF_ID.get(what[:2]) or _kind(what)
    if kind is Kind.problems and asked["as_of"] is not None:
        raise UsageError("problems have no history: leave --as-of out")
    if isinstance(kind, Series) and (asked["type_"] or asked["text"]):
        raise UsageError(f"{kind.value} are asked for by days, --place, --actor and --speaker; leave --type and --text out")
    from warledger.commands import series_tables, views
    from warledger.store import Ledger

    wanted = asked.filter()
    with Ledger.open(path, create=False) as opened, writing(STDOUT) as stream:
        if what[:2] in KIND_OF_ID:
            wanted = _named(wanted, kind.value, [_found(opened, what, wanted.as_of)])
        _tell_before(opened, wanted)
        if isinstance(kind, Series):
            series_tables.show(opened, kind.value, wanted, shape.value, stream)
            return
        views.show(opened, kind.value, wanted, shape.value, stream, settings)


@with_filters("since", "until", "place", "actor", "type_", "speaker", "text", "as_of")
def export(
    context: typer.Context,
    name: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl, csv, geojson, html or inclusion.")],
    ledger: given.LedgerFile = None,
    output: given.Output = STDOUT,
    records: Annotated[
        Kind, typer.Option("--records", help="Which records, for formats that hold one kind (jsonl, csv).")
    ] = Kind.incidents,
    *,
    asked: Chosen,
    ids: Annotated[list[str] | None, typer.Option("--id", metavar="ID", help="Only the record of this id; may be given again.")] = None,
    decided: Annotated[
        Decided | None, typer.Option("--decided", help="Only incidents that an analyst confirmed, or published, and that have not changed since.", show_default=False)
    ] = None,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    if records is Kind.problems:
        raise UsageError("problems are no product: see `warledger show problems --format jsonl`")
    from warledger.commands import views
    from warledger.extensions import load
    from warledger.store import Ledger

    load("exporters", name)
    wanted = asked.filter()
    with Ledger.open(path, create=False) as opened, writing(output) as stream:
        if ids:
            wanted = _named(wanted, records.value, [_of_kind(opened, one, records, wanted.as_of) for one in ids])
        if decided is not None:
            wanted = _only_decided(opened, wanted, decided, records)
        _tell_before(opened, wanted)
        views.export(opened, records.value, wanted, name, stream, settings)


def _only_decided(ledger: Ledger, wanted: Filter, act: Decided, records: Kind) -> Filter:
    """The filter, for incidents of which a decision holds that is not open again. Raises UsageError where it makes no sense."""
    from warledger.commands.lookup import decided_incidents

    if records is not Kind.incidents or wanted.as_of is not None:
        raise UsageError("--decided is for incidents as they are now: leave --records and --as-of out")
    found = decided_incidents(ledger, act.value)
    return _named(wanted, records.value, sorted(found if wanted.incidents is None else found.intersection(wanted.incidents)))


def _named(wanted: Filter, kind: str, names: Sequence[str]) -> Filter:
    """The filter for records of a kind by their ids."""
    chosen: dict[str, Any] = {kind: tuple(names)}
    return dataclasses.replace(wanted, **chosen)


def _kind(what: str) -> Kind | Series:
    known: dict[str, Kind | Series] = {kind.value: kind for kind in (*Kind, *Series)}
    if what not in known:
        raise UsageError(f"there is nothing called {what!r} to show; there are {', '.join(known)}, and ids")
    return known[what]


def _of_kind(ledger: Ledger, name: str, kind: Kind, as_of: str | None) -> str:
    if KIND_OF_ID.get(name[:2]) is not kind:
        raise UsageError(f"{name} is no id of {kind.value}; --records says which records are written")
    return _found(ledger, name, as_of)


def _found(ledger: Ledger, name: str, as_of: str | None) -> str:
    """The id that an id leads to. Raises UsageError, saying what became of it, where it leads nowhere."""
    from warledger.commands.lookup import followed, known_record

    if KIND_OF_ID.get(name[:2]) is Kind.incidents:
        return followed(ledger, name, as_of).id
    return known_record(ledger, name, as_of)


def _tell_before(ledger: Ledger, wanted: Filter) -> None:
    """Says so where the ledger is younger than the day that is asked for: nothing is then no finding."""
    from warledger.commands.lookup import tell_before

    if wanted.as_of is not None:
        tell_before(ledger, wanted.as_of)
