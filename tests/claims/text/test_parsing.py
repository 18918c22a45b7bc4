"""Layer 2: where a sentence of the parse starts."""


def test_a_word_in_lower_case_right_behind_another_opens_no_sentence(claims_of):
    claim = claims_of("News of the day\n\nM23 rebels attacked Goma on Monday, killing four soldiers.")[0]
    assert [who.name for who in claim.initiators] == ["M23 rebels"]
