"""Where bytes come from: a file, a pipe or the standard input, opened once and looked at before it is read.

In: a path or an open stream. Out: its first bytes, the whole within a limit, or its lines one by one.
Decision: nothing is ever held beyond a stated limit, so one bad line or file cannot take the machine down.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from warledger.reports.cleaning import MARKS

# What is looked at to tell the kind of a source.
HEAD_BYTES = 8192
# The longest line, and the longest single text, that is read: 20 MB are some 3 million words, ten times the longest novel.
LINE_LIMIT = 20_000_000
TEXT_LIMIT = 20_000_000
# The longest JSON document that is no line per report (a list of reports) that is read as a whole.
DOCUMENT_LIMIT = 200_000_000
_PIECE = 1 << 20


class TooLong(Exception):  # noqa: N818 - a signal between reader and caller, which makes it a Problem
    """The whole of a source is longer than the reader takes; its argument is the limit in bytes."""


class Source:
    """One source while it is read. name is what people are shown, line the line that was read last (None: not in lines).

    A context manager: opens on entry (OSError where that fails), closes on exit what it opened itself.
    """

    def __init__(self, name: str, path: Path | None = None, stream: BinaryIO | None = None) -> None:
        self.name = name
        self.path = path
        self.line: int | None = None
        self.head = b""
        self._own = stream is None
        self._stream = stream
        self._rest: io.BufferedReader | None = None

    @property
    def suffix(self) -> str:
        """The suffix of the file's name in small letters, with its dot; empty where there is none."""
        return self.path.suffix.lower() if self.path else ""

    def __enter__(self) -> Self:
        if self._stream is None:
            assert self.path is not None
            self._stream = self.path.open("rb")
        self.head = _fill(self._stream, HEAD_BYTES)
        self._rest = io.BufferedReader(_Replayed(self.head, self._stream), _PIECE)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._own and self._stream is not None:
            self._stream.close()

    def whole(self, limit: int = TEXT_LIMIT) -> bytes:
        """All bytes. Raises TooLong beyond the limit."""
        raw = self._reader().read(limit + 1)
        if len(raw) > limit:
            raise TooLong(limit)
        return raw

    def lines(self, limit: int = LINE_LIMIT) -> Iterator[bytes | None]:
        """The lines in UTF-8 without byte order mark, with their ends; None for one beyond the limit. Counts `line`.

        Sources in UTF-16 and UTF-32 (with a byte order mark) are recoded on the way.
        """
        stream = self._recoded()
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            self.line = number
            if len(line) <= limit or line.endswith(b"\n"):
                yield line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                continue
            while (rest := stream.readline(_PIECE)) and not rest.endswith(b"\n"):
                pass
            yield None

    def _reader(self) -> io.BufferedReader:
        assert self._rest is not None, "a source is read inside its with block"
        return self._rest

    def _recoded(self) -> io.BufferedReader:
        for mark, encoding in MARKS:
            if self.head.startswith(mark) and encoding != "utf-8-sig":
                return io.BufferedReader(_Recoded(self._reader(), encoding), _PIECE)
        return self._reader()


def _fill(stream: BinaryIO, size: int) -> bytes:
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


class _Replayed(io.RawIOBase):
    """The bytes already taken from a stream, then the rest of it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        if self._head:
            piece, self._head = self._head[:len(view)], self._head[len(view):]
        else:
            piece = self._stream.read(len(view))
        view[:len(piece)] = piece
        return len(piece)


class _Recoded(io.RawIOBase):
    """A stream in another encoding as UTF-8; what cannot be read becomes U+FFFD."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        while not self._ready and not self._ended:
            raw = self._stream.read(_PIECE)
            self._ended = not raw
            self._ready = self._decoder.decode(raw, self._ended).encode("utf-8", "replace")
        piece, self._ready = self._ready[:len(view)], self._ready[len(view):]
        view[:len(piece)] = piece
        return len(piece)
