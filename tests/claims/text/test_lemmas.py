"""Irregular past forms are read as past forms of their verb, whatever the parser takes them for."""

import pytest


@pytest.mark.parametrize("form", ["retook", "overran", "captured"])
def test_the_past_of_a_capture_is_a_capture(claim_of, form):
    claim = claim_of(f"Rebels {form} Saraqeb on Monday.", "TERRITORY")
    assert (claim.stance, claim.when.start) == ("asserted", "2020-02-03")


def test_what_stands_in_the_dictionary_as_a_verb_is_left_alone(layers_of):
    verbs = layers_of("Guards found a tunnel.").reading.verbs
    assert [clause.predicate for clause in verbs.values()] == ["find"]
