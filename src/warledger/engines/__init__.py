"""Edge: where the work is done. `map_partitions` and `group_by_key` are the whole contract of an engine.

In: a function and items. Out: what the function gives, in the order of the items, the same bytes on every engine.
Decision: the flow knows no pool, no cluster and no partition's place; it asks an engine, and engines come in by the door
of `warledger.extensions`.

    map_partitions(function, items, size, lost=None) -> Iterator[result]
        Cuts the items into lists of `size`, calls function(list) on each, yields every result in the order of the
        items. The cut is part of the contract: a language model may round differently in other batches, so every
        engine cuts at the same places. Items are taken as they are needed, and at most a few partitions are held.
        The function must be importable where it is called again (a function or object of a module), and so must
        items and results be picklable. What the function raises comes out of the call. Where the process that
        holds an item dies, lost(item, reason) gives the result in its place; without `lost` it is an
        InstallationError.
    group_by_key(pairs) -> Iterator[(key, [value, …])]
        Keys ascending, the values of a key in the order of the pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K", bound=Any)
V = TypeVar("V")

__all__ = ["Engine", "cut", "grouped"]


class Engine(Protocol):
    """What the flow asks of an engine; the docstring of this package is the contract."""

    def map_partitions(
        self,
        function: Callable[[list[T]], Iterable[R]],
        items: Iterable[T],
        size: int,
        lost: Callable[[T, str], R] | None = None,
    ) -> Iterator[R]:
        """Every result of function over partitions of `size` items, in the order of the items."""
        ...

    def group_by_key(self, pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
        """The values of each key, keys ascending, values in the order of the pairs."""
        ...


def cut(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` items, the last one shorter; nothing is taken before it is asked for."""
    if size < 1:
        raise ValueError(f"a partition holds at least one item, not {size}")
    part: list[T] = []
    for item in items:
        part.append(item)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part


def grouped(pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
    """group_by_key in memory, for engines that live on one machine."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    for key in sorted(groups):
        yield key, groups[key]
