"""Layer 5: wordings whose verb means nothing by itself."""

import pytest


@pytest.mark.parametrize(("sentence", "type_"), [
    ("The Northern Front holds Turkey directly and fully accountable for the crimes it committed in Taiz.", "TERRITORY"),
    ("Those officers are to be brought to justice, the envoy said.", "MOBILIZE"),
    ("Rebels took part in a parade.", "TERRITORY"),
    ("The ceasefire is hanging by a thread.", "ASSAULT"),
    ("The truce hangs in the balance.", "ASSAULT"),
])
def test_a_verb_that_is_half_of_an_idiom_is_no_act(claims_of, sentence, type_):
    assert [claim for claim in claims_of(sentence) if claim.type == type_] == []


@pytest.mark.parametrize(("sentence", "type_"), [
    ("Rebels hold the old town of Taiz.", "TERRITORY"),
    ("The army brought tanks to Taiz.", "MOBILIZE"),
    ("Rebels took parts of the road near Taiz.", "TERRITORY"),
    ("Four men were hanged in the square of Taiz.", "ASSAULT"),
])
def test_the_verb_without_the_idiom_is_one(claims_of, sentence, type_):
    assert type_ in {claim.type for claim in claims_of(sentence)}
