"""What `show` makes of a series: each entry as one row of a table.

In: a ledger, a kind of series, a Filter. Out: bytes on a stream. Decision: an entry is one row, and its records have what a row
leaves out.
"""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from warledger.chronicle import entries, sources_of
from warledger.commands.output import write_records
from warledger.commands.views import table
from warledger.model.place import Place
from warledger.model.series import Agreement, Displaced, Held, Holding, Siege, Source, Step, Ultimatum
from warledger.model.time_span import TimeSpan
from warledger.products.wording import chain_words, place_words, range_words

if TYPE_CHECKING:
    from warledger.store import Filter, Ledger

SHOWN = 3  # sources that a cell names; the records have all of them
STEPS = 3  # of an agreement, the latest

SOURCES = frozenset({"sources", "outcome_sources", "end_sources"})
PLACE = ("place", "lat", "lon", "country", "admin1", "precision")
RECORDS: Mapping[str, type[Any]] = {
    "control": Holding, "agreements": Agreement, "ultimatums": Ultimatum, "displacement": Displaced, "sieges": Siege,
}
HEADERS: Mapping[str, tuple[str, ...]] = {
    "control": ("place", "from", "until", "said to be held by", "contested"),
    "agreements": ("agreement", "where", "between", "last told status", "told"),
    "ultimatums": ("made", "by and to", "by when, unless what", "outcome", "sources"),
    "displacement": ("from where", "day", "people", "counted as", "who says so"),
    "sieges": ("place", "besieged by", "from", "last told", "ended"),
}


def show(ledger: Ledger, kind: str, wanted: Filter, shape: str, stream: BinaryIO) -> None:
    """Writes the wanted entries as a table, JSON lines or CSV."""
    found = entries(ledger, kind, wanted)
    if shape == "jsonl":
        write_records(found, stream)
        return
    if shape == "csv":
        text = io.StringIO(newline="")
        csv.writer(text).writerows([columns(kind), *(cells(entry) for entry in found)])
        stream.write(text.getvalue().encode("utf-8", "replace"))
    else:
        table(HEADERS[kind], [ROWS[kind](entry) for entry in found], stream)


def columns(kind: str) -> list[str]:
    """The columns of the CSV of a series: the fields of its record, a place in several, the sources last."""
    fields = [field.name for field in dataclasses.fields(RECORDS[kind])]
    own = [name for field in fields if field not in SOURCES for name in (PLACE if field == "place" else (field,))]
    return [*own, "sources"]


def cells(entry: Any) -> list[str]:
    """One entry as a row of its CSV; what is not known is an empty cell, several values are joined by "; "."""
    row: list[str] = []
    for field in dataclasses.fields(entry):
        value = getattr(entry, field.name)
        if field.name == "place":
            row += [_cell(getattr(value, name) if value is not None else None) for name in ("name", *PLACE[1:])]
        elif field.name not in SOURCES:
            row.append(_cell(value))
    return [*row, "; ".join(dict.fromkeys(source.claim for source in sources_of(entry)))]


def _cell(value: Any) -> str:
    from warledger.products.csv_table import neutralised

    if value is None:
        return ""
    if isinstance(value, tuple):
        return neutralised("; ".join(_cell(one) for one in value))
    if isinstance(value, Held):
        return ("no longer " if value.lost else "") + _names(value.parties)
    if isinstance(value, Step):
        return f"{value.day} {value.status}"
    if isinstance(value, TimeSpan):
        return value.end or ""
    return neutralised(str(getattr(value, "name", value)))


def _names(people: Sequence[Any]) -> str:
    return ", ".join(person.name for person in people) or "somebody"


def _who(sources: Sequence[Source]) -> str:
    """Who says so and when, the first few, each once."""
    told = list(dict.fromkeys(f"{chain_words(one.speakers) if one.speakers else one.outlet or 'a report'}"
                              f"{f', {one.published[:10]}' if one.published else ''}" for one in sources))
    more = f"; and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return "; ".join(told[:SHOWN]) + more


def _where(place: Place | None) -> str:
    return (place_words(place.to_dict()) or "") if place is not None else ""


def _holding(entry: Holding) -> tuple[str, ...]:
    held = [f"{'no longer ' if one.lost else ''}{_names(one.parties)} (says {_who(one.sources)})" for one in entry.held]
    return _where(entry.place), entry.since, entry.until or f"as last told ({entry.last})", "; or ".join(held), entry.why


def _agreement(entry: Agreement) -> tuple[str, ...]:
    told = entry.steps[-STEPS:]
    earlier = [f"{len(entry.steps) - len(told)} earlier"] if len(told) < len(entry.steps) else []
    steps = earlier + [f"{step.day} {step.status} ({_who(step.sources[:1])})" for step in told]
    return f"{entry.kind}, {entry.since} to {entry.last}", _where(entry.place), _names(entry.parties), entry.status or "", "; ".join(steps)


def _ultimatum(entry: Ultimatum) -> tuple[str, ...]:
    terms = [part for part in (f"by {entry.deadline.end} (“{entry.deadline.wording}”)" if entry.deadline else "",
                               f"“{entry.condition}”" if entry.condition else "") if part]
    what = f"{entry.outcome}{f' {entry.ended}' if entry.ended else ''}: {entry.why}"
    answers = f"; then {_who(entry.outcome_sources)}" if entry.outcome_sources else ""
    return entry.made, f"{_names(entry.by)} to {_names(entry.to)}", ", ".join(terms), what, _who(entry.sources) + answers


def _displaced(entry: Displaced) -> tuple[str, ...]:
    people = range_words(entry.low, entry.high) or entry.wording
    counted = f"{entry.what}, running total to this day" if entry.cumulative else f"{entry.what}, new"
    return _where(entry.place), entry.day or "", f"{people} (“{entry.wording}”)", counted, _who(entry.sources)


def _siege(entry: Siege) -> tuple[str, ...]:
    ended = f"{entry.ended}: {entry.how} ({_who(entry.end_sources)})" if entry.ended else "not told"
    last = f"{entry.last} ({_who(entry.sources)})"
    return _where(entry.place), _names(entry.besiegers), entry.since, last, ended


ROWS: Mapping[str, Callable[[Any], tuple[str, ...]]] = {
    "control": _holding, "agreements": _agreement, "ultimatums": _ultimatum, "displacement": _displaced, "sieges": _siege,
}
