"""The command that estimates how many incidents nobody told of: estimate.

In: a ledger and which of its incidents. Out: estimates by published methods, with intervals and assumptions, or the reason for none.
Decision: what is estimated is never written into a ledger or an export; it says on every line that it is no count.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.commands import options as given
from warledger.commands.filtering import Chosen, with_filters
from warledger.commands.output import STDOUT, writing
from warledger.errors import UsageError

if TYPE_CHECKING:
    from warledger.incidents.capture_recapture import Estimate, Model
    from warledger.incidents.overlap import Inclusion

ESTIMATE_HELP = """Estimate how many incidents there were in all, told of or not.

From how far the sources overlap: Chao's lower bound from all of them, and a log-linear model of a few. A source is an origin, not
an outlet. It is an estimate and no count, it stands or falls with the assumptions that it prints, and it is refused, with the
reason and exit code 1, where the data cannot bear it.

\\b
Examples:
  warledger estimate --ledger war.db --place Idlib --type ASSAULT --since 2020-02-01 --until 2020-02-29
  warledger estimate --ledger war.db --source SANA --source "Syrian Observatory for Human Rights"
"""

REFUSED = 1
ASSUMPTIONS = (
    "The population is closed and one: the incidents of these days, places and types, and nothing else. Narrow it with the options.",
    "Incidents are matched without error: one that is split in two looks like two that only one source tells of, and raises the estimate.",
    "Whatever is told happened: a false report counts like a true one.",
    "Chao's lower bound: sources tell of an incident independently of each other; where incidents differ in how likely they are told, it "
    "is a lower bound.",
    "Log-linear model: every incident of the population can be told of by each source, and sources depend on each other in pairs only, "
    "as the model says.",
    "The interval is that of the method, given that its assumptions hold and the model is right; it says nothing of what they leave out.",
)


class Shape(StrEnum):
    """How estimates are shown."""

    text = "text"
    json = "json"


@dataclass(frozen=True)
class Findings:
    """What came of it: an estimate or the reason for none, by method."""

    chao: Estimate | str
    sources: tuple[str, ...]
    best: Model | str
    near: tuple[Model, ...]


def add_to(app: typer.Typer) -> None:
    """Puts the command on the command line."""
    app.command("estimate", help=ESTIMATE_HELP)(estimate)


@with_filters("since", "until", "place", "actor", "type_", "as_of")
def estimate(
    context: typer.Context,
    ledger: given.LedgerFile = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="NAME", help="A source for the log-linear model; give it two to five times.", show_default="the largest that overlap")
    ] = None,
    *,
    asked: Chosen,
    shape: Annotated[Shape, typer.Option("--format", help="Text for people, or one JSON object.")] = Shape.text,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    from warledger.incidents.overlap import inclusion
    from warledger.store import Filter, Ledger

    wanted = asked.filter()
    with Ledger.open(path, create=False) as opened:
        incidents = list(opened.incidents(wanted))
        reports = {report.id: report for report in opened.reports(Filter(as_of=wanted.as_of))}
        matrix = inclusion(incidents, opened.claims(Filter(as_of=wanted.as_of)), reports)
    found = _findings(matrix, _named(matrix, source or ()))
    with writing(STDOUT) as stream:
        text = _json(matrix, found) if shape is Shape.json else "\n".join(_lines(matrix, found))
        stream.write(f"{text}\n".encode("utf-8", "replace"))
    if isinstance(found.chao, str) and isinstance(found.best, str):
        raise typer.Exit(REFUSED)


def _named(matrix: Inclusion, wanted: Sequence[str]) -> tuple[str, ...]:
    """The keys of the sources that somebody names. Raises UsageError for one that tells of nothing here."""
    keys = []
    for name in wanted:
        found = [key for key, known in matrix.names.items() if name.casefold() in (known.casefold(), key.casefold())]
        if not found:
            known = ", ".join(matrix.names[key] for key in list(matrix.sizes())[:10])
            raise UsageError(f"no source here is called {name!r}; the largest are: {known or 'none'}")
        keys.append(found[0])
    if len(set(keys)) != len(keys):
        raise UsageError("a source was named twice")
    return tuple(keys)


def _findings(matrix: Inclusion, wanted: tuple[str, ...]) -> Findings:
    from warledger.incidents.capture_recapture import (
        CannotBearError,
        chao_lower_bound,
        chosen_sources,
        log_linear,
    )

    chao: Estimate | str
    best: Model | str
    near: list[Model] = []
    try:
        chao = chao_lower_bound(matrix.frequencies(), len(matrix.sources))
    except CannotBearError as error:
        chao = str(error)
    overlaps: dict[tuple[str, str], int] = {}
    for _incident, told in matrix.rows:
        for pair in itertools.combinations(sorted(told), 2):
            overlaps[pair] = overlaps.get(pair, 0) + 1
    sources = wanted or tuple(chosen_sources(matrix.sizes(), overlaps))
    try:
        best, near = log_linear(matrix.patterns(sources))
    except CannotBearError as error:
        best = str(error)
    return Findings(chao, tuple(matrix.names[key] for key in sources), best, tuple(near))


def _lines(matrix: Inclusion, found: Findings) -> Iterator[str]:
    frequencies = matrix.frequencies()
    yield "ESTIMATE, not a count. It is no finding of fact."
    yield f"Counted: {len(matrix.rows):,} incidents, told of by {len(matrix.sources):,} sources (origins)."
    yield "Told of by " + (", ".join(f"{number} source{'' if number == 1 else 's'}: {count:,}" for number, count in frequencies.items()) or "none") + "."
    yield ""
    if isinstance(found.chao, str):
        yield f"Chao's lower bound: refused. {found.chao[0].upper()}{found.chao[1:]}."
    else:
        yield f"Chao's lower bound (Chao 1987): {_range(found.chao)}."
    if isinstance(found.best, str):
        yield f"Log-linear model: refused. {found.best[0].upper()}{found.best[1:]}."
    else:
        yield f"Log-linear model (Fienberg 1972) of {', '.join(found.sources)}: {_range(found.best.estimate)}."
        yield (f"  Model: {_terms(found.best, found.sources)}; deviance {found.best.deviance:.1f} on {found.best.freedom} degrees of freedom, "
               f"AIC {found.best.aic:.1f}.")
        yield f"  These sources tell of {found.best.estimate.counted:,} incidents. Interval by the profile likelihood (Cormack 1992)."
        others = [model.estimate.total for model in found.near]
        if len(others) > 1:
            yield f"  {len(others)} models fit about as well (AIC within 2); they give {min(others):,.0f} to {max(others):,.0f}."
    yield ""
    yield "What it assumes:"
    for assumption in ASSUMPTIONS:
        yield f"- {assumption}"


def _range(one: Estimate) -> str:
    from warledger.incidents.capture_recapture import CONFIDENCE

    bound = "at least about" if one.method.startswith("Chao") else "about"
    return f"{bound} {one.total:,.0f} in all, of which {one.counted:,} are counted; {CONFIDENCE:.0%} interval {one.low:,.0f} to {one.high:,.0f}, standard error {one.error:,.0f}"


def _terms(model: Model, sources: Sequence[str]) -> str:
    if not model.terms:
        return "the sources are independent"
    return "these depend on each other: " + "; ".join(f"{sources[one]} and {sources[other]}" for one, other in model.terms)


def _json(matrix: Inclusion, found: Findings) -> str:
    import json

    plain = {
        "label": "estimate, not a count", "counted": len(matrix.rows), "sources": len(matrix.sources),
        "told_of_by": {str(number): count for number, count in matrix.frequencies().items()},
        "chao": {"refused": found.chao} if isinstance(found.chao, str) else asdict(found.chao),
        "log_linear": {"sources": list(found.sources), **({"refused": found.best} if isinstance(found.best, str) else asdict(found.best))},
        "about_as_good": [asdict(model) for model in found.near], "assumptions": list(ASSUMPTIONS),
    }
    return json.dumps(plain, ensure_ascii=False)
