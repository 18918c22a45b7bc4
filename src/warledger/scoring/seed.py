"""Suite `seed`: one report that was coded by hand, claim by claim, with what must never come out.

In: ../seed beside the folder of sets. Out: claims_found and violations. Decision: check.py, which lies beside the
report, is the arbiter; this suite runs it as a user would and reads what it prints.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from warledger.errors import SourceError
from warledger.scoring.pipeline import ask_arbiter, code_file, require
from warledger.scoring.score import Score

_TOTAL = re.compile(r"^seed: (\d+) of (\d+) claims right, (\d+) forbidden, (\d+) claims in all$", re.MULTILINE)


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """How many of the hand-coded claims are found right, and how often what is forbidden comes out.

    Notes say which are missing and why. The set is one report, so limit changes nothing.
    """
    folder = data / ".." / "seed"
    gold = json.loads(require(folder / "saraqeb.gold.json").read_text(encoding="utf-8"))
    coded = code_file(folder / str(gold["report"]), published=gold["published"])
    coded.write(predictions)
    found, forbidden, notes = parse_verdict(ask_arbiter(folder / "check.py", ["0"], coded.lines()).stdout)
    metrics = {"claims_found": found, "violations": forbidden}
    return Score("seed", len(coded.reports), coded.seconds, metrics, notes)


def parse_verdict(printed: str) -> tuple[int, int, tuple[str, ...]]:
    """Claims found, violations, and the lines that say what is missing or forbidden.

    Raises SourceError where the arbiter printed no verdict.
    """
    total = _TOTAL.search(printed)
    if total is None:
        raise SourceError(f"check.py printed no verdict: {printed[-200:]!r}")
    notes = tuple(line for line in printed.splitlines() if line.startswith(("missing ", "forbidden ")))
    return int(total[1]), int(total[3]), notes
