"""What goes wrong, in one shape: problem details (RFC 9457), whoever raised it.

In: an exception of a request. Out: application/problem+json with a sentence for people. Decision: what a client did wrong is
told in full, what went wrong here is told as that and nothing of it is shown.
"""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from warledger.errors import LedgerError, UsageError
from warledger.store.failures import BrokenOffError

MEDIA_TYPE = "application/problem+json"
LOG = logging.getLogger(__name__)


class RefusedError(Exception):
    """A request that cannot be carried out. status is of HTTP; detail a sentence; more goes into the answer as it is."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers, more


def problem(status: int, detail: str, headers: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    """The answer for a problem."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def add_to(app: FastAPI) -> None:
    """Makes every failure of the application answer in this shape; bugs are caught by the layer around it (safety)."""
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(UsageError, _usage)
    app.add_exception_handler(LedgerError, _ledger)


def _refused(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RefusedError)
    return problem(error.status, error.detail, error.headers, **error.more)


def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_MODIFIED:  # which must have no body
        return Response(status_code=error.status_code, headers=dict(error.headers or {}))
    return problem(error.status_code, str(error.detail), dict(error.headers or {}))


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = [{"where": ".".join(map(str, fault["loc"])), "what": fault["msg"]} for fault in error.errors()]
    return problem(422, "; ".join(f"{fault['where']}: {fault['what']}" for fault in faults), errors=faults)


def _usage(_request: Request, error: Exception) -> JSONResponse:
    return problem(422, str(error))


def _ledger(_request: Request, error: Exception) -> JSONResponse:
    if isinstance(error, BrokenOffError):
        return problem(503, "this takes too long here: ask for fewer days, or for fewer words", {"Retry-After": "30"})
    LOG.error("ledger: %s", error)
    return problem(503, "the ledger cannot be used just now; try again", {"Retry-After": "2"})


def bug(error: Exception) -> JSONResponse:
    """The answer for what is no fault of the request."""
    LOG.exception("this is a bug in Warledger", exc_info=error)
    return problem(500, "something went wrong here; it is written in the server's log")
