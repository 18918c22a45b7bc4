"""Speakers whose verb is lost: a monitor that ends a sentence and that nothing governs."""

import pytest


@pytest.mark.parametrize("sentence", [
    "A rocket struck the north of the city where rebels have held out since 2012 the Syrian Observatory for Human Rights.",
    "Troops killed 16 militants in a raid on Saturday near the border with Chad the UK-based opposing Syrian Observatory for Human Rights.",
])
def test_a_monitor_that_ends_a_sentence_says_what_stands_before_it(claim_of, sentence):
    assert [speaker.name for speaker in claim_of(sentence).speakers] == ["Syrian Observatory for Human Rights"]


@pytest.mark.parametrize("sentence", [
    "The raid killed nine members of the Syrian Observatory for Human Rights.",
    "Rebels attacked the Syrian Observatory for Human Rights.",
    "The raid was filmed by a group, the Syrian Observatory for Human Rights.",
])
def test_a_monitor_that_something_governs_does_not_speak(claim_of, sentence):
    assert claim_of(sentence).speakers == ()
