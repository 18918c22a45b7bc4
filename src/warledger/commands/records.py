"""Records that come back from files of JSON lines.

In: a path, or "-" for standard input. Out: records, and a problem for each line that holds none. Decision: a broken
line costs that line only.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from typing import TypeVar

from warledger.errors import SourceError
from warledger.model import Problem
from warledger.model.record import Record

R = TypeVar("R", bound=Record)


def load_records(path: str, kind: type[R]) -> Iterator[R | Problem]:
    """The records of one kind in a file, line by line.

    Raises SourceError where the file cannot be opened.
    """
    try:
        opened = nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb")  # noqa: SIM115 - the with is below
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None
    with opened as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield _record(line, kind, path, number)


def _record(line: bytes, kind: type[R], path: str, number: int) -> R | Problem:
    name = kind.__name__.lower()
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return Problem("read", "broken-json", f"the line is no JSON, so it is no {name}", path, number)
    if not isinstance(value, dict):
        return Problem("read", "not-an-object", f"the line is no JSON object, so it is no {name}", path, number)
    try:
        return kind.from_dict(value)
    except ValueError as error:
        return Problem("read", "not-a-record", f"the line is no {name}: {error}", path, number)
