"""The command line: parses, calls the flow, shows progress; the commands are in `commands/`, a module per family.

In: arguments. Out: records on standard output, everything for people on standard error, an exit code that means
something. Decision: every way to end is in one place, `main`: an error of ours is a sentence, a bug is a traceback with
a word on where to report it, an interrupted command leaves nothing half-written and no traceback.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from warledger.commands import (
    alerting,
    estimating,
    inspecting,
    ledgers,
    linking,
    people,
    places,
    reviewing,
    serving,
    showing,
    stages,
    why,
)
from warledger.commands.output import forsake_stdout
from warledger.errors import WarledgerError

DONE, UNDER, USAGE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

# What the machine refuses, which is neither the user's fault nor ours. EINVAL and the like are bugs.
ENVIRONMENT = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.EPERM, errno.EMFILE, errno.ENFILE,
               errno.EFBIG, errno.ENOMEM)

HELP = """Who said what about an armed conflict, and how far the versions agree.

Reads news reports, writes down every claim in them with who made it, and reconciles the claims into incidents in which
rival versions stand side by side. It never decides who is right.

\b
  reports  ->  claims  ->  incidents  ->  products
   read         code        link        show, export
  '----------------- run ----------------'

\b
Examples:
  warledger code report.txt --published 2020-02-05      claims of one report, as JSON lines
  warledger run reports/ --ledger war.db                all of it, into a ledger; again: adds what is new
  warledger show --ledger war.db --place Idlib          incidents, with the rival versions
  warledger export --ledger war.db --format html -o war.html
  warledger explain report.txt                          how each sentence was understood
  warledger why i_0123456789abcdef --ledger war.db      why an incident holds its claims
  warledger review --ledger war.db                      decide what is least sure, one key each
"""

EPILOG = """\b
Exit codes:
  0    done
  1    a score is under its floor, `check` found something, an estimate was refused, there were more problems than allowed,
       nothing could be read, or the disk is full
  2    the command cannot be carried out as it was given, or a source is missing (the others are done)
  3    a file of knowledge (actors, lexicons, places) is wrong
  4    the installation lacks something: run `warledger check`
  5    the ledger cannot be opened or written
  130  interrupted

\b
Records go to standard output, progress and problems to standard error. Settings: warledger.toml, see docs/settings.md.
"""

BUG = "This is a bug in Warledger, not in your input. Please report it with the lines above, as CONTRIBUTING.md says."

app = typer.Typer(
    name="warledger", help=HELP, epilog=EPILOG, no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)
stages.add_to(app)
linking.add_to(app)
ledgers.add_to(app)
showing.add_to(app)
why.add_to(app)
reviewing.add_to(app)
estimating.add_to(app)
inspecting.add_to(app)
places.add_to(app)
serving.add_to(app)
alerting.add_to(app)
people.add_to(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        import importlib.metadata

        print(f"warledger {importlib.metadata.version('warledger')}")
        raise typer.Exit(DONE)


@app.callback()
def _options(
    context: typer.Context,
    settings: Annotated[
        Path | None, typer.Option("--settings", metavar="FILE", help="A settings file other than warledger.toml.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    context.obj = settings


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs a command and leaves the process with its exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Runs a command; returns the exit code. Without arguments it is --help."""
    command: Any = typer.main.get_command(app)
    try:
        with command.make_context("warledger", list(arguments) or ["--help"]) as context:
            command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as ended:
        return ended.exit_code
    except WarledgerError as error:
        return _told(str(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _told("interrupted; nothing half-written was left behind", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has had enough of it ("| head"): that is no failure.
        forsake_stdout()
    except OSError as error:
        return _disk(error)
    except Exception as error:
        return _refused(error)
    return DONE


def _refused(error: Exception) -> int:
    """What the parser of arguments says of a usage that is wrong; anything else is a bug."""
    message = getattr(error, "format_message", None)
    if message is not None:
        context = getattr(error, "ctx", None)
        hint = f"\nTry '{context.command_path} --help'." if context is not None else ""
        return _told(f"{message()}{hint}", USAGE)
    traceback.print_exc()
    print(BUG, file=sys.stderr)
    return UNDER


def _disk(error: OSError) -> int:
    """A fault of the disk or the system in a sentence; a file that is missing within is a bug."""
    if error.errno not in ENVIRONMENT:
        return _refused(error)
    forsake_stdout()
    where = f"{error.filename}: " if error.filename else ""
    return _told(f"{where}{os.strerror(error.errno).lower()}; mend that and run the command again", UNDER)


def _told(sentence: str, code: int) -> int:
    print(f"warledger: {sentence}", file=sys.stderr)
    return code


def _terminate(*_: object) -> NoReturn:
    """Ends as Ctrl-C does, so that workers are stopped and nothing half-written stays."""
    sys.exit(TERMINATED)
