"""The examples served on this machine, and a real browser that looks at them.

The browser is Debian's chromium, driven by Playwright; where there is none, or the page was not built, these tests are skipped.
"""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from warledger import flow
from warledger.api.application import create_app
from warledger.api.page import built
from warledger.store import Ledger

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
# WebGL by software: a machine for tests has no graphics card.
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
PATIENCE_S = 30.0


@pytest.fixture(scope="session")
def browser_ledger(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A ledger of the examples that the tests of the page may change."""
    path = tmp_path_factory.mktemp("browsed") / "war.db"
    with Ledger.open(path) as ledger:
        list(flow.run([str(checkout / "examples" / "reports")], ledger))
    return path


@pytest.fixture(scope="session")
def address(browser_ledger: Path) -> Iterator[str]:
    """Where the examples are served."""
    yield from served(browser_ledger)


def served(ledger: Path) -> Iterator[str]:
    """The address of a server of this ledger, as long as it is asked for."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium (requirements/browser.sh installs it)")
    if not (built() / "index.html").is_file():
        pytest.skip("the page was not built (make web)")
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + PATIENCE_S
    while not server.started:
        if time.monotonic() > deadline:
            raise TimeoutError("the server did not start")
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(PATIENCE_S)


@pytest.fixture(scope="session")
def browser(address: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@dataclass
class Seen:
    """A page with what went wrong on it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Page:
        """The page at a path of ours, ready to be used."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector(".totals b")
        return self.page


def watched(browser: Browser, address: str, **how: object) -> Iterator[Seen]:
    """A page in a context of its own; what it asked of others, and what it complained of, fails the test at its end."""
    context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **how})  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_S * 1000)
    seen = Seen(context.new_page(), address)
    seen.page.on("console", lambda message: seen.faults.append(message.text) if message.type == "error" else None)
    seen.page.on("pageerror", lambda error: seen.faults.append(str(error)))
    seen.page.on("request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else seen.strangers.append(request.url))
    yield seen
    context.close()
    assert seen.strangers == []
    assert seen.faults == []


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Seen]:
    yield from watched(browser, address)
