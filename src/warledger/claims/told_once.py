"""What a Reading tells of a token is told once: most layers ask the same of the same few tokens.

In: a method of a Reading that takes a token's index. Out: the same method with a memory. Decision: the memory lies in the Reading
and starts anew when its look-ups are made, so that it never outlives what it was read from; what is told cannot be changed.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

T = TypeVar("T", bound=Hashable)


class Remembering(Protocol):
    """Whatever has a memory: what each method told, by token."""

    told: dict[str, dict[int, Any]]


R = TypeVar("R", bound=Remembering)


def by_token(tell: Callable[[R, int], T]) -> Callable[[R, int], T]:
    """The method, asked once for each token."""
    name = tell.__name__

    @functools.wraps(tell)
    def remembered(reading: R, i: int) -> T:
        known = reading.told.get(name)
        if known is None:
            known = reading.told[name] = {}
        if i in known:
            told: T = known[i]
        else:
            told = known[i] = tell(reading, i)
        return told

    return remembered
