"""The real pipeline as the suites run it, and the arbiters that lie beside the sets.

In: a file of reports. Out: reports, claims, problems and the seconds that it took. Decision: a suite judges what a user
would get, so it goes through the flow like any command; nothing is read or coded in a way of its own.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from warledger import flow
from warledger.errors import SourceError
from warledger.model import Claim, Problem, Report
from warledger.reports import ReadOptions

# An arbiter reads a few megabytes of JSON; one that takes longer hangs.
ARBITER_SECONDS = 300
# A line of progress for each so many documents.
PROGRESS_EVERY = 100


@dataclass(frozen=True)
class Coded:
    """What came of the reports; seconds are those of coding, loading included."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    seconds: float

    def lines(self) -> str:
        """The claims as JSON lines."""
        return "".join(claim.to_json() + "\n" for claim in self.claims)

    def write(self, predictions: Path | None) -> None:
        """Writes the claims where predictions are wanted."""
        if predictions is not None:
            predictions.write_text(self.lines(), encoding="utf-8")


def code_file(path: Path, published: str | None = None, limit: int | None = None, label: str | None = None) -> Coded:
    """The first `limit` reports of the file, read and coded; with a label, progress is told on standard error.

    Raises SourceError where the file is not there.
    """
    require(path)
    options = ReadOptions(published=published)
    reports: list[Report] = []
    problems: list[Problem] = []
    found = flow.read([str(path)], options)
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
        else:
            reports.append(one)
            if limit is not None and len(reports) == limit:
                break
    coded = code_reports(reports, label)
    return Coded(coded.reports, coded.claims, (*problems, *coded.problems), coded.seconds)


def code_reports(reports: Sequence[Report], label: str | None = None) -> Coded:
    """The reports, coded; with a label, progress is told on standard error."""
    started = time.perf_counter()
    claims: list[Claim] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for result in flow.code(reports):
        if label is not None and result.report is not None and result.report not in seen:
            seen.add(result.report)
            told(len(seen), len(reports), label)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            claims.append(result)
    return Coded(tuple(reports), tuple(claims), tuple(problems), time.perf_counter() - started)


def told(number: int, total: int, label: str) -> None:
    """A line of progress on standard error, now and then."""
    if number % PROGRESS_EVERY == 0:
        print(f"{label}: {number} of {total}", file=sys.stderr, flush=True)


def require(path: Path) -> Path:
    """The path. Raises SourceError where nothing is there."""
    if not path.exists():
        raise SourceError(f"{path} is not there; --data names the folder of the annotated sets")
    return path


def ask_arbiter(script: Path, arguments: Sequence[str], claims: str) -> subprocess.CompletedProcess[str]:
    """What the script that came with a set says of the claims (JSON lines on its standard input).

    Raises SourceError where it is not there or dies; that it judges the claims bad (exit 1) is an answer.
    """
    command = [sys.executable, str(require(script)), *arguments]
    answer = subprocess.run(
        command, input=claims, capture_output=True, encoding="utf-8", timeout=ARBITER_SECONDS, check=False
    )
    if answer.returncode not in (0, 1) or "Traceback" in answer.stderr:
        last = (answer.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise SourceError(f"{script} could not judge: {last}")
    return answer


def head(path: Path, limit: int | None) -> list[str]:
    """The first `limit` lines of the file that are not empty."""
    with require(path).open(encoding="utf-8") as stream:
        return list(islice((line for line in stream if line.strip()), limit))
