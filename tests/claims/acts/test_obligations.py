"""Layer 5: what somebody says that another must do is asked of them."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "France said that Iraq must answer all questions.",
        "France said Iraq should answer all questions.",
        "Iraq must answer all questions, France said.",
        "France said that Iraq has to answer all questions.",
        "France said Iraq needs to answer all questions.",
    ],
)
def test_who_says_that_another_must_asks_it_of_them(claim_of, sentence) -> None:
    claim = claim_of(sentence, "REQUEST")
    assert [one.name for one in claim.initiators] == ["France"]
    assert [one.name for one in claim.targets] == ["Iraq"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Iraq must answer all questions.",  # the report's own view is nobody's request
        "France said that the questions must wait.",
        "France said that Iraq must be happy.",
        "France said that Iraq should not answer.",
    ],
)
def test_no_request_without_somebody_who_says_and_somebody_who_must_act(claims_of, sentence) -> None:
    assert [claim for claim in claims_of(sentence) if claim.type == "REQUEST"] == []


def test_what_is_asked_is_no_act_beside_the_request(claims_of) -> None:
    assert {claim.type for claim in claims_of("Russia said that Sudan must withdraw its troops.")} == {"REQUEST"}
