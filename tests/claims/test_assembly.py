"""Layers 9 and 10: every value of a claim has its passage or the rule that inferred it."""

import pytest

TEXTS = [
    "A Russian missile hit an apartment building in Dnipro on Sunday, killing 40 people, the mayor said.",
    "A military source told SANA that rebels shelled Aleppo on Monday.",
    "Turkey threatened to strike Syrian forces unless they withdraw from Idlib by the end of February.",
    "Strikes hit Kharkiv. Three people were killed.",
    '"Our forces captured Kupiansk," the defence ministry said. "They also destroyed three tanks near Kharkiv."',
    "Clashes between the army and the rebels killed 20 people in Goma.",
    "Foreign Minister Sergei Lavrov said relations with Turkey were at their lowest point in years.",
    '"Russia has to rethink its policies," said James Jeffrey, the US envoy for Syria.',
    "Al-Shabaab claimed responsibility for a car bombing that killed 12 people in Mogadishu.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_passage_is_the_text_itself(claims_of, text):
    claims = claims_of(text)
    assert claims
    for claim in claims:
        assert [text[p.start:p.end] for p in claim.passages] == [p.quote for p in claim.passages]


@pytest.mark.parametrize("text", TEXTS)
def test_every_value_has_a_passage_or_a_rule(claims_of, text):
    for claim in claims_of(text):
        fields = {passage.field for passage in claim.passages}
        assert {"trigger", "sentence"} <= fields
        assert ("speaker" in fields) == bool(claim.speakers)
        assert ("initiator" in fields) == bool(claim.initiators)
        assert ("target" in fields) == bool(claim.targets)
        assert claim.place is None or "place" in fields
        assert claim.when is None or "when" in fields or claim.when.inferred is not None


def test_the_trigger_comes_first_and_the_sentence_last(claim_of):
    claim = claim_of(TEXTS[0])
    assert (claim.passages[0].field, claim.passages[-1].field) == ("trigger", "sentence")
    assert claim.passages[-1].quote == TEXTS[0]


def test_words_are_at_no_place(claim_of):
    assert claim_of("Iran backs the Houthis in Yemen.", "RELATION").place is None


@pytest.mark.parametrize("sentence", ["There were injuries.", "It is a dangerous conflict."])
def test_an_outcome_of_nobody_is_no_claim(claims_of, sentence):
    assert claims_of(sentence) == []
