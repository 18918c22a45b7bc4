"""Nothing is held beyond its limit, and nothing of it is lost within."""

from __future__ import annotations

import io
import tracemalloc

import pytest

from warledger.reports.sources import HEAD_BYTES, Source, TooLong


def opened(raw: bytes) -> Source:
    return Source("here", stream=io.BytesIO(raw))


@pytest.mark.parametrize("size", [0, 1, HEAD_BYTES - 1, HEAD_BYTES, HEAD_BYTES + 1, 3 * HEAD_BYTES])
def test_looking_at_the_head_takes_nothing_away(size: int) -> None:
    raw = bytes(at % 251 for at in range(size))
    with opened(raw) as source:
        assert source.head == raw[:HEAD_BYTES]
        assert source.whole() == raw


def test_the_whole_of_a_long_source_is_refused() -> None:
    with opened(b"12345") as source, pytest.raises(TooLong):
        source.whole(limit=4)


def test_lines_are_counted_and_the_long_ones_left_out() -> None:
    with opened(b"one\n" + b"x" * 100 + b"\nthree\n" + b"y" * 11) as source:
        assert [(line, source.line) for line in source.lines(limit=10)] == [(b"one\n", 1), (None, 2), (b"three\n", 3), (None, 4)]


def test_a_line_at_the_limit_is_whole() -> None:
    with opened(b"x" * 10 + b"\n" + b"y" * 10) as source:
        assert list(source.lines(limit=10)) == [b"x" * 10 + b"\n", b"y" * 10]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_lines_of_other_unicode_come_as_utf_8(encoding: str) -> None:
    text = "erste Zeile\nцвай\n" * 5000
    with opened(text.encode(encoding)) as source:
        assert b"".join(line or b"" for line in source.lines()).decode() == text


def test_a_line_of_fifty_megabytes_is_not_held() -> None:
    class Endless(io.RawIOBase):
        left = 50_000_000

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            piece = b"x" * min(size, self.left)
            self.left -= len(piece)
            return piece

    tracemalloc.start()
    with Source("here", stream=Endless()) as source:  # type: ignore[arg-type]
        assert list(source.lines(limit=5_000_000)) == [None]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 25_000_000
