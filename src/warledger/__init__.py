"""Warledger: who said what about an armed conflict, and how far the versions agree.

    import warledger as wl
    reports = wl.read("reports/")        # a list of Report, with .problems
    claims = wl.code(reports)            # a list of Claim, with .problems
    incidents = wl.link(claims, reports) # a list of Incident
    wl.series("control", claims, reports) # who is said to hold which place, by day
    wl.to_frame(incidents)               # a pandas DataFrame

These are the public names. Each is imported when it is first used, so that importing warledger costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warledger.errors import WarledgerError
    from warledger.library import code, link, read, series
    from warledger.model import (
        Actor,
        Agreement,
        Claim,
        Decision,
        Displaced,
        FieldView,
        Held,
        Holding,
        Incident,
        Participant,
        Passage,
        Place,
        Problem,
        Relative,
        Report,
        Said,
        Siege,
        Source,
        Speaker,
        Step,
        Tally,
        Term,
        TimeSpan,
        Ultimatum,
    )
    from warledger.products import to_frame
    from warledger.store import Ledger

__all__ = [
    "Actor",
    "Agreement",
    "Claim",
    "Decision",
    "Displaced",
    "FieldView",
    "Held",
    "Holding",
    "Incident",
    "Ledger",
    "Participant",
    "Passage",
    "Place",
    "Problem",
    "Relative",
    "Report",
    "Said",
    "Siege",
    "Source",
    "Speaker",
    "Step",
    "Tally",
    "Term",
    "TimeSpan",
    "Ultimatum",
    "WarledgerError",
    "code",
    "link",
    "read",
    "series",
    "to_frame",
]

_LIBRARY = ("code", "link", "read", "series")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'warledger' has no attribute {name!r}")
    if name in _LIBRARY:
        home = "warledger.library"
    elif name == "to_frame":
        home = "warledger.products"
    elif name == "Ledger":
        home = "warledger.store"
    elif name == "WarledgerError":
        home = "warledger.errors"
    else:
        home = "warledger.model"
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return __all__
