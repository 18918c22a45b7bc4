"""What `show` makes of a series: which entries are wanted, and how each is one row of a table.

In: a ledger, a kind of series, a Filter. Out: bytes on a stream. Decision: a series is worked out from all that the ledger holds
and sifted afterwards, so that asking for one side's words leaves the history of a place as it is.
"""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from warledger.commands.output import write_records
from warledger.commands.views import table
from warledger.model.place import Place
from warledger.model.record import Record
from warledger.model.series import Agreement, Displaced, Held, Holding, Siege, Source, Step, Ultimatum
from warledger.model.time_span import TimeSpan
from warledger.products.wording import chain_words, place_words, range_words

if TYPE_CHECKING:
    from warledger.store import Filter, Ledger

SHOWN = 3  # sources that a cell names; the records have all of them
STEPS = 3  # of an agreement, the latest
LAST_DAY, FIRST_DAY = "9999-12-31", "0000-00-00"

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


def entries(ledger: Ledger, kind: str, wanted: Filter) -> list[Any]:
    """The wanted entries of a series."""
    from warledger.incidents.series import KINDS, series
    from warledger.store import Filter

    types = KINDS[kind].types
    claims = (list(ledger.claims(Filter(as_of=wanted.as_of))) if types is None else
              [claim for type_ in types for claim in ledger.claims(Filter(type=type_, as_of=wanted.as_of))])
    reports = {report.id: report for report in ledger.reports(Filter(as_of=wanted.as_of))}
    found = [entry for entry in series(kind, claims, reports) if matches(entry, wanted)]
    return found if wanted.limit is None else found[: wanted.limit]


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


def matches(entry: Record, wanted: Filter) -> bool:
    """Whether an entry is of the wanted days and place, and names the wanted actor and speaker."""
    from warledger.store.filters import folded

    first, last = _span(entry)
    if (wanted.since and last < wanted.since) or (wanted.until and first > wanted.until):
        return False
    if wanted.place is not None and not _lies_in(getattr(entry, "place", None), folded(wanted.place)):
        return False
    plain = entry.to_dict()
    people = [person for key in ("parties", "by", "to", "besiegers", "besieged") for person in plain.get(key) or ()]
    people += [person for one in plain.get("held") or () for person in one["parties"]]
    if wanted.actor is not None and not any(_named(folded(wanted.actor), person["name"], person["actor"]) for person in people):
        return False
    return wanted.speaker is None or any(_named(folded(wanted.speaker), name, None) for source in sources_of(entry)
                                         for name in source.speakers)


def sources_of(entry: Any) -> Iterator[Source]:
    """Every source of an entry."""
    for part in (*getattr(entry, "held", ()), *getattr(entry, "steps", ())):
        yield from part.sources
    yield from getattr(entry, "sources", ())
    yield from getattr(entry, "outcome_sources", ())
    yield from getattr(entry, "end_sources", ())


def _span(entry: Any) -> tuple[str, str]:
    if isinstance(entry, Holding):
        return entry.since, entry.until or LAST_DAY
    if isinstance(entry, Agreement):
        return entry.since, entry.last
    if isinstance(entry, Ultimatum):
        return entry.made, entry.ended or (entry.deadline.end if entry.deadline and entry.deadline.end else entry.made)
    if isinstance(entry, Siege):
        return entry.since, entry.ended or entry.last
    return entry.day or FIRST_DAY, entry.day or LAST_DAY


def _lies_in(place: Place | None, key: str) -> bool:
    from warledger.store.filters import country_code, folded

    if place is None:
        return False
    names = [folded(name) for name in (place.name, place.admin1, place.admin2) if name]
    return any(f" {key}" in f" {name}" for name in names) or (place.country is not None and country_code(key) == place.country)


def _named(key: str, name: str, actor: str | None) -> bool:
    from warledger.store.filters import folded

    return f" {key}" in f" {folded(name)}" or (actor or "").lower() == key


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
