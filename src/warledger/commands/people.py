"""The commands about who may use a server: user add, list, remove and token.

In: names; passwords from the terminal without echo, or from standard input. Out: the file of users beside the ledger. Decision: a password is never
an argument, where every user of the machine and the shell's history would see it; a token goes to standard output once, and is kept nowhere.
"""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.commands import options as given
from warledger.commands.screen import say
from warledger.errors import UsageError

if TYPE_CHECKING:
    from warledger.api.people import People

USER_HELP = "Who may use `warledger serve`: add, list and remove users, give tokens for programs."
ADD_HELP = """Add a user, or give one who is there another role or password.

The password is asked for twice without echo, or is the first line of standard input where that is no terminal. A viewer looks,
an analyst decides too, an admin manages too.

\b
Examples:
  warledger user add ada --role analyst --ledger war.db
  pass show war | warledger user add ada --role admin --ledger war.db
  warledger user add feed-reader --no-password --ledger war.db
"""
LIST_HELP = "List the users with their roles and the names of their tokens."
REMOVE_HELP = "Remove a user; sessions, tokens, feeds and alerts end at once. What they decided stays."
TOKEN_HELP = """Make a token with which a program acts as a user, in the header `Authorization: Bearer`.

It is printed once. One of the same name is replaced; --drop ends it.

\b
Examples:
  warledger user token ada --name notebook --ledger war.db
  warledger user token ada --name notebook --drop --ledger war.db
"""

Name = Annotated[str, typer.Argument(metavar="NAME", help="The user's name.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    family = typer.Typer(help=USER_HELP, no_args_is_help=True, rich_markup_mode=None)
    family.command("add", help=ADD_HELP)(add)
    family.command("list", help=LIST_HELP)(list_)
    family.command("remove", help=REMOVE_HELP)(remove)
    family.command("token", help=TOKEN_HELP)(token)
    app.add_typer(family, name="user")


def add(
    context: typer.Context,
    name: Name,
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="viewer, analyst or admin.")] = "viewer",
    no_password: Annotated[bool, typer.Option("--no-password", help="Without a password: only by token.")] = False,
    ledger: given.LedgerFile = None,
) -> None:
    """See ADD_HELP."""
    from warledger.api.passwords import checked_name
    from warledger.api.people import People

    people = People(_file(context, ledger))
    shown = checked_name(name)
    password = None if no_password else _password(shown)
    people.add(shown, role, password)
    say(f"{shown} is {'an' if role[0] == 'a' else 'a'} {role} ({people.path})")


def list_(context: typer.Context, ledger: given.LedgerFile = None) -> None:
    """See LIST_HELP."""
    for one in _known(context, ledger).all():
        how = ["password"] * one.has_password + [f"token {label}" for label in one.tokens]
        print("\t".join((one.name, one.role, ", ".join(how) or "cannot sign in")))


def remove(context: typer.Context, name: Name, ledger: given.LedgerFile = None) -> None:
    """See REMOVE_HELP."""
    people = _known(context, ledger)
    people.remove(name)
    _end_what_they_follow(context, name, ledger)
    say(f"{name} is no user any more" if people else f"{name} is no user any more; there are none now, and the ledger is for this machine alone")


def token(
    context: typer.Context,
    name: Name,
    label: Annotated[str, typer.Option("--name", metavar="WORD", help="What the token is for.")] = "token",
    drop: Annotated[bool, typer.Option("--drop", help="End the token of this name.")] = False,
    ledger: given.LedgerFile = None,
) -> None:
    """See TOKEN_HELP."""
    people = _known(context, ledger)
    if drop:
        people.drop_token(name, label)
        say(f"the token {label} of {name} does not hold any more")
    else:
        print(people.new_token(name, label))


def _file(context: typer.Context, ledger: str | None) -> Path:
    """The file of users of a ledger."""
    from warledger.api.people import beside

    settings = given.settings_of(context)
    return settings.serve.users or beside(Path(given.existing_ledger(ledger, settings)))


def _known(context: typer.Context, ledger: str | None) -> People:
    """The users that there are. Raises UsageError where there are none; no file is made by looking."""
    from warledger.api.people import People

    file = _file(context, ledger)
    if not file.exists():
        raise UsageError(f"there are no users: no file {file}")
    return People(file)


def _end_what_they_follow(context: typer.Context, name: str, ledger: str | None) -> None:
    """Ends the keys of somebody's feeds, and their alerts."""
    from warledger.api.saved import Saved, beside

    file = beside(Path(given.existing_ledger(ledger, given.settings_of(context))))
    if file.exists() and Saved(file).end_of(name):
        say(f"the feeds and alerts of {name} have ended")


def _password(name: str) -> str:
    """The password that is typed twice, or the first line of standard input where nobody is there to type."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline().rstrip("\r\n")
        if not line:
            raise UsageError("there was no password on standard input")
        return line
    first = getpass.getpass(f"Password of {name}: ")
    if getpass.getpass("Again: ") != first:
        raise UsageError("these are two different passwords; nothing was changed")
    return first
