"""Layer 7: a quoted position that is no act is a statement; what holds an act is none."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "speaker", "said"),
    [
        ('"This war cannot be won by either side and must end soon," the envoy said.', "envoy",
         "This war cannot be won by either side and must end soon"),
        ("Foreign Minister Sergei Lavrov said relations with Turkey were at their lowest point in years.",
         "Sergei Lavrov", "relations with Turkey were at their lowest point in years"),
    ],
)
def test_a_position_is_a_statement_of_its_speaker(claims_of, sentence, speaker, said):
    claims = claims_of(sentence)
    assert [(claim.type, claim.stance) for claim in claims] == [("STATEMENT", "asserted")]
    assert claims[0].speakers[-1].name == speaker
    assert claims[0].quote("trigger") == said


def test_who_it_is_about_is_its_target(claim_of):
    claim = claim_of("Foreign Minister Sergei Lavrov said relations with Turkey were at their lowest point in years.",
                     "STATEMENT")
    assert [p.country for p in claim.targets] == ["TUR"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army said rebels killed four soldiers in Marib.",
        '"Our forces captured the town of Kupiansk," the defence ministry said.',
        "Residents said the price of bread had doubled in a month.",
    ],
)
def test_an_act_or_the_word_of_people_at_large_is_no_statement(claims_of, sentence):
    assert [claim.type for claim in claims_of(sentence) if claim.type == "STATEMENT"] == []
