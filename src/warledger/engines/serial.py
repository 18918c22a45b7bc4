"""The engine that does everything here, in this process, one partition after the other.

In and out: the contract of `warledger.engines`. Decision: it is the reference; the other engines must give its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from warledger.engines import K, R, T, V, cut, grouped


@dataclass(frozen=True)
class SerialSettings:
    """None."""


class Serial:
    """No other process: what a small run, a test and a debugger want."""

    NAME = "serial"
    SETTINGS = SerialSettings()

    def __init__(self, settings: SerialSettings = SETTINGS) -> None:
        """Has nothing to set."""

    def map_partitions(
        self,
        function: Callable[[list[T]], Iterable[R]],
        items: Iterable[T],
        size: int,
        lost: Callable[[T, str], R] | None = None,
    ) -> Iterator[R]:
        """Every result of function over partitions of `size` items. lost is never called: no process can die alone."""
        for part in cut(items, size):
            yield from function(part)

    def group_by_key(self, pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
        """The values of each key, keys ascending, values in the order of the pairs."""
        return grouped(pairs)
