"""The command that shows a ledger in a browser: serve.

In: a ledger. Out: an HTTP server until it is interrupted. Decision: without users it listens on this machine only, since
whoever reaches it may decide; another address is refused with the reason.
"""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from warledger.commands import options as given
from warledger.commands.screen import say
from warledger.errors import UsageError

SERVE_HELP = """Show a ledger in the browser, on this machine.

Map, timeline and the matrix of who says what; the API answers under /api/v1. Ctrl-C ends it.

\b
Examples:
  warledger serve --ledger war.db
  warledger serve --ledger war.db --port 9000
"""

HERE = "127.0.0.1"
USUAL_PORT = 8470
# How many ports after the usual one are tried where it is taken.
TRIES = 50


def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("serve", help=SERVE_HELP)(serve)


def serve(
    context: typer.Context,
    ledger: given.LedgerFile = None,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")] = HERE,
    port: Annotated[int | None, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 is any that is free.", show_default="8470, or the next that is free")] = None,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    if host not in (HERE, "localhost", "::1"):
        raise UsageError(f"{host} can be reached by others, and nobody has been given a password; `warledger serve` listens on {HERE} only")
    import uvicorn

    from warledger.api.application import create_app

    listening = _listen(host, port)
    bound = listening.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(Path(path), settings), log_level="warning", access_log=False, server_header=False, date_header=False))
    say(f"{path} is shown at http://{'[::1]' if host == '::1' else host}:{bound}/  (Ctrl-C ends it)")
    server.run(sockets=[listening])


def _listen(host: str, port: int | None) -> socket.socket:
    """A socket that is bound. Raises UsageError where the port, or every port that was tried, is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    ports = [port] if port is not None else range(USUAL_PORT, USUAL_PORT + TRIES)
    for one in ports:
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, one))
            return made
        except OSError:
            made.close()
    raise UsageError(f"port {port} is taken; --port 0 takes any that is free" if port is not None else f"no port from {USUAL_PORT} on is free")
