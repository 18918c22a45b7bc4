"""Where the commands write: records to a file or standard output, whole or not at all.

In: a target ("-" or a path). Out: a stream of bytes for the length of a `with`. Decision: a file is written beside its place
under another name and renamed when it is complete, so nobody ever reads half a file; a device or a pipe is written as
it is. Bytes, not text: line ends and encoding are the same on every system.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from warledger.errors import UsageError
from warledger.model.record import Record

STDOUT = "-"


@contextmanager
def writing(target: str) -> Iterator[BinaryIO]:
    """A stream of bytes to the target. After an exception a file is as it was before.

    Raises UsageError where the folder is missing; an OSError of the disk comes out as it is.
    """
    if target == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(os.path.realpath(target))
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist; make it first")
    if path.is_dir():
        raise UsageError(f"{target} is a folder; name a file to write")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        with open(path, "wb") as stream:
            yield stream
        return
    with _complete_or_nothing(path) as stream:
        yield stream


def write_records(records: Iterable[Record], stream: BinaryIO) -> int:
    """One line of JSON per record, UTF-8; returns how many."""
    count = 0
    for record in records:
        # A lone surrogate in a text becomes \udXXX, which in JSON is just what it was.
        stream.write(record.to_json().encode("utf-8", "backslashreplace") + b"\n")
        count += 1
    return count


def forsake_stdout() -> None:
    """After the reader of our standard output has gone: nothing more is written, and nothing complains at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError, io.UnsupportedOperation):
        os.dup2(nowhere, sys.stdout.fileno())


@contextmanager
def _complete_or_nothing(path: Path) -> Iterator[BinaryIO]:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(part, "wb") as stream:
            yield stream
        if path.exists():
            part.chmod(stat.S_IMODE(path.stat().st_mode))
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)

