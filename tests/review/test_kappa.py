"""How far two analysts agree, beyond what chance would have them agree."""

from __future__ import annotations

import pytest

from warledger.review import concords, decide
from warledger.review.kappa import concord


def answers(**counts: int) -> list[tuple[str, str]]:
    words = {"a": "confirm", "r": "reject", "u": "unsure"}
    return [(words[both[0]], words[both[1]]) for both, many in counts.items() for _turn in range(many)]


def test_kappa_of_a_worked_table() -> None:
    """20 both confirm, 15 both reject, 5 and 10 otherwise: 0.70 observed, 0.50 by chance, kappa 0.40."""
    found = concord("Ada", "Ben", answers(aa=20, ar=5, ra=10, rr=15))
    assert (found.observed, found.expected) == (pytest.approx(0.7), pytest.approx(0.5))
    assert found.kappa == pytest.approx(0.4)
    assert found.low == pytest.approx(0.4 - 1.96 * 0.1296, abs=1e-3)
    assert found.high == pytest.approx(0.4 + 1.96 * 0.1296, abs=1e-3)


def test_whoever_always_agrees_has_a_kappa_of_one_and_whoever_never_does_one_below_nought() -> None:
    assert concord("Ada", "Ben", answers(aa=6, rr=6)).kappa == 1
    assert (concord("Ada", "Ben", answers(ar=6, ra=6)).kappa or 0) < 0


def test_of_few_common_subjects_no_kappa_is_given_and_the_reason_is() -> None:
    found = concord("Ada", "Ben", answers(aa=5, rr=4))
    assert found.kappa is None
    assert "9 common subjects" in (found.why or "")


def test_where_both_always_say_the_same_there_is_nothing_to_tell_from_chance() -> None:
    found = concord("Ada", "Ben", answers(aa=30))
    assert found.kappa is None
    assert "both said confirm every time" in (found.why or "")


def test_the_last_word_counts_that_nobody_took_back() -> None:
    first = decide("confirm", ["i_1"], "Ada", "2020-02-05T10:00:00Z")
    second = decide("reject", ["i_1"], "Ada", "2020-02-05T11:00:00Z")
    other = decide("reject", ["i_1"], "Ben", "2020-02-05T12:00:00Z")
    undo = decide("reject", [], "Ada", "2020-02-05T13:00:00Z", undoes=second.id)
    assert concords([first, second, other])[0].table == (("reject", "reject", 1),)
    assert concords([first, second, other, undo])[0].table == (("confirm", "reject", 1),)


def test_a_pair_is_the_same_subject_in_either_order_and_notes_are_no_answer() -> None:
    log = [decide("same", ["i_1", "i_2"], "Ada", "2020-02-05T10:00:00Z"), decide("different", ["i_2", "i_1"], "Ben", "2020-02-05T11:00:00Z"),
           decide("note", ["i_1"], "Ada", "2020-02-05T12:00:00Z", why="see"), decide("confirm", ["i_1"], "Ben", "2020-02-05T13:00:00Z")]
    (found,) = concords(log)
    assert (found.one, found.other, found.subjects, found.table) == ("Ada", "Ben", 1, (("same", "different", 1),))
