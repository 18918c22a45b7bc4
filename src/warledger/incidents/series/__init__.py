"""What lives longer than an incident, read off the claims: series of entries, each with its sources.

In: claims and their reports. Out: records of model/series.py by kind. Decision: a series is a query over claims and changes
none; it reads what is said to have happened, and tells denials beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warledger.incidents.series.agreements import agreements
from warledger.incidents.series.control import control
from warledger.incidents.series.displacement import displacement
from warledger.incidents.series.sieges import sieges
from warledger.incidents.series.telling import Tellings, read_tellings
from warledger.incidents.series.ultimatums import ultimatums
from warledger.model import Claim, Report


@dataclass(frozen=True)
class Kind:
    """A kind of series: what makes it, and the types of claims that it reads (None: all)."""

    make: Callable[[Tellings], list[Any]]
    types: tuple[str, ...] | None


KINDS: Mapping[str, Kind] = {
    "control": Kind(control, ("TERRITORY", "RETREAT")),
    "agreements": Kind(agreements, ("AGREE", "RETREAT")),
    "ultimatums": Kind(ultimatums, ("THREATEN", "REQUEST", "RETREAT", "AGREE", "CONCEDE", "ASSAULT", "TERRITORY", "MOBILIZE", "SANCTION",
                                    "COERCE")),
    "displacement": Kind(displacement, None),
    "sieges": Kind(sieges, ("TERRITORY", "RETREAT")),
}


def series(kind: str, claims: Iterable[Claim], reports: Mapping[str, Report] | None = None) -> list[Any]:
    """The entries of a series. claims are all that may tell of it; reports by id give outlets, dates and origins."""
    return KINDS[kind].make(read_tellings(claims, reports or {}))


__all__ = ["KINDS", "Kind", "series"]
