"""The flow as functions for a program or a notebook: read, code, link, series.

In: sources or records. Out: lists of records that also carry their problems. Decision: a list, not a stream, because
that is what one looks at; whoever has more reports than memory uses `warledger run` or `warledger.flow`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from warledger.model import Claim, Incident, Problem, Report

T = TypeVar("T")


class Reports(list[Report]):
    """Reports; problems holds what could not be read."""

    problems: list[Problem]


class Claims(list[Claim]):
    """Claims; problems holds what could not be coded."""

    problems: list[Problem]


class Incidents(list[Incident]):
    """Incidents; problems holds what could not be linked as it was asked."""

    problems: list[Problem]


def read(
    *sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    map: Mapping[str, str] | None = None,
) -> Reports:
    """The reports of files and folders, with their origins assigned.

    published (an ISO day or instant), outlet and language hold for reports that do not say theirs; map leads from a
    field of a report to the column or key that holds it. Raises UsageError where one of them makes no sense.
    """
    from warledger import flow
    from warledger.reports import ReadOptions

    options = ReadOptions(published=published, outlet=outlet, language=language, map=dict(map or {}))
    paths: list[str] = []
    for source in sources:
        several = [source] if isinstance(source, (str, os.PathLike)) else list(source)
        paths += [os.fspath(one) for one in several]
    reports, problems = _parted(flow.read(paths, options), Report)
    found = Reports(flow.with_origins(reports))
    found.problems = problems
    return found


def code(reports: Iterable[Report], workers: int = 1) -> Claims:
    """The claims in the reports, in their order.

    workers processes code at once. With more than one, a script must guard its own start with
    `if __name__ == "__main__":`, since each process imports it.
    """
    from warledger import flow, settings

    chosen = settings.load().model_copy(update={"workers": workers})
    claims, problems = _parted(flow.code(reports, chosen), Claim)
    found = Claims(claims)
    found.problems = problems
    return found


def link(claims: Iterable[Claim], reports: Iterable[Report] | None = None) -> Incidents:
    """The incidents that the claims are about. With the reports, copies of one story count as one origin."""
    from warledger import flow

    incidents, problems = _parted(flow.link(claims, reports), Incident)
    found = Incidents(incidents)
    found.problems = problems
    return found


def series(kind: str, claims: Iterable[Claim], reports: Iterable[Report] | None = None) -> list[Any]:
    """What lives longer than an incident, each entry with its sources, by days.

    kind is control (Holding), agreements (Agreement), ultimatums (Ultimatum), displacement (Displaced) or sieges (Siege).
    With the reports, entries name outlets and dates and count origins. Raises UsageError for another kind.
    """
    from warledger.errors import UsageError
    from warledger.incidents.series import KINDS
    from warledger.incidents.series import series as made

    if kind not in KINDS:
        raise UsageError(f"there is no series {kind!r}; there are {', '.join(KINDS)}")
    return made(kind, claims, {report.id: report for report in reports or ()})


def _parted(found: Iterable[Any], kind: type[T]) -> tuple[list[T], list[Problem]]:
    records: list[T] = []
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
        elif isinstance(one, kind):
            records.append(one)
    return records, problems
