"""The work that an engine is given when reports are coded: one partition of reports, one coder.

In: reports. Out: their claims, and problems for what could not be coded. Decision: a report on which the coder fails is
set aside as a problem of kind "crash", with the place of the fault, and the others are coded all the same.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import gc
import json
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from warledger.errors import WarledgerError
from warledger.model import Claim, Problem, Report

CRASH = "crash"
# Objects more than went, after which the garbage collector comes while reports are coded: those of some reports, ten megabytes.
OBJECTS = 5000


class Coder(Protocol):
    """What the flow asks of a coder."""

    def code(self, reports: Sequence[Report]) -> Iterable[Claim | Problem]:
        """The claims of the reports, in their order, and problems for reports that it cannot code."""
        ...


@dataclasses.dataclass(frozen=True)
class CodePartition:
    """Codes a partition of reports. coder is a name at the door of extensions; settings are its settings as JSON.

    It holds names only, so it can be sent to another process, which makes the coder once and keeps it.
    """

    coder: str = "rules"
    settings: str = "{}"

    @classmethod
    def of(cls, coder: str, settings: dict[str, Any]) -> CodePartition:
        """The work for a coder with its settings."""
        return cls(coder, json.dumps(settings, sort_keys=True, default=str))

    def __call__(self, reports: list[Report]) -> list[Claim | Problem]:
        coder = _coder(self.coder, self.settings)
        with _seldom_collected():
            coded = list(_set_faults_aside(coder.code, reports))
        _keep_what_is_loaded()
        return coded


@contextlib.contextmanager
def _seldom_collected() -> Iterator[None]:
    """Lets the garbage collector come less often: what is made for a report lives until its claims are made, and goes all at once."""
    as_before = gc.get_threshold()
    gc.set_threshold(OBJECTS, *as_before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*as_before)


@functools.cache
def _keep_what_is_loaded() -> None:
    """Tells the garbage collector, once in a process, that what was loaded to code the first partition stays.

    The language model and the knowledge are most of what it would go through again and again, some hundredths of the time of coding.
    """
    gc.collect()
    gc.freeze()


def lost(report: Report, reason: str) -> Claim | Problem:
    """The problem for a report whose process died."""
    return Problem("code", CRASH, f"this report could not be coded: {reason}", report.url, None, report.id)


@functools.cache
def _coder(name: str, settings: str) -> Coder:
    from warledger.extensions import make

    coder: Coder = make("coders", name, json.loads(settings))
    return coder


def _set_faults_aside(
    code: Callable[[Sequence[Report]], Iterable[Claim | Problem]], reports: Sequence[Report]
) -> Iterable[Claim | Problem]:
    """What code gives; where it fails, what it gives for each report alone, with a problem for those that fail."""
    try:
        return list(code(reports))
    except WarledgerError:
        raise  # the knowledge or the installation is wrong: no report would fare better
    except Exception as error:
        if len(reports) == 1:
            return [_crash(reports[0], error)]
        return [found for report in reports for found in _set_faults_aside(code, [report])]


def _crash(report: Report, error: Exception) -> Problem:
    frames = traceback.extract_tb(error.__traceback__)
    at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    message = f"the coder failed on this report ({type(error).__name__}: {error}{at}); this is a bug, please report it"
    return Problem("code", CRASH, message, report.url, None, report.id)
