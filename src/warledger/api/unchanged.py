"""ETags: an answer that has not changed is not sent again.

In: a request. Out: the tag on its answer, or 304. Decision: whatever is answered depends on the ledger's last run and on the
address alone, so the tag is known before any work is done.
"""

from __future__ import annotations

from fastapi import Request, Response
from starlette.exceptions import HTTPException

from warledger.api.holding import Holding

# An answer may be kept, but whoever has it asks whether it still holds.
KEEP = "private, no-cache"


def unchanged(request: Request, response: Response, held: Holding, *more: object) -> None:
    """Puts the tag on the answer; raises the answer 304 where the client has it already. more is what else the answer depends on."""
    tag = held.tag(request.url.path, request.url.query, *more)
    headers = {"ETag": tag, "Cache-Control": KEEP}
    if tag in [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]:
        raise HTTPException(304, headers=headers)
    response.headers.update(headers)
