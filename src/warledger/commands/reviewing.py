"""The command with which analysts decide: review.

In: a ledger. Out: decisions in it, and claims linked anew. Decision: what is least sure is asked first; each decision is kept at
once, and claims are linked anew when the sitting ends, or by the next `run` where it was cut short.
"""

from __future__ import annotations

import dataclasses
import getpass
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from warledger.commands import options as given
from warledger.commands.filtering import Chosen, with_filters
from warledger.commands.output import STDOUT, write_records, writing
from warledger.errors import UsageError

if TYPE_CHECKING:
    from warledger.commands.review_session import Session
    from warledger.model import Decision
    from warledger.review import Question
    from warledger.settings import Settings
    from warledger.store import Filter, Ledger

REVIEW_HELP = """Decide what the program is least sure of, one key each.

Asks first what was decided and has changed since, then pairs that were joined or left apart by little, and incidents by how
contested or how weakly witnessed they are. Keys: s same, d different, u unsure, a confirm, r reject, p publish, e correct a
field, z undo, j next, k previous, q leave, ? help; a capital letter asks for the reason first. Keys may also come from a file.

Decisions are kept with who, when and why, and hold whenever claims are linked anew.

\\b
Examples:
  warledger review --ledger war.db --who "R. Haddad"
  warledger review --ledger war.db --place Idlib --since 2020-02-01
  warledger review i_0123456789abcdef --ledger war.db
  warledger review --ledger war.db --list --limit 50
  warledger review --ledger war.db --log
"""


class Shape(StrEnum):
    """How --log is shown."""

    table = "table"
    jsonl = "jsonl"


def add_to(app: typer.Typer) -> None:
    """Puts the command on the command line."""
    app.command("review", help=REVIEW_HELP)(review)


@with_filters("since", "until", "place", "actor", "type_", "limit")
def review(
    context: typer.Context,
    subjects: Annotated[list[str] | None, typer.Argument(metavar="[INCIDENT]...", help="Only these incidents.", show_default=False)] = None,
    ledger: given.LedgerFile = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who decides.", show_default="the login name")] = None,
    only_list: Annotated[bool, typer.Option("--list", help="Show the queue, and ask nothing.")] = False,
    log: Annotated[bool, typer.Option("--log", help="Show what was decided, and what became of it.")] = False,
    *,
    asked: Chosen,
    shape: Annotated[Shape, typer.Option("--format", help="How --log is shown.")] = Shape.table,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    from warledger.store import Ledger

    wanted = dataclasses.replace(asked.filter(), limit=None)
    with Ledger.open(path, create=False) as opened, writing(STDOUT) as stream:
        if log:
            _show_log(opened, shape, stream)
            return
        sitting = _sitting(opened, who, subjects or (), wanted, asked["limit"], settings)
        if only_list:
            _show_queue(sitting, stream)
        else:
            _sit(opened, sitting, settings)


def _show_log(ledger: Ledger, shape: Shape, stream: BinaryIO) -> None:
    from warledger.commands import views

    decided = list(ledger.decisions())
    if shape is Shape.jsonl:
        write_records(decided, stream)
    else:
        views.table(("when", "who", "what", "about", "why", "holds"), _log(decided), stream)


def _show_queue(sitting: Session, stream: BinaryIO) -> None:
    from warledger.commands import views

    rows = [(f"{min(one.uncertainty, 1):.2f}", _asked(one), " and ".join(one.subjects), one.why) for one in sitting.queue]
    views.table(("uncertain", "question", "about", "why it is asked"), rows, stream)


def _sit(ledger: Ledger, session: Session, settings: Settings) -> None:
    from warledger import flow

    before = len(session.incidents)
    if not session.queue:
        print("nothing is to be decided")
        return
    try:
        made = session.run()
    except KeyboardInterrupt:
        print(_kept(session) + ("; the next `warledger run` or `warledger review` links claims anew" if session.made else ""))
        raise
    print(_kept(session))
    if made:
        for problem in flow.decide([], ledger, settings):
            print(problem)
        print(f"claims are linked anew: {before} incidents before, {ledger.summary().incidents} now")


def _kept(session: Session) -> str:
    kept = len(session.made)
    return f"\n{kept} decision{'' if kept == 1 else 's'} kept" + ("" if kept else "; nothing has changed")


def _sitting(ledger: Ledger, who: str | None, subjects: Sequence[str], only: Filter, limit: int | None, settings: Settings) -> Session:
    """The queue with all that showing it takes."""
    from warledger.commands.lookup import followed
    from warledger.commands.review_session import Session, Typed
    from warledger.questioning import questions_of
    from warledger.store import Filter

    incidents = {one.id: one for one in ledger.incidents()}
    reports = {report.id: report for report in ledger.reports()}
    claims = {claim.id: claim for claim in ledger.claims()}
    wanted = {followed(ledger, one).id for one in subjects}
    queue = [one for one in questions_of(ledger, incidents, claims, settings) if not wanted or wanted.intersection(one.subjects)]
    if only != Filter():
        about = {name for incident in ledger.incidents(only) for name in (incident.id, *incident.claims)}
        queue = [one for one in queue if about.intersection(one.subjects)]
    if wanted and not queue:
        queue = _asked_for(sorted(wanted))
    name = who or _login()
    return Session(ledger, queue[:limit], name, Typed(), lambda line: print(line, flush=True), incidents, claims, reports)


def _asked_for(subjects: Sequence[str]) -> list[Question]:
    """Questions about incidents that are settled, and that somebody wants to decide anew."""
    from warledger.review import Question

    return [Question("whole", (one,), 0.0, "it was decided already") for one in subjects]


def _log(decisions: Sequence[Decision]) -> list[tuple[str, ...]]:
    from warledger.review import standing

    rows: list[tuple[str, ...]] = []
    undoing = {decision.id for decision in decisions if decision.undoes}
    for one in standing(decisions):
        made = one.decision
        what = f"undo {made.undoes}" if made.undoes else made.act + (f" {made.field}={made.value}" if made.field else "")
        rows.append((made.at[:19], made.who, what, " and ".join(made.subjects), made.why or "", "yes" if one.holds else "undone" if one.by in undoing else "replaced"))
    return rows


def _asked(question: Question) -> str:
    asked = "one happening?" if question.kind == "pair" else "does it stand?"
    return f"open again: {asked}" if question.decided else asked


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("who decides? give --who NAME") from None
