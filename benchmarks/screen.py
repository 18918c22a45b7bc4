"""How fast is the screen? The API's answers, the first view, the map's frames and the browser's memory, over a ledger of any size.

In: a ledger (benchmarks/big_ledger.py makes one of 100,000 incidents). Out: one JSON object. Decision: answers are timed over
`warledger serve` in a process of its own, as a user has it, one at a time, each filter once, so that nothing is answered from what was
asked before; it knows no series when the first browser comes, as after a run. The browser is Debian's chromium with WebGL by software,
which is slower than any graphics card.

    python benchmarks/screen.py big.db
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from warledger import chronicle
from warledger.api.page import NOT_BUILT, built
from warledger.incidents.series import KINDS
from warledger.store import Ledger

SEED = 7
FILTERS = 40
FIRST_VIEW_TRIES = 5
MOVE_S = 5
PATIENCE_S = 120
LOOK_S = 0.05
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--enable-precise-memory-info"]
NOUNS = {"incidents": {"limit": 50}, "facets": {}, "histogram": {}, "map": {"zoom": 5, "box": "20,20,60,55"}}
KIB_PER_MB = 1e6 / 1024
# Counts frames while the map is dragged to and fro as by a hand: a step with every frame.
DRAG = """async seconds => {
  const canvas = document.querySelector('.map canvas'), box = canvas.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2
  const fire = (name, dx, dy) => canvas.dispatchEvent(new MouseEvent(name, {bubbles: true, cancelable: true, clientX: x + dx, clientY: y + dy, button: 0, buttons: 1, view: window}))
  const times = []
  fire('mousedown', 0, 0)
  const began = performance.now()
  await new Promise(done => {
    const frame = now => {
      times.push(now)
      const turn = (now - began) / 1000
      fire('mousemove', 160 * Math.sin(turn * 2.5), 90 * Math.sin(turn * 1.7))
      if (turn < seconds) requestAnimationFrame(frame); else done()
    }
    requestAnimationFrame(frame)
  })
  fire('mouseup', 0, 0)
  const gaps = times.slice(1).map((one, at) => one - times[at]).sort((a, b) => a - b)
  return {frames_per_second: 1000 * gaps.length / (times.at(-1) - times[0]), slowest_of_20_ms: gaps[Math.floor(gaps.length * 0.95)]}
}"""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--no-browser", action="store_true", help="only the API")
    given = parser.parse_args()
    if not (given.no_browser or (built() / "index.html").is_file()):
        # A browser would show the server's refusal and wait two minutes for a list that cannot come.
        sys.exit(f"{NOT_BUILT}; --no-browser measures the API alone")
    found: dict[str, Any] = {}
    with served(given.ledger) as (port, opened):
        found |= {"incidents": ask(port, "facets", {})[1]["totals"]["incidents"], "open_s": round(opened, 1), "answers": answers(port)}
        if not given.no_browser:
            found["browser"] = browser(port)
    found["series_s"] = {kind: round(worked_out(given.ledger, kind), 1) for kind in KINDS}
    print(json.dumps(found, indent=2))


def worked_out(ledger: Path, kind: str) -> float:
    """How many seconds it takes to work out a series, which the server has done beside it."""
    started = time.perf_counter()
    with Ledger.open(ledger, create=False, read_only=True) as opened:
        chronicle.whole(opened, kind)
    return time.perf_counter() - started


@contextlib.contextmanager
def served(ledger: Path) -> Iterator[tuple[int, float]]:
    """The port of a server of the ledger, and how many seconds it took until it could be asked."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", "warledger", "serve", "--ledger", str(ledger), "--port", str(port)], stderr=subprocess.DEVNULL) as server:
        try:
            while not _answers(port):
                if server.poll() is not None or time.perf_counter() - started > PATIENCE_S:
                    sys.exit(f"{ledger} is not served; `warledger serve --ledger {ledger}` tells why")
                time.sleep(LOOK_S)
            yield port, time.perf_counter() - started
        finally:
            server.terminate()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def answers(port: int) -> dict[str, Any]:
    """Median and slowest of the answers of each noun over FILTERS views, in milliseconds."""
    times: dict[str, list[float]] = {noun: [] for noun in NOUNS}
    values = {name: [one["key"] for one in counted] for name, counted in ask(port, "facets", {})[1]["facets"].items()}
    draw = random.Random(SEED)
    for _ in range(FILTERS):
        wanted = view(draw, values)
        for noun, more in NOUNS.items():
            times[noun].append(ask(port, noun, wanted | more)[0])
    return {noun: {"median_ms": round(statistics.median(taken), 1), "slowest_ms": round(max(taken), 1)} for noun, taken in times.items()}


