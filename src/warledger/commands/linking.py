"""The commands about linking: join claims into incidents, link a ledger anew, learn the weights from one's own data.

In: claims, or a ledger with decisions and labels. Out: incidents as JSON lines, or a file of weights. Decision: `warledger link CLAIMS` is
what is asked for nearly always, so it needs no further word; a file that is called as a command is named with its folder: ./train.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from warledger.commands import options as given
from warledger.commands.output import STDOUT, write_records, writing
from warledger.commands.records import load_records
from warledger.commands.screen import Screen, say
from warledger.model import Claim, Problem, Report

if TYPE_CHECKING:
    from warledger.training import Trained

HELP = """Join claims into incidents; write an incident per line.

Claims about one happening are joined, however much they differ.

With the reports, copies of one story count once; without, each report counts as its own origin.

\b
Examples:
  warledger link claims.jsonl --reports reports.jsonl -o incidents.jsonl
  warledger link train --ledger war.db -o weights.json      learn the weights from your own decisions
  warledger link anew --ledger war.db                       link a whole ledger once more
"""

LINK_HELP = """Join claims into incidents: the same as `warledger link CLAIMS`."""

TRAIN_HELP = """Learn how much each piece of evidence weighs, from your own data.

Learns from what analysts decided in the ledger to be the same or different, and from labels in a CSV, with the columns one, other
and same (two ids of claims or incidents; yes or no), or report and incident (a report's id, or its id in the source, and any name
for the incident that it is mainly about). Weights of which the examples say nothing stay as they are.

\b
Examples:
  warledger link train --ledger war.db -o weights.json
  warledger link train --ledger war.db --labels pairs.csv --labels reports.csv -o weights.json

\b
Then, in warledger.toml:
  [linkers.evidence]
  weights = "weights.json"
"""

ANEW_HELP = """Link all claims of a ledger once more, as after a change of the weights; decisions and ids hold.

\b
Example:
  warledger link anew --ledger war.db
"""

DEFAULT, ASKING = "claims", ("-h", "--help")


class ClaimsFirst(TyperGroup):
    """A group of commands of which one needs no name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Puts the command in that is meant where none is named."""
        named = bool(args) and (args[0] in self.commands or args[0] in ASKING)
        parsed: list[str] = super().parse_args(ctx, args if named else [DEFAULT, *args])
        return parsed


app = typer.Typer(name="link", help=HELP, cls=ClaimsFirst, rich_markup_mode=None,
                  context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})


def add_to(parent: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command(DEFAULT, help=LINK_HELP)(link)
    app.command("train", help=TRAIN_HELP)(train)
    app.command("anew", help=ANEW_HELP)(anew)
    parent.add_typer(app)


def link(
    context: typer.Context,
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="Claims as `warledger code` writes them, or -.", show_default=False)],
    reports: Annotated[
        str | None, typer.Option("--reports", metavar="FILE", help="The reports of the claims, as `warledger read` writes them.")
    ] = None,
    output: given.Output = STDOUT,
) -> None:
    settings = given.settings_of(context)
    from warledger import flow

    with Screen(settings.problems_shown) as screen, writing(output) as stream:
        coded: Iterable[Claim | Problem] = load_records(claims, Claim)
        known = None if reports is None else list(screen.aside(load_records(reports, Report)))
        write_records(screen.aside(flow.link(screen.aside(coded), known, settings=settings)), stream)
        screen.refuse_nothing()


def train(
    context: typer.Context,
    ledger: given.LedgerFile = None,
    labels: Annotated[list[Path] | None, typer.Option("--labels", metavar="FILE", help="Labelled pairs or reports, as CSV; may be given again.")] = None,
    output: given.Output = STDOUT,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    from warledger.incidents.trained import written
    from warledger.incidents.weights import load_weights
    from warledger.store import Ledger
    from warledger.training import merged, read_labels
    from warledger.training import train as trained_on

    told = merged(read_labels(file) for file in labels or ())
    with Ledger.open(path, create=False) as opened, writing(output) as stream:
        trained = trained_on(opened, told, load_weights())
        stream.write(written(trained.weights, trained.told()).encode())
    _tell(trained)


def _tell(trained: Trained) -> None:
    say(f"learnt from {trained.same} pairs of one happening and {trained.different} of two")
    if trained.barred:
        say(f"{trained.barred} pairs are kept apart by days, places or roles that cannot be one; no weight changes that, a decision does")
    if trained.unknown:
        say(f"{trained.unknown} names of claims, incidents or reports were not found in the ledger, or are in nothing that can be linked")
    before, after = trained.before, trained.after
    say(f"pairs that the weights were not learnt from: F1 {after.f1:.3f} (precision {after.precision:.3f}, recall {after.recall:.3f}); "
        f"before {before.f1:.3f} (precision {before.precision:.3f}, recall {before.recall:.3f})")
    if after.f1 <= before.f1:
        say("the new weights do no better there: keep the ones that you have, or label more")


def anew(context: typer.Context, ledger: given.LedgerFile = None) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    from warledger import flow
    from warledger.store import Ledger

    with Screen(settings.problems_shown) as screen, Ledger.open(path, create=False) as opened:
        before = {one.id: one.revision for one in opened.incidents()}
        for problem in flow.relink(opened, None, settings):
            screen.problem(problem)
        after = {one.id: one.revision for one in opened.incidents()}
    changed = sum(before.get(name) != revision for name, revision in after.items())
    say(f"{len(after)} incidents, of which {changed} are new or changed; {len(before.keys() - after.keys())} are gone into others or ended")
