"""The command that fills a ledger: run.

In: sources. Out: a ledger, and what it holds now. Decision: what comes in changes it in one transaction, or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from warledger.commands import options as given
from warledger.commands.screen import Screen, UnreadError, say

if TYPE_CHECKING:
    from warledger.summary import Summary

RUN_HELP = """Read, code and link sources into a ledger; all of it.

Running it again adds only reports that the ledger does not hold, and changes nothing where there are none. A run that
is interrupted leaves the ledger as it was.

\b
Examples:
  warledger run reports/ --ledger war.db
  warledger run archive.jsonl more/ --ledger war.db -j 4 --max-problems 100
"""

TOO_MANY = 1


def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("run", help=RUN_HELP)(run)


def run(
    context: typer.Context,
    sources: given.Sources,
    ledger: given.LedgerFile = None,
    published: given.Published = None,
    outlet: given.Outlet = None,
    language: given.Language = None,
    mapping: given.Mapping = None,
    workers: given.Workers = None,
    max_problems: Annotated[
        int | None, typer.Option("--max-problems", metavar="N", min=0, help="Fail (exit 1) where there are more problems than this.")
    ] = None,
) -> None:
    settings = given.settings_of(context, workers)
    path = given.ledger_path(ledger, settings)
    options = given.read_options(published, outlet, language, mapping)
    stdin, absent = given.checked(sources), given.missing(sources)
    from warledger import flow
    from warledger.model import Problem
    from warledger.store import Ledger

    summary = None
    with Screen(settings.problems_shown) as screen, Ledger.open(path) as opened:
        for one in flow.run(sources, opened, options, stdin, settings, screen.progress):
            if isinstance(one, Problem):
                screen.problem(one)
            else:
                summary = one
    assert summary is not None, "a run ends with its summary"
    print(_summary(summary, str(path)))
    allowed = settings.max_problems if max_problems is None else max_problems
    met = sum(summary.problems.values())
    if allowed is not None and met > allowed:
        say(f"warledger: {met} problems are more than the {allowed} that were allowed")
        raise typer.Exit(TOO_MANY)
    given.tell_missing(absent)
    if met and not summary.read:
        raise UnreadError("nothing could be read")


def _summary(summary: Summary, ledger: str) -> str:
    """The closing lines of a run."""
    rows = [
        ("reports", summary.reports, summary.new_reports),
        ("claims", summary.claims, summary.new_claims),
        ("incidents", summary.incidents, None),
        ("origins", summary.origins, None),
    ]
    lines = [f"{name:<10}{count:>9,}" + (f"   {new:+,}" if new else "") for name, count, new in rows]
    kinds = [f"  {kind:<20}{count:>7,}" for kind, count in sorted(summary.problems.items())]
    total = sum(summary.problems.values())
    head = f"nothing new: {ledger} is as it was" if not summary.changed else f"{ledger} now holds"
    return "\n".join([head, *lines, f"{'problems':<10}{total:>9,}   in this run" if total else "no problems", *kinds])
