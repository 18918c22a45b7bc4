"""Whether an analyst's act may be written down, and whether it still holds."""

from __future__ import annotations

import pytest

from warledger.review import decide, objections, standing

AT = "2020-03-01T10:00:00Z"


def made(act, *subjects, second=0, **more):
    return decide(act, subjects, "analyst", f"2020-03-01T10:00:{second:02d}Z", **more)


def test_the_same_act_is_the_same_decision():
    assert made("same", "c_a", "c_b") == made("same", "c_a", "c_b")
    assert made("same", "c_a", "c_b").id != made("different", "c_a", "c_b").id


def test_a_sound_decision_meets_no_objection():
    assert objections(made("same", "c_a", "c_b"), known={"c_a", "c_b"}) == []


@pytest.mark.parametrize(("decision", "words"), [
    (made("praise", "c_a"), "is no act"),
    (made("same", "c_a"), "needs 2 different"),
    (made("different", "c_a", "c_a"), "needs 2 different"),
    (made("correct", "c_a"), "must name the field"),
    (made("reject", "c_z"), "there is no claim or incident c_z"),
    (made("reject", "c_a", undoes="d_0"), "no decision d_0 to undo"),
    (decide("reject", ["c_a"], " ", AT), "who decides"),
    (decide("reject", ["c_a"], "analyst", "2020-03-01"), "is no instant"),
])
def test_an_objection_says_what_is_missing(decision, words):
    found = objections(decision, known={"c_a", "c_b"})
    assert len(found) == 1
    assert words in found[0]


def test_a_later_word_on_the_same_pair_replaces_the_earlier():
    first, second = made("same", "c_a", "c_b"), made("different", "c_b", "c_a", second=1)
    assert [(one.holds, one.by) for one in standing([second, first])] == [(False, second.id), (True, None)]


def test_an_undone_decision_holds_no_more_and_can_be_brought_back():
    first = made("reject", "c_a")
    undo = made("reject", second=1, undoes=first.id)
    redo = made("reject", second=2, undoes=undo.id)
    assert [one.holds for one in standing([first, undo])] == [False, True]
    assert [one.holds for one in standing([first, undo, redo])] == [True, False, True]


def test_an_undoing_brings_back_what_was_replaced():
    first, second = made("same", "c_a", "c_b"), made("different", "c_a", "c_b", second=1)
    undo = made("different", second=2, undoes=second.id)
    assert [one.holds for one in standing([first, second, undo])] == [True, False, True]
