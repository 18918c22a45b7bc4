"""What keeps a hostile report, page or host name from doing anything through us.

In: requests and answers. Out: headers that allow only what is ours, and 421 for a host name that is not. Decision: the page is
served with its own files and nothing else; a strange host name on a loopback server is another page's attempt to read it
(DNS rebinding), and is refused.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from warledger.api.failures import problem

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
    "worker-src 'self' blob:", "child-src blob:", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"))
HEADERS = {
    "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()"}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def policy(beside: str | None) -> str:
    """The policy of content; beside is the one origin that a map may be asked of beside this server."""
    if beside is None:
        return POLICY
    return POLICY.replace("connect-src 'self'", f"connect-src 'self' {beside}").replace("img-src 'self'", f"img-src 'self' {beside}")


def add_to(app: FastAPI, hosts: tuple[str, ...], beside: str | None = None) -> None:
    """hosts are the names under which the server may be asked for; none given, any will do. beside as in policy."""
    headers = HEADERS | {"Content-Security-Policy": policy(beside)}

    @app.middleware("http")
    async def safe(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        host = request.headers.get("host", "").rsplit(":", 1)[0] if not request.headers.get("host", "").endswith("]") else request.headers["host"]
        answer = problem(421, f"this server is not {host!r}") if hosts and host not in hosts else await go_on(request)
        for name, value in headers.items():
            answer.headers.setdefault(name, value)
        return answer
