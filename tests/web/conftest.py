"""The examples served on this machine, and a real browser that looks at them.

The browser is Debian's chromium, driven by Playwright; where there is none, or the page was not built, these tests are skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from warledger.api.application import create_app
from warledger.api.page import built

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
# WebGL by software: a machine for tests has no graphics card.
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
PATIENCE_S = 30.0
LOOK_S = 0.05
expect.set_options(timeout=PATIENCE_S * 1000)


Shown = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="session")
def shown(serving: Callable[..., AbstractContextManager[str]]) -> Shown:
    """Serves a ledger to a browser for the length of a `with`; gives its address."""

    def show(ledger: Path, *given: Any, **access: Any) -> AbstractContextManager[str]:
        return serving(create_app(ledger, *given, **access), log_level="warning")

    if CHROMIUM is None:
        pytest.skip("there is no chromium (requirements/browser.sh installs it)")
    if not (built() / "index.html").is_file():
        pytest.skip("the page was not built (make web)")
    return show


@pytest.fixture(scope="session")
def address(copied: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory, shown: Shown) -> Iterator[str]:
    """Where the examples are served, from a ledger that the tests of the page may change."""
    with shown(copied(tmp_path_factory.mktemp("browsed"))) as found:
        yield found


@pytest.fixture(scope="session")
def browser(shown: Shown) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def until(page: Page, holds: Callable[[], object], what: str) -> None:
    """Waits until something holds, with the page going on meanwhile. Playwright's own wait_for_function is refused by the page's policy once it must look twice."""
    for _ in range(round(PATIENCE_S / LOOK_S)):
        if holds():
            return
        page.wait_for_timeout(LOOK_S * 1000)
    pytest.fail(f"waited in vain until {what}")


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


# A map that is drawn without a graphics card takes most of a test's time; what is not about the map does without.
NO_MAP = "const get = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind.startsWith('webgl') ? null : get.call(this, kind, ...more); };"


def watched(browser: Browser, address: str, with_map: bool = False, **how: object) -> Iterator[Seen]:
    """A page in a context of its own; what it asked of others, and what it complained of, fails the test at its end."""
    context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **how})  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_S * 1000)
    if not with_map:
        context.add_init_script(NO_MAP)
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
    """The page of the examples, without its map."""
    yield from watched(browser, address)


@pytest.fixture
def mapped(browser: Browser, address: str) -> Iterator[Seen]:
    """The page of the examples with its map."""
    yield from watched(browser, address, with_map=True)
