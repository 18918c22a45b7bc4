"""What a Reading tells of a token is told once, and anew when its look-ups are made anew."""

from __future__ import annotations

from typing import Any

from warledger.claims.told_once import by_token


class Asked:
    """Something that is asked of tokens and counts how often it had to look."""

    def __init__(self) -> None:
        self.told: dict[str, dict[int, Any]] = {}
        self.looked: list[int] = []

    @by_token
    def doubled(self, i: int) -> int:
        """Twice the token's index."""
        self.looked.append(i)
        return 2 * i

    @by_token
    def nothing(self, i: int) -> None:
        """Tells nothing of any token."""
        self.looked.append(i)


def test_the_same_token_is_looked_at_once() -> None:
    asked = Asked()
    assert [asked.doubled(i) for i in (3, 3, 4)] == [6, 6, 8]
    assert asked.looked == [3, 4]


def test_that_nothing_is_told_is_remembered_too_and_apart_from_other_questions() -> None:
    asked = Asked()
    assert (asked.nothing(3), asked.nothing(3), asked.doubled(3)) == (None, None, 6)
    assert asked.looked == [3, 3]


def test_with_a_new_memory_it_looks_again() -> None:
    asked = Asked()
    asked.doubled(3)
    asked.told = {}
    asked.doubled(3)
    assert asked.looked == [3, 3]
