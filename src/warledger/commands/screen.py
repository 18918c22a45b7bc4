"""What people see on standard error while a command works: progress, problems and a closing line.

In: progress calls of the flow, and problems. Out: nothing but lines on standard error. Decision: progress is drawn only
on a terminal; problems are lines of `file:line: sentence`, the first few in full and then counted by kind.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from warledger.errors import WarledgerError
from warledger.model.problem import Problem

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")


class UnreadError(WarledgerError):
    """There are sources, but not one report could be read from them (exit 1)."""


def say(line: str) -> None:
    """A line for people."""
    print(line, file=sys.stderr, flush=True)


class Screen:
    """Shows progress and problems for the length of a `with`."""

    def __init__(self, problems_shown: int) -> None:
        self.problems_shown = problems_shown
        self.kinds: Counter[str] = Counter()
        self.records = 0
        self._bars: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Screen:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            words = "{task.description}", "{task.fields[done]}"
            columns = [SpinnerColumn(), *(TextColumn(word) for word in words), TimeElapsedColumn()]
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bars is not None:
            self._bars.stop()
        hidden = sum(self.kinds.values()) - self.problems_shown
        if hidden > 0:
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))
            say(f"… and {hidden} more problems; in all: {kinds}")

    def progress(self, stage: str, done: int, total: int | None) -> None:
        """The flow's call: so many of a stage are done, of so many where that is known."""
        if self._bars is None:
            return
        text = f"{done:,}" if total is None else f"{done:,} of {total:,}"
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=total, done=text)
        self._bars.update(self._tasks[stage], completed=done, total=total, done=text)

    def problem(self, problem: Problem) -> None:
        """Prints a problem while few have been, and counts it."""
        self.kinds[problem.kind] += 1
        if sum(self.kinds.values()) <= self.problems_shown:
            if self._bars is not None:
                self._bars.console.print(str(problem), markup=False, highlight=False, soft_wrap=True)
            else:
                say(str(problem))

    def aside(self, found: Iterable[T | Problem]) -> Iterator[T]:
        """The records of a stage, its problems shown."""
        for one in found:
            if isinstance(one, Problem):
                self.problem(one)
            else:
                self.records += 1
                yield one

    def refuse_nothing(self) -> None:
        """Raises UnreadError where there were problems, and nothing else."""
        if self.kinds and not self.records:
            raise UnreadError("nothing could be read")
