"""What keeps a hostile report, page or host name from doing anything through us.

In: requests and answers. Out: headers that allow only what is ours; 421 for a host name that is not, 403 for what another page sends, 413 for
what is too long. Decision: the page is served with its own files and nothing else; a strange host name is another page's attempt to read what only
this network reaches (DNS rebinding), and is refused; an address is no name that somebody could turn round.
"""

from __future__ import annotations

import ipaddress
from http import HTTPStatus
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from warledger.api.failures import bug, problem

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
    "worker-src 'self' blob:", "child-src blob:", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"))
HEADERS = {
    "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()"}
# A browser that has come over TLS once comes over TLS for a year.
OVER_TLS = {"Strict-Transport-Security": "max-age=31536000"}
# What an answer of the API is kept by: by nobody but its reader, and never unasked.
OF_THE_API = {"Cache-Control": "private, no-cache"}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
# Stands among the names of a server for any address in numbers.
ADDRESSES = "any address"
# Nothing that may be sent to us is longer.
LONGEST_BODY = 1_000_000
SAFE = ("GET", "HEAD", "OPTIONS")
# Where a request comes from, as browsers say: from our own page, or from a person.
OURS = ("same-origin", "none")
API = "/api/"


def policy(beside: str | None) -> str:
    """The policy of content; beside is the one origin that a map may be asked of beside this server."""
    if beside is None:
        return POLICY
    return POLICY.replace("connect-src 'self'", f"connect-src 'self' {beside}").replace("img-src 'self'", f"img-src 'self' {beside}")


def add_to(app: FastAPI, hosts: tuple[str, ...], beside: str | None = None) -> None:
    """hosts are the names under which the server may be asked for; none given, any will do. beside as in policy."""
    app.add_middleware(Safe, hosts=hosts, headers=HEADERS | {"Content-Security-Policy": policy(beside)})


class Safe:
    """The outermost layer, so that no answer leaves without its headers, not even that of a bug."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], headers: dict[str, str]) -> None:
        self.app = app
        self.headers = headers
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] == "websocket":  # there are none
            await send({"type": "websocket.close"})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _put_headers(scope, MutableHeaders(scope=message), self.headers)
            await send(message)

        refusal = self._refusal(scope["method"], str(scope["path"]), Headers(scope=scope))
        answer: ASGIApp = problem(*refusal) if refusal else self.app
        try:
            await answer(scope, _bounded(receive), with_headers)
        except Exception as error:
            if begun:  # too late for another answer: the connection is cut, so that nobody takes half of one for the whole
                raise
            await bug(error)(scope, receive, with_headers)

    def _refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        """The status and the sentence of what is not even looked at."""
        host = headers.get("host", "")
        if self.hosts and not is_named(_name(host), self.hosts):
            return 421, f"this server is not {_name(host)!r}; the setting serve.hosts says under which names it may be asked for"
        origin = headers.get("origin")
        if method not in SAFE and origin is not None and urlsplit(origin).netloc.casefold() != host.casefold():
            return 403, "another page may change nothing here"
        site, mode = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-mode", "")
        if site not in OURS and (method not in SAFE or (path.startswith(API) and mode != "navigate")):
            return 403, "another page may ask nothing here"
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or len(length) > len(str(LONGEST_BODY)) or int(length) > LONGEST_BODY:
            return 413, f"nothing that is sent here has more than {LONGEST_BODY:,} bytes"
        return None


def is_named(host: str, hosts: tuple[str, ...]) -> bool:
    """Whether a server of these names may be asked for as host."""
    return host.casefold().removesuffix(".") in hosts or (ADDRESSES in hosts and _is_address(host))


def _name(host: str) -> str:
    """The host without its port."""
    return host if host.endswith("]") else host.rsplit(":", 1)[0]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def _put_headers(scope: Scope, headers: MutableHeaders, usual: dict[str, str]) -> None:
    more = (OVER_TLS if scope.get("scheme") == "https" else {}) | (OF_THE_API if str(scope["path"]).startswith(API) else {})
    for name, value in (usual | more).items():
        headers.setdefault(name, value)
    if str(scope["path"]).startswith(API):
        headers.add_vary_header("Cookie")
        headers.add_vary_header("Authorization")


def _bounded(receive: Receive) -> Receive:
    """What is received, until it is too long for anything that may be sent here; its length was perhaps not told before."""
    received = 0

    async def bounded() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > LONGEST_BODY:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"nothing that is sent here has more than {LONGEST_BODY:,} bytes")
        return message

    return bounded
