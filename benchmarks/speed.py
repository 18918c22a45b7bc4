"""How much slower is coding than the bare language pipeline? A ratio, taken in one run on the same text.

In: sources of reports (examples/reports without any). Out: one JSON object: seconds of the language pipeline, seconds of
coding, their ratio, words per second, peak memory. Decision: one process each, loading left out, the best of --repeat, and the
two take turns, so that a machine that slows down slows both.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from warledger import flow
from warledger.claims.text.parsing import BATCH, load_language
from warledger.model import Report
from warledger.settings import load

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
# Linux counts ru_maxrss in kibibytes.
KIB_PER_MB = 1e6 / 1024


def main() -> None:
    """Measures and prints."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("sources", nargs="*", default=[str(EXAMPLES)], metavar="SOURCE")
    arguments.add_argument("--repeat", type=int, default=1, help="take the best of so many runs")
    arguments.add_argument("--limit", type=int, default=None, help="take only the first so many reports")
    given = arguments.parse_args()
    reports = [one for one in flow.read(given.sources) if isinstance(one, Report)][: given.limit]
    print(json.dumps(measure(reports, given.repeat), indent=2))


def measure(reports: list[Report], repeat: int) -> dict[str, Any]:
    """The figures for these reports."""
    one_process = load().model_copy(update={"engine": "serial", "workers": 1})
    texts = [report.text for report in reports]

    def bare() -> None:
        for _ in load_language().pipe(texts, batch_size=BATCH):
            pass

    claims = 0

    def code() -> None:
        nonlocal claims
        claims = sum(1 for _ in flow.code(reports, one_process))

    load_language()
    list(flow.code(reports[:1], one_process))  # loads the knowledge
    runs = [(seconds(bare), seconds(code)) for _ in range(max(1, repeat))]
    language, coding = min(run[0] for run in runs), min(run[1] for run in runs)
    words = sum(len(text.split()) for text in texts)
    return {
        "reports": len(reports),
        "words": words,
        "claims": claims,
        "language_seconds": round(language, 2),
        "coding_seconds": round(coding, 2),
        "ratio": round(coding / language, 2) if language else None,
        "words_per_second": round(words / coding) if coding else None,
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB),
    }


def seconds(work: Callable[[], None]) -> float:
    """How long the work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
