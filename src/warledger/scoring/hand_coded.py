"""Suite `claims`: two dozen reports of many outlets, coded by hand claim by claim.

In: claims/dev.jsonl. Out: the metrics that claims/score.py prints. Decision: that script is the arbiter; where it is
wrong, it is mended there and not here.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from warledger.errors import SourceError
from warledger.scoring.pipeline import Coded, ask_arbiter, code_file, head
from warledger.scoring.score import Score

# How many wrong claims are noted for people to read.
WRONG_SHOWN = 20


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """f1_core, signed and the share right of each field; notes list the first wrong claims."""
    gold = data / "claims" / "dev.jsonl"
    coded = code_file(gold, limit=limit)
    coded.write(predictions)
    with tempfile.TemporaryDirectory(prefix="warledger-") as room:
        part = Path(room) / "gold.jsonl"
        part.write_text("".join(head(gold, limit)), encoding="utf-8")
        return judged("claims", coded, part, data)


def judged(suite: str, coded: Coded, gold: Path, data: Path) -> Score:
    """What the arbiter says of the claims of the reports in a file of hand-coded ones."""
    answer = ask_arbiter(data / "claims" / "score.py", [str(gold), "--json", "--wrong", str(WRONG_SHOWN)], coded.lines())
    return Score(suite, len(coded.reports), coded.seconds, parse_metrics(answer.stdout), tuple(answer.stderr.splitlines()))


def parse_metrics(printed: str) -> dict[str, float | None]:
    """The metrics of the object that the arbiter printed. Raises SourceError where it is none."""
    try:
        metrics: dict[str, Any] = json.loads(printed)["metrics"]
    except (ValueError, KeyError, TypeError):
        raise SourceError(f"score.py printed no metrics: {printed[-200:]!r}") from None
    return metrics
