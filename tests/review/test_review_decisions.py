"""Whether an analyst's act may be written down, and whether it still holds."""

from __future__ import annotations

import pytest

from warledger.incidents.rulings import replay
from warledger.model import Claim
from warledger.review import correction, decide, objections, standing

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


def test_a_type_with_its_mode_is_replaced_only_when_both_were_corrected_anew():
    both = made("correct", "c_a", second=1, field="type", value={"type": "ASSAULT", "mode": "aerial"})
    mode = made("correct", "c_a", second=2, field="mode", value="drone")
    again = made("correct", "c_a", second=3, field="type", value={"type": "AGREE", "mode": None})
    assert [one.holds for one in standing([both, mode])] == [True, True]
    assert [(one.holds, one.by) for one in standing([both, mode, again])] == [(False, again.id), (False, again.id), (True, None)]


def test_two_acts_of_taking_back_do_not_replace_each_other():
    first, second = made("confirm", "c_a", second=1), made("reject", "c_b", second=2)
    undoing = [made(one.act, undoes=one.id, second=3 + at) for at, one in enumerate((first, second))]
    assert [one.holds for one in standing([first, second, *undoing])] == [False, False, True, True]


@pytest.mark.parametrize(("typed", "value"), [
    ("type=ASSAULT/aerial", {"type": "ASSAULT", "mode": "aerial"}), ("type=agree/none", {"type": "AGREE", "mode": None}),
    ("type=AGREE", {"type": "AGREE", "mode": None}), ("type=ASSAULT", "ASSAULT"),
    ('type={"type": "AGREE", "mode": "truce", "more": 1}', {"type": "AGREE", "mode": "truce"}),
])
def test_a_type_takes_its_mode_with_it(typed, value):
    claim = Claim(id="c_a", report="r_a", type="ASSAULT", mode="drone")
    assert correction(claim, typed) == ("type", value)


def test_the_last_word_holds_for_type_and_mode_each():
    log = [made("correct", "c_a", second=1, field="mode", value="drone"), made("correct", "c_a", second=2, field="type", value={"type": "ASSAULT", "mode": "aerial"})]
    assert replay(log).corrections["c_a"] == {"type": "ASSAULT", "mode": "aerial"}
    log.append(made("correct", "c_a", second=3, field="mode", value="clash"))
    assert replay(log).corrections["c_a"] == {"type": "ASSAULT", "mode": "clash"}


@pytest.mark.parametrize(("acts", "same", "different"), [
    (("same", "unsure"), False, False),
    (("different", "unsure"), False, False),
    (("same", "unsure", "different"), False, True),
    (("unsure", "same"), True, False),
])
def test_the_last_word_on_a_pair_holds_for_linking_and_for_the_log_alike(acts, same, different):
    log = [made(act, "c_a", "c_b", second=second) for second, act in enumerate(acts)]
    rulings = replay(log)
    assert (("c_a", "c_b") in rulings.same, ("c_a", "c_b") in rulings.different) == (same, different)
    holding = {one.decision.act for one in standing(log) if one.holds}
    assert holding == {acts[-1]}


def test_taking_back_a_doubt_brings_the_word_before_it_back():
    first, doubt = made("same", "c_a", "c_b"), made("unsure", "c_b", "c_a", second=1)
    undo = made("note", undoes=doubt.id, second=2)
    assert replay([first, doubt]).same == ()
    assert replay([first, doubt, undo]).same == (("c_a", "c_b"),)
    assert [one.holds for one in standing([first, doubt, undo])] == [True, False, True]
