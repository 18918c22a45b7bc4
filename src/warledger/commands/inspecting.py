"""The commands that look at Warledger itself: explain, score, check.

In: a report, annotated data, or the installation. Out: how a text was understood, figures, findings. Decision: each is
also a test that a script can use: what is under its floor or not sound leaves with exit code 1.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from warledger.commands import options as given
from warledger.commands.output import STDOUT, writing
from warledger.commands.screen import Screen, say
from warledger.errors import SourceError, UsageError
from warledger.model import Report

EXPLAIN_HELP = """Show how a report was understood.

Sentence by sentence: mentions, clauses, frames, voices, claims.

\b
Examples:
  warledger explain report.txt --published 2020-02-05
  warledger explain report.txt --sentence 3
  warledger explain reports.jsonl --report r_0123456789abcdef
"""

SCORE_HELP = """Measure the pipeline on text that others annotated.

Prints the field's metrics beside their floors (benchmarks/floors.toml), and leaves with exit code 1 where one is under its
floor. With --limit no floor holds: a floor is a promise about the whole set.

\b
Examples:
  warledger score seed
  warledger score claims --data ../sets
  warledger score reading --limit 50 --json
"""

CHECK_HELP = """Look whether the installation is sound.

Python, the settings, extensions, the language model, the gazetteer, actors, lexicons, and a ledger. Leaves with exit code 1 where something is not, and says what to do.
"""

FOUND_SOMETHING = 1

# In a checkout: src/warledger/commands/inspecting.py, three folders under the root. The sets are kept beside it.
CHECKOUT = Path(__file__).resolve().parents[3]
SETS = Path("..", "shared", "data")


def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("explain", help=EXPLAIN_HELP)(explain)
    app.command("score", help=SCORE_HELP)(score)
    app.command("check", help=CHECK_HELP)(check)


def explain(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="REPORT", help="A file with the report, or -.", show_default=False)],
    sentence: Annotated[int | None, typer.Option("--sentence", metavar="N", min=1, help="Only this sentence, from 1.")] = None,
    report: Annotated[str | None, typer.Option("--report", metavar="ID", help="Which report of the file: its id, or the id that the file gives it.")] = None,
    published: given.Published = None,
    outlet: given.Outlet = None,
    language: given.Language = None,
    mapping: given.Mapping = None,
) -> None:
    settings = given.settings_of(context)
    options = given.read_options(published, outlet, language, mapping)
    stdin = given.checked([source])
    from rich.console import Console

    from warledger import flow
    from warledger.claims.explain import explain as explained
    from warledger.extensions import make

    with Screen(settings.problems_shown) as screen:
        reports = list(screen.aside(flow.read([source], options, stdin, settings)))
    chosen = _chosen(reports, report, source)
    try:
        layers = explained(chosen, sentence, make("coders", "rules", settings.of("coders", "rules")).settings)
    except ValueError as error:
        # So it says, by its docstring, of a number that no sentence has; without a number it is a bug.
        if sentence is None:
            raise
        raise UsageError(str(error)) from error
    console = Console(width=shutil.get_terminal_size().columns)
    with console.capture() as captured:
        console.print(layers)
    with writing(STDOUT) as stream:
        stream.write(captured.get().encode("utf-8", "replace"))


def score(
    suite: Annotated[str, typer.Argument(metavar="SUITE", help="What to measure; an unknown name lists them all.", show_default=False)],
    data: Annotated[Path | None, typer.Option("--data", metavar="DIR", help="The folder of the annotated sets.", show_default="../shared/data")] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Only the first so many documents.")] = None,
    predictions: Annotated[Path | None, typer.Option("--predictions", metavar="FILE", help="Where to write what was found.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    from warledger.scoring import run_suite

    result = run_suite(suite, data or _annotated_sets(), limit, predictions)
    print(result.to_json() if as_json else result)
    for sentence in result.under:
        say(f"under its floor: {sentence}")
    if not result.ok:
        raise typer.Exit(FOUND_SOMETHING)


def _annotated_sets() -> Path:
    """The folder of the annotated sets where it usually is. Raises SourceError where it is not there."""
    usual = [root / SETS for root in (CHECKOUT, Path.cwd())]
    found = next((folder.resolve() for folder in usual if folder.is_dir()), None)
    if found is None:
        raise SourceError(f"the annotated sets are no part of Warledger, and there is no {SETS} beside its checkout or "
                          "the working folder; --data DIR says where they are")
    return found


def check(context: typer.Context, ledger: given.LedgerFile = None) -> None:
    from warledger.installation import findings

    settings_file: Path | None = context.obj
    unsound = 0
    for finding in findings(ledger, settings_file):
        print(f"{'ok ' if finding.ok else 'NOT'} {finding.name:<15} {finding.detail}", flush=True)
        if not finding.ok:
            unsound += 1
            print(f"    {'':<15} to do: {finding.remedy}", flush=True)
    if unsound:
        say(f"warledger: {unsound} of what was looked at {'is' if unsound == 1 else 'are'} not sound")
        raise typer.Exit(FOUND_SOMETHING)


def _chosen(reports: list[Report], wanted: str | None, source: str) -> Report:
    """The report to explain. Raises where there is none, or several and none was named."""
    if wanted is not None:
        found = [one for one in reports if wanted in (one.id, one.source_id)]
        if not found:
            raise UsageError(f"{source} has no report {wanted!r}; it has {len(reports)} reports")
        return found[0]
    if not reports:
        raise SourceError(f"there is no report in {source}")
    if len(reports) > 1:
        say(f"{source} has {len(reports)} reports; this is the first, --report ID names another")
    return reports[0]
