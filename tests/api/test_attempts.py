"""Guessing passwords is slow, for one name, from one address, and from everywhere; and nobody can lock somebody else out from afar."""

from __future__ import annotations

from warledger.api import attempts
from warledger.api.attempts import Attempts


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_after_a_few_failures_a_name_has_to_wait_until_the_first_is_long_past() -> None:
    clock = Clock()
    guesses = Attempts(clock)
    assert [guesses.wait("ada", "192.0.2.1") for _ in range(attempts.OF_A_NAME_HERE)] == [0] * attempts.OF_A_NAME_HERE
    assert guesses.wait("ada", "192.0.2.1") == attempts.WINDOW_S + 1
    clock.now = attempts.WINDOW_S + 1
    assert guesses.wait("ada", "192.0.2.1") == 0


def test_nobody_is_locked_out_by_failures_elsewhere() -> None:
    guesses = Attempts(Clock())
    for _ in range(50):
        guesses.wait("ada", "192.0.2.1")
    assert guesses.wait("ada", "198.51.100.7") == 0


def test_a_success_is_no_failure() -> None:
    guesses = Attempts(Clock())
    for _ in range(3 * attempts.OF_AN_ADDRESS):
        assert guesses.wait("ada", "192.0.2.1") == 0
        guesses.succeeded("ada", "192.0.2.1")


def test_many_names_from_one_net_are_one_guesser() -> None:
    guesses = Attempts(Clock())
    waits = [guesses.wait(f"user{n}", f"2001:db8::{n:x}") for n in range(attempts.OF_AN_ADDRESS + 1)]
    assert waits[-1] > 0
    assert not any(waits[:-1])


def test_one_name_from_many_addresses_is_bounded_too() -> None:
    guesses = Attempts(Clock())
    waits = [guesses.wait("ada", f"10.0.{n}.1") for n in range(attempts.OF_A_NAME + 1)]
    assert waits[-1] > 0


def test_guessing_cannot_fill_the_memory() -> None:
    guesses = Attempts(Clock())
    for n in range(attempts.MOST_KEYS):
        guesses.wait(f"user{n}", f"10.{n % 250}.{n // 250 % 250}.{n // 62500}")
    assert len(guesses._failures) <= attempts.MOST_KEYS
