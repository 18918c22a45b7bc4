"""What all tests share: where the checkout is, the annotated sets that may lie beside it, the examples' ledger, and a server of one."""

from __future__ import annotations

import contextlib
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
# A server that has not started by then does not start.
PATIENCE_S = 30.0

Serving = Callable[..., AbstractContextManager[str]]
Copied = Callable[[Path], Path]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The annotated sets beside the checkout. They are for measuring, and no part of the project."""
    data = CHECKOUT.parent / "shared" / "data"
    if not data.is_dir():
        pytest.skip("the annotated sets (../shared/data) are not beside this checkout")
    return data


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the examples, coded once; nobody writes into it."""
    from warledger import flow
    from warledger.store import Ledger

    path = tmp_path_factory.mktemp("examples") / "war.db"
    with Ledger.open(path) as ledger:
        list(flow.run([str(CHECKOUT / "examples" / "reports")], ledger))
    return path


@pytest.fixture(scope="session")
def copied(example_ledger: Path) -> Copied:
    """Copies the examples' ledger into a folder, for whoever writes; gives its path."""

    def copy(folder: Path) -> Path:
        path = folder / "war.db"
        with contextlib.closing(sqlite3.connect(example_ledger)) as source, contextlib.closing(sqlite3.connect(path)) as target:
            source.backup(target)
        return path

    return copy


@pytest.fixture(scope="session")
def serving() -> Serving:
    """Serves an application on this machine for the length of a `with`; gives its address."""
    import uvicorn

    @contextlib.contextmanager
    def serve(app: Any, **config: Any) -> Iterator[str]:
        listening = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, **{"log_level": "critical", **config}))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + PATIENCE_S
        while not server.started:
            if time.monotonic() > deadline:
                raise TimeoutError("the server did not start")
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(PATIENCE_S)

    return serve
