"""The engine that spreads partitions over processes of this machine.

In and out: the contract of `warledger.engines`. Decisions: workers are started afresh (spawn: no inherited locks, the
same on every system); a few partitions are under way at once and results are handed on in order, so memory does not
grow with the input; a worker that dies takes no work with it: its partition is tried again alone, then item by item.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from typing import Any, Generic

from warledger.engines import K, R, T, V, cut, grouped
from warledger.errors import InstallationError, UsageError

# Partitions under way per worker: one being worked on, one waiting, so that no worker stands idle.
AHEAD = 2

DIED = "the process that worked on it died, most likely of a lack of memory or in a native library"


@dataclass(frozen=True)
class ProcessesSettings:
    """workers is how many processes work at once, at least 1."""

    workers: int = 2

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise UsageError(f"processes: workers is at least 1, not {self.workers}")


class Processes:
    """Several processes on this machine."""

    NAME = "processes"
    SETTINGS = ProcessesSettings()

    def __init__(self, settings: ProcessesSettings = SETTINGS) -> None:
        self.workers = settings.workers

    def map_partitions(
        self,
        function: Callable[[list[T]], Iterable[R]],
        items: Iterable[T],
        size: int,
        lost: Callable[[T, str], R] | None = None,
    ) -> Iterator[R]:
        """Every result of function over partitions of `size` items, in the order of the items.

        Closing the iterator, or an exception (Ctrl-C too), stops the workers at once.
        """
        run = _Run(function, self.workers, lost)
        try:
            for part in cut(items, size):
                run.submit(part)
                while run.is_full:
                    yield from run.next_results()
            while run.pending:
                yield from run.next_results()
        finally:
            run.stop()

    def group_by_key(self, pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
        """The values of each key, keys ascending, values in the order of the pairs."""
        return grouped(pairs)


class _Run(Generic[T, R]):
    """One call of map_partitions: the pool and what is under way in it, oldest first."""

    def __init__(
        self, function: Callable[[list[T]], Iterable[R]], workers: int, lost: Callable[[T, str], R] | None
    ) -> None:
        self.function = function
        self.workers = workers
        self.lost = lost
        self.pending: deque[tuple[list[T], Future[list[R]]]] = deque()
        self.pool: ProcessPoolExecutor | None = None

    @property
    def is_full(self) -> bool:
        return len(self.pending) >= self.workers * AHEAD

    def submit(self, part: list[T]) -> None:
        """Puts a partition under way."""
        try:
            self.pending.append((part, self._start(part, self.workers)))
        except BrokenProcessPool:
            broken: Future[list[R]] = Future()
            broken.set_exception(BrokenProcessPool(DIED))
            self.pending.append((part, broken))

    def next_results(self) -> list[R]:
        """The results of the oldest partition."""
        part, future = self.pending.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self.stop()
            results = self._again(part)
            self._resume()
            return results

    def stop(self) -> None:
        """Ends the pool at once: what is under way is dropped."""
        pool, self.pool = self.pool, None
        if pool is None:
            return
        # Python 3.14 has terminate_workers for this; before, the processes are an attribute of the pool.
        workers: Mapping[int, Any] = getattr(pool, "_processes", None) or {}
        for worker in list(workers.values()):
            worker.terminate()
        pool.shutdown(wait=True, cancel_futures=True)

    def _start(self, part: list[T], workers: int) -> Future[list[R]]:
        if self.pool is None:
            context = multiprocessing.get_context("spawn")
            self.pool = ProcessPoolExecutor(workers, context, initializer=_begin_worker)
        with _interrupts_held():
            return self.pool.submit(_call, self.function, part)

    def _resume(self) -> None:
        """Starts again what was under way when the pool broke, keeping what was done by then."""
        waiting, self.pending = self.pending, deque()
        for part, future in waiting:
            done = future.done() and not future.cancelled() and future.exception() is None
            if done:
                self.pending.append((part, future))
            else:
                self.submit(part)

    def _again(self, part: list[T]) -> list[R]:
        """A partition whose worker died, or that stood in a pool that broke: alone, and if need be item by item."""
        alone = self._alone(part)
        if alone is not None:
            return alone
        results: list[R] = []
        for item in part:
            found = self._alone([item])
            if found is None:
                if self.lost is None:
                    raise InstallationError(DIED)
                found = [self.lost(item, DIED)]
            results.extend(found)
        return results

    def _alone(self, part: list[T]) -> list[R] | None:
        """The results of a partition in a worker of its own, None where that dies."""
        try:
            return self._start(part, 1).result()
        except BrokenProcessPool:
            return None
        finally:
            self.stop()


def _call(function: Callable[[list[T]], Iterable[R]], part: list[T]) -> list[R]:
    return list(function(part))


def _begin_worker() -> None:
    """Ctrl-C reaches the whole group of processes: only the parent acts on it. A worker never outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Holds Ctrl-C back while a worker is born: it inherits the mask, so it never prints a traceback of its own."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # The tracker unblocks SIGINT when it first starts, so it is started before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
