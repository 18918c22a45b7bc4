"""Which engine codes the reports: the one that is set, else by how many reports there are.

In: reports and settings. Out: an engine, and the same reports. Decision: a worker takes seconds to load its language
model, so a few reports are coded right here.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice

from warledger.engines import Engine
from warledger.extensions import make
from warledger.model import Report
from warledger.settings import Settings, workers


def engine_for(reports: Iterable[Report], settings: Settings) -> tuple[Engine, Iterable[Report]]:
    """The engine, and the reports again: as many were taken as it needs to see that they are not few."""
    count = workers(settings)
    name = settings.engine
    if name is None:
        rest = iter(reports)
        first = list(islice(rest, settings.serial_below)) if count > 1 else []
        reports = chain(first, rest)
        name = "processes" if count > 1 and len(first) >= settings.serial_below else "serial"
    given = settings.of("engines", name)
    if name == "processes":
        given["workers"] = count
    engine: Engine = make("engines", name, given)
    return engine, reports