def view(draw: random.Random, values: dict[str, list[str]]) -> dict[str, Any]:
    """The filters of some view: one to three of what an analyst sets."""
    year = draw.randrange(2012, 2021)
    options: list[dict[str, Any]] = [
        {"since": f"{year}-0{draw.randrange(1, 9)}-01", "until": f"{year + 1}-01-01"}, {"text": draw.choice(("spokesman", "raid", "clashes shelling", '"were killed"', f"{draw.randrange(2, 90)} people"))},
        {"place": draw.choice(("Aleppo", "Kharkiv", "SYR", "Yemen", "Mosul", "Province 1"))}, {"contested": draw.choice(("true", "false"))},
        *({name: draw.sample(keys, min(len(keys), draw.randrange(1, 4)))} for name, keys in values.items() if keys)]
    wanted: dict[str, Any] = {}
    for option in draw.sample(options, draw.randrange(1, 4)):
        wanted |= option
    return wanted


def ask(port: int, noun: str, wanted: dict[str, Any]) -> tuple[float, Any]:
    """How long an answer took until its last byte, in milliseconds, and the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    started = time.perf_counter()
    connection.request("GET", f"/api/v1/{noun}?{urlencode(wanted, doseq=True)}")
    answer = connection.getresponse()
    body = answer.read()
    taken = 1000 * (time.perf_counter() - started)
    connection.close()
    if answer.status != 200:
        sys.exit(f"{noun} answered {answer.status}: {body[:300]!r}")
    return taken, json.loads(body)


def browser(port: int) -> dict[str, Any]:
    """The first view, the frames of a moving map, and the memory of all the browser's processes."""
    from playwright.sync_api import sync_playwright

    chromium = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if chromium is None:
        sys.exit("there is no chromium (requirements/browser.sh installs it); --no-browser measures the API alone")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        first = []
        for _ in range(FIRST_VIEW_TRIES):
            context = started.new_context(viewport={"width": 1400, "height": 900})
            page = context.new_page()
            page.set_default_timeout(PATIENCE_S * 1000)
            began = time.perf_counter()
            page.goto(f"http://127.0.0.1:{port}/?map=38,34,5")
            for selector in (".card", ".totals b", ".facet .value", ".u-over", ".map .canvas[aria-busy=false]"):
                page.wait_for_selector(selector)
            first.append(time.perf_counter() - began)
            context.close()
        page = started.new_page(viewport={"width": 1400, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/?map=38,34,5")
        page.wait_for_selector(".card")
        page.wait_for_timeout(4000)
        moved = page.evaluate(DRAG, MOVE_S)
        page.wait_for_timeout(3000)
        heap = page.evaluate("performance.memory.usedJSHeapSize / 1e6")
        memory = megabytes(started)
        started.close()
    return {"first_view_s": [round(one, 2) for one in first], "map": {name: round(value, 1) for name, value in moved.items()}, "page_heap_mb": round(heap), "all_processes_mb": memory}


def megabytes(started: Any) -> int:
    """The memory of the browser's processes, shared pages counted once (PSS)."""
    listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    total = 0.0
    for line in listed.splitlines():
        number, _space, command = line.strip().partition(" ")
        if "swiftshader" in command and "chrom" in command:
            try:
                rollup = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="utf-8")
            except OSError:
                continue
            total += sum(int(row.split()[1]) for row in rollup.splitlines() if row.startswith("Pss:"))
    return round(total / KIB_PER_MB)


if __name__ == "__main__":
    main()
