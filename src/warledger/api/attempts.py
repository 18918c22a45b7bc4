"""How often somebody may try a password: a few failures in a while, by name and by address.

In: who tries, from where. Out: how long to wait, or nothing. Decision: the failures for a name are counted for each address apart, so that
nobody can lock somebody else out from afar by guessing badly; those of an address, and those for a name from everywhere, have higher bounds.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import deque
from collections.abc import Callable

WINDOW_S = 15 * 60
OF_A_NAME_HERE = 5
OF_AN_ADDRESS = 30
OF_A_NAME = 100
# So many keys are remembered; beyond it the oldest are forgotten, so that guessing cannot fill the memory.
MOST_KEYS = 20_000
# Whoever has one address of the new kind has this whole net of them.
NET_BITS = 64

Key = tuple[str, str]


class Attempts:
    """The failures of the last while. For any number of threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures: dict[Key, deque[float]] = {}

    def wait(self, name: str, address: str) -> int:
        """For how many seconds no attempt will be looked at; 0 where one may be made. It is counted as a failure until `succeeded` says otherwise."""
        now = self._clock()
        with self._lock:
            waits = [self._wait(key, most, now) for key, most in _bounds(name, address)]
            if not any(waits):
                for key, _most in _bounds(name, address):
                    self._failures.setdefault(key, deque()).append(now)
                while len(self._failures) > MOST_KEYS:
                    del self._failures[next(iter(self._failures))]
            return max(waits)

    def succeeded(self, name: str, address: str) -> None:
        """The last attempt was right: those before it for the name from here are forgotten, and it was no failure of the address."""
        with self._lock:
            for turn, (key, _most) in enumerate(_bounds(name, address)):
                if turn == 0:
                    self._failures.pop(key, None)
                elif self._failures.get(key):
                    self._failures[key].pop()

    def _wait(self, key: Key, most: int, now: float) -> int:
        failures = self._failures.get(key)
        if failures is None:
            return 0
        while failures and failures[0] <= now - WINDOW_S:
            failures.popleft()
        if not failures:
            del self._failures[key]
        return int(failures[-most] + WINDOW_S - now) + 1 if len(failures) >= most else 0


def _bounds(name: str, address: str) -> tuple[tuple[Key, int], ...]:
    net = _net(address)
    return ((name, net), OF_A_NAME_HERE), (("", net), OF_AN_ADDRESS), ((name, ""), OF_A_NAME)


def _net(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, NET_BITS), strict=False))
    return str(found)
