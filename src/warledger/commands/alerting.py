"""The command that sends alerts of saved searches: alert.

In: a ledger with saved searches. Out: webhooks and e-mail, and a line on what was sent. Decision: a round is safe to run at any time and any number
of times, so cron may do it; what did not arrive is kept and tried again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from warledger.commands import options as given
from warledger.commands.screen import say

ALERT_HELP = """Send alerts of what is new or changed in saved searches.

Searches are saved on the screen (`warledger serve`), which also says where their alerts go; the settings [alerts] say where they may.
Each revision of an incident is told once. What does not arrive is kept, and tried again later.

\b
Examples:
  warledger alert --ledger war.db
  */10 * * * *  warledger alert --ledger /data/war.db        (a line of a crontab)
"""

FAILED = 1


def add_to(app: typer.Typer) -> None:
    """Puts the command on the command line."""
    app.command("alert", help=ALERT_HELP)(alert)


def alert(
    context: typer.Context,
    ledger: given.LedgerFile = None,
    again: Annotated[bool, typer.Option("--again", help="Also what was put off or given up.")] = False,
) -> None:
    settings = given.settings_of(context)
    path = Path(given.existing_ledger(ledger, settings))
    from warledger.api.clock import one_round

    done = one_round(path, settings, again)
    if done.busy:
        say("another process is sending alerts of this ledger; nothing to do")
        return
    for failure in done.failures:
        say(failure)
    say(f"alerts: {done.sent} sent, {done.put_off} to be tried again, {done.given_up} given up")
    if done.failures:
        raise typer.Exit(FAILED)
