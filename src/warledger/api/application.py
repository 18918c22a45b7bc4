"""The application: every noun under /api/v1, and the page beside it.

In: the path of a ledger and settings. Out: an ASGI application. Decision: it is made by a function and holds no state but the
ledger's, so tests and servers make as many as they like.
"""

from __future__ import annotations

import functools
import importlib.metadata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import Depends, FastAPI
from fastapi.middleware.gzip import GZipMiddleware

from warledger import settings as setting
from warledger.api import (
    accounts,
    base_map,
    counting,
    decisions,
    exports,
    failures,
    feeds,
    geography,
    identity,
    incidents,
    knowledge,
    page,
    queue,
    reports,
    safety,
    searches,
    series,
    why,
)
from warledger.api.clock import Clock
from warledger.api.holding import Holding
from warledger.api.saved import Saved, beside
from warledger.settings import Settings

PREFIX = "/api/v1"
# Answers shorter than this are not worth packing.
SMALLEST_PACKED = 1_000
NOUNS = (exports.router, incidents.router, reports.router, counting.router, geography.router, base_map.router, identity.router, searches.router,
         knowledge.router)
# What is answered from the whole ledger, to those who see all of it.
OF_THE_WHOLE = (decisions.router, queue.router, series.router, why.router)


def create_app(ledger: Path, settings: Settings | None = None, hosts: tuple[str, ...] = safety.LOOPBACK,
               access: identity.Access | None = None) -> FastAPI:
    """The application over a ledger, which must exist. access says who asks, the user of this machine where it is not given.

    Raises LedgerError where there is no ledger.
    """
    held = Holding(ledger, settings or setting.load())

    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        clock = Clock(ledger, held.settings)
        clock.start()
        yield
        clock.stop()
        held.close()

    app = FastAPI(title="Warledger", version=importlib.metadata.version("warledger"), lifespan=living, docs_url=None, redoc_url=None,
                  openapi_url=f"{PREFIX}/openapi.json", description="Who said what about an armed conflict, and how far the versions agree.")
    app.state.holding = held
    app.state.access = access or identity.OnePerson()
    app.state.series = series.Worked()
    app.state.saved = functools.cache(lambda: Saved(beside(ledger)))
    failures.add_to(app)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED)
    safety.add_to(app, hosts, base_map.allowed(held.settings))
    app.include_router(feeds.router, prefix=PREFIX)
    app.include_router(accounts.router, prefix=PREFIX)
    for router in NOUNS:
        app.include_router(router, prefix=PREFIX, dependencies=[Depends(identity.known)])
    for router in OF_THE_WHOLE:
        app.include_router(router, prefix=PREFIX, dependencies=[Depends(identity.sees_all)])
    app.include_router(page.router)
    return app
