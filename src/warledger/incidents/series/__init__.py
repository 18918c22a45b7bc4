"""What lives longer than an incident, read off the claims: series of entries, each with its sources.

In: claims and their reports. Out: records of model/series.py by kind. Decision: a series is a query over claims and changes
none; it reads what is said to have happened, and tells denials beside it. What it reads it says beforehand (Kind.reads), and of
what it found, what else (Kind.then): so a large ledger is asked for the claims that count, and any ledger gives the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warledger.incidents.reading import Background, Reading
from warledger.incidents.series import agreements as of_agreements
from warledger.incidents.series import control as of_control
from warledger.incidents.series import displacement as of_displacement
from warledger.incidents.series import sieges as of_sieges
from warledger.incidents.series import ultimatums as of_ultimatums
from warledger.incidents.series.telling import Tellings, read_tellings
from warledger.model import Claim, Report


@dataclass(frozen=True)
class Kind:
    """A kind of series: what makes it, the types of claims that tell of it (None: any), what is read of these, and what must be
    read beside once those are known."""

    make: Callable[[Tellings], list[Any]]
    types: tuple[str, ...] | None
    reads: tuple[Reading, ...]
    then: Callable[[Tellings], tuple[Reading, ...]] | None = None


KINDS: Mapping[str, Kind] = {
    "control": Kind(of_control.control, of_control.TYPES, of_control.READS),
    "agreements": Kind(of_agreements.agreements, of_agreements.TYPES, of_agreements.READS),
    "ultimatums": Kind(of_ultimatums.ultimatums, of_ultimatums.TYPES, of_ultimatums.READS, of_ultimatums.answers),
    "displacement": Kind(of_displacement.displacement, None, of_displacement.READS),
    "sieges": Kind(of_sieges.sieges, of_sieges.TYPES, of_sieges.READS),
}


def series(kind: str, claims: Iterable[Claim], reports: Mapping[str, Report] | None = None, background: Background | None = None) -> list[Any]:
    """The entries of a series. claims are all that may tell of it, or, with the background of all, those that it reads; reports by
    id give outlets, dates and origins."""
    return KINDS[kind].make(read_tellings(claims, reports or {}, background))


def read_then(kind: str, claims: Iterable[Claim], reports: Mapping[str, Report], background: Background) -> tuple[Reading, ...]:
    """What must be read beside these claims, which are what the kind reads first."""
    then = KINDS[kind].then
    return () if then is None else then(read_tellings(claims, reports, background))


__all__ = ["KINDS", "Kind", "read_then", "series"]
