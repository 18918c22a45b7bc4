"""The command that shows a ledger in a browser: serve.

In: a ledger, its file of users, the settings [serve] and [publish]. Out: an HTTP server until it is interrupted. Decision: without users it listens
on this machine only, since whoever reaches it may decide; another address is refused with the reason. With users everybody signs in, on this
machine too: a proxy may stand before it.
"""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.commands import options as given
from warledger.commands.screen import say
from warledger.errors import UsageError

if TYPE_CHECKING:
    import uvicorn

    from warledger.api.people import People
    from warledger.settings import Settings

SERVE_HELP = """Show a ledger in the browser.

Map, timeline and the matrix of who says what; the API answers under /api/v1. Ctrl-C ends it. Without users it is for the
person at this machine; `warledger user add NAME` makes it one for several, who sign in.

\b
Examples:
  warledger serve --ledger war.db
  warledger serve --ledger war.db --port 9000
  warledger serve --ledger war.db --host 0.0.0.0 --certificate cert.pem --key key.pem
"""

HERE = "127.0.0.1"
USUAL_PORT = 8470
# How many ports after the usual one are tried where it is taken.
TRIES = 50
# More requests at a time are answered with 503 rather than kept waiting.
MOST_AT_A_TIME = 200
# A request that changes threads waits so long each time while a series is worked out; Python's own 5 ms add up.
SWITCH_S = 0.0005
Pem = Annotated[Path | None, typer.Option("--certificate", metavar="FILE", help="The certificate for TLS (PEM).", show_default="the setting serve.certificate")]
KeyPem = Annotated[Path | None, typer.Option("--key", metavar="FILE", help="The key of the certificate (PEM).", show_default="the setting serve.key")]


def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("serve", help=SERVE_HELP)(serve)


def serve(
    context: typer.Context,
    ledger: given.LedgerFile = None,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on; 0.0.0.0 is every one of this machine.")] = HERE,
    port: Annotated[int | None, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 is any that is free.", show_default="8470, or the next that is free")] = None,
    certificate: Pem = None,
    key: KeyPem = None,
) -> None:
    import sys

    import uvicorn

    from warledger.api.people import people_of

    settings = given.settings_of(context)
    path = Path(given.existing_ledger(ledger, settings))
    people = people_of(path, settings)
    if people is None and not _is_here(host):
        raise UsageError(f"{host} can be reached by others, and nobody has been given a password: whoever reaches it could change everything. "
                         f"`warledger user add NAME --ledger {path}` makes users; without any, `warledger serve` listens on {HERE} only")
    tls = _tls(certificate or settings.serve.certificate, key or settings.serve.key)
    config = _config(path, settings, host, people, tls)
    listening = _listen(host, port)
    shown = host if ":" not in host else f"[{host}]"
    say(f"{path} is shown at http{'s' if tls else ''}://{shown}:{listening.getsockname()[1]}/  (Ctrl-C ends it)")
    if people is not None and not tls and not settings.serve.proxies and not _is_here(host):
        say("passwords travel in the open: give --certificate and --key, or name the proxy that brings TLS in the setting serve.proxies")
    sys.setswitchinterval(SWITCH_S)
    uvicorn.Server(config).run(sockets=[listening])


def _config(path: Path, settings: Settings, host: str, people: People | None, tls: tuple[Path, Path] | None) -> uvicorn.Config:
    import uvicorn

    from warledger.api.accounts import Accounts
    from warledger.api.application import create_app

    access = None if people is None else Accounts(people, settings.publish.required)
    app = create_app(path, settings, _names(settings, host), access)
    proxies = list(settings.serve.proxies)
    try:
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, date_header=False, limit_concurrency=MOST_AT_A_TIME, ws="none",
            proxy_headers=bool(proxies), forwarded_allow_ips=proxies or None, ssl_certfile=tls[0] if tls else None, ssl_keyfile=tls[1] if tls else None)
        config.load()
    except OSError as error:  # ssl.SSLError is one
        raise UsageError(f"the certificate and key {tls[0]} and {tls[1]} cannot be used: {error}" if tls else str(error)) from None
    return config


def _tls(certificate: Path | None, key: Path | None) -> tuple[Path, Path] | None:
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise UsageError("TLS needs both --certificate and --key")
    for file in (certificate, key):
        if not file.is_file():
            raise UsageError(f"there is no file {file}")
    return certificate, key


def _names(settings: Settings, host: str) -> tuple[str, ...]:
    """The names under which the server may be asked for."""
    from warledger.api.safety import ADDRESSES, LOOPBACK

    own = tuple(name.casefold() for name in settings.serve.hosts)
    if own or _is_here(host):
        return (*LOOPBACK, *own)
    return (*LOOPBACK, ADDRESSES, socket.gethostname().casefold(), socket.getfqdn().casefold())


def _is_here(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int | None) -> socket.socket:
    """A socket that is bound. Raises UsageError where the port, or every port that was tried, is taken, or the address is none of ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    ports = [port] if port is not None else range(USUAL_PORT, USUAL_PORT + TRIES)
    for one in ports:
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, one))
            return made
        except socket.gaierror:
            made.close()
            raise UsageError(f"{host} is no address of this machine") from None
        except OSError:
            made.close()
    raise UsageError(f"port {port} of {host} cannot be had; --port 0 takes any that is free" if port is not None else f"no port of {host} from {USUAL_PORT} on can be had")
