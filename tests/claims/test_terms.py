"""Layer 8: an ultimatum has its condition in its own words and the last day that they leave."""

import pytest


def threat(claims):
    return next(claim for claim in claims if claim.type == "THREATEN")


@pytest.mark.parametrize(
    ("sentence", "condition", "last_day"),
    [
        ("Turkey threatened to strike Syrian forces unless they withdraw from Idlib by the end of February.",
         "they withdraw from Idlib", "2020-02-29"),
        ("President Erdogan said Turkey would drive back Syrian forces if they did not withdraw by Friday.",
         "they did not withdraw", "2020-02-07"),
    ],
)
def test_condition_and_deadline_of_a_threat(claims_of, sentence, condition, last_day):
    claim = threat(claims_of(sentence))
    assert claim.condition == condition
    assert claim.deadline.end == last_day
    shown = {passage.field: passage.quote for passage in claim.passages}
    assert shown["condition"] == condition
    assert all(passage.quote == sentence[passage.start:passage.end] for passage in claim.passages)


def test_what_is_threatened_is_no_condition(claims_of):
    claim = threat(claims_of("The rebels threatened to attack Taiz."))
    assert (claim.condition, claim.deadline) == (None, None)


def test_a_threat_without_a_day_has_no_deadline(claims_of):
    claim = threat(claims_of("Turkey vowed to strike the Syrian army if its soldiers were hurt."))
    assert (claim.condition, claim.deadline) == ("its soldiers were hurt", None)


def test_without_a_publication_day_a_deadline_is_kept_unresolved(claims_of):
    text = "President Erdogan said Turkey would drive back Syrian forces if they did not withdraw by Friday."
    claim = threat(claims_of(text, None))
    assert claim.deadline is None or (claim.deadline.start, claim.deadline.end) == (None, None)


def test_what_stands_in_the_terms_of_an_ultimatum_has_not_happened(claims_of):
    claims = claims_of("The commander gave the garrison until midnight on Friday to surrender or face attack.")
    assert [(claim.type, claim.condition) for claim in claims] == [("THREATEN", "to surrender or face attack")]


@pytest.mark.parametrize(
    ("sentence", "last_day"),
    [
        ("Turkey will withdraw its troops from Idlib by the end of the month.", "2020-02-29"),
        ("The army is expected to withdraw its troops from Idlib by the end of February.", "2020-02-29"),
        ("The rebels must leave the town by Friday.", "2020-02-07"),
        ("The army plans to capture Taiz before the end of the year.", "2020-12-31"),
    ],
)
def test_what_is_to_be_done_has_the_span_and_the_deadline_that_its_words_leave(claims_of, sentence, last_day):
    claim = next(claim for claim in claims_of(sentence) if claim.stance in ("planned", "demanded"))
    assert (claim.when.start, claim.when.end) == ("2020-02-05", last_day)
    assert claim.deadline.end == last_day
    assert claim.quote("deadline") == claim.deadline.wording


def test_a_day_on_which_something_is_due_is_no_deadline(claims_of):
    claim = next(claim for claim in claims_of("The rebels will release the prisoners on Friday.") if claim.stance == "planned")
    assert (claim.when.start, claim.deadline) == ("2020-02-07", None)
