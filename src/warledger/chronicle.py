"""The series of a ledger: who holds what, agreements, ultimatums, displacement, sieges, as they are asked for.

In: a ledger, a kind of series, a Filter. Out: entries of model/series.py. Decision: a series is worked out from all that the
ledger holds and sifted afterwards, so that asking for one side's words leaves the history of a place as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from warledger.model import Claim, Participant, Report
from warledger.model.place import Place
from warledger.model.record import Record
from warledger.model.series import Agreement, Holding, Siege, Source, Ultimatum

if TYPE_CHECKING:
    from warledger.incidents.reading import Reading
    from warledger.store import Filter, Ledger

LAST_DAY, FIRST_DAY = "9999-12-31", "0000-00-00"


def entries(ledger: Ledger, kind: str, wanted: Filter) -> list[Any]:
    """The wanted entries of a series."""
    return sifted(whole(ledger, kind, wanted.as_of), wanted)


def whole(ledger: Ledger, kind: str, as_of: str | None = None) -> list[Any]:
    """All entries of a series, as the ledger is or was. Of the ledger no more is opened than the series reads."""
    from warledger.incidents.series import KINDS, read_then, series

    background = ledger.background(KINDS[kind].types, as_of)
    claims: dict[str, Claim] = {}
    reports: dict[str, Report] = {}
    _read(ledger, KINDS[kind].reads, as_of, claims, reports)
    _read(ledger, read_then(kind, claims.values(), reports, background), as_of, claims, reports)
    return series(kind, claims.values(), reports, background)


def _read(ledger: Ledger, readings: Iterable[Reading], as_of: str | None, claims: dict[str, Claim], reports: dict[str, Report]) -> None:
    """Puts the claims that are read with those that were, and the reports that tell of them."""
    from warledger.store import Filter

    for reading in readings:
        claims.update((claim.id, claim) for claim in ledger.claims(Filter(reading=reading, as_of=as_of)))
    missing = {claim.report for claim in claims.values()} - reports.keys()
    reports.update((report.id, report) for report in ledger.reports(Filter(reports=tuple(sorted(missing)), as_of=as_of)))


def sifted(found: Sequence[Any], wanted: Filter) -> list[Any]:
    """Those of the entries that are wanted."""
    kept = [entry for entry in found if matches(entry, wanted)]
    return kept if wanted.limit is None else kept[: wanted.limit]


def matches(entry: Record, wanted: Filter) -> bool:
    """Whether an entry is of the wanted days and place, and names the wanted actor and speaker."""
    from warledger.store.filters import folded

    first, last = _span(entry)
    if (wanted.since and last < wanted.since) or (wanted.until and first > wanted.until):
        return False
    if wanted.place is not None and not _lies_in(getattr(entry, "place", None), folded(wanted.place)):
        return False
    if wanted.actor is not None and not any(_named(folded(wanted.actor), person.name, person.actor) for person in _people(entry)):
        return False
    return wanted.speaker is None or any(_named(folded(wanted.speaker), name, None) for source in sources_of(entry)
                                         for name in source.speakers)


def _people(entry: Any) -> Iterator[Participant]:
    """Everybody whom an entry names, but for those who speak."""
    for one in (entry, *getattr(entry, "held", ())):
        for role in ("parties", "by", "to", "besiegers", "besieged"):
            yield from getattr(one, role, ())


def sources_of(entry: Any) -> Iterator[Source]:
    """Every source of an entry."""
    for part in (*getattr(entry, "held", ()), *getattr(entry, "steps", ())):
        yield from part.sources
    yield from getattr(entry, "sources", ())
    yield from getattr(entry, "outcome_sources", ())
    yield from getattr(entry, "end_sources", ())


def without_sources(entry: Any) -> Any:
    """The entry alone: its parts stay, and none names the claims that it stands on."""
    emptied: dict[str, Any] = {name: () for name in ("sources", "outcome_sources", "end_sources") if hasattr(entry, name)}
    for name in ("held", "steps"):
        if hasattr(entry, name):
            emptied[name] = tuple(replace(part, sources=()) for part in getattr(entry, name))
    return replace(entry, **emptied)


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
