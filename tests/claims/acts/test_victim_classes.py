"""Layer 6: a figure has the class of the noun that it counts, and none where it counts two kinds or nobody by a noun."""

import pytest


def counted(claims):
    return {(tally.what, tally.low, tally.victims) for claim in claims for tally in claim.tallies}


@pytest.mark.parametrize(("sentence", "told"), [
    ("Three more civilians were killed in Taiz on Monday.", ("killed", 3, "civilians")),
    ("Mortar fire in Taiz injured four other civilians.", ("wounded", 4, "civilians")),
    ("Another 12 soldiers died in the shelling of Taiz.", ("killed", 12, "military")),
    ("At least 49 civilian deaths were recorded in Taiz.", ("killed", 49, "civilians")),
    ("Ten of the 48 people killed were children.", ("killed", 10, "children")),
    ("The raid on Taiz killed 20 women and children.", ("killed", 20, "civilians")),
])
def test_the_noun_beside_a_number_tells_the_class_of_victims(claims_of, sentence, told):
    assert told in counted(claims_of(sentence))


@pytest.mark.parametrize(("sentence", "told"), [
    ("At least 70 army and opposition fighters have died.", ("killed", 70, "unknown")),
    ("A total of 40 rebels and soldiers were killed in Taiz.", ("killed", 40, "unknown")),
    ("The raid killed 13 soldiers and five others.", ("killed", 5, "unknown")),
    ("Raids hit Taiz, killing 41 mostly women and children.", ("killed", 41, "unknown")),
])
def test_two_kinds_with_one_number_and_those_without_a_noun_are_of_no_class(claims_of, sentence, told):
    assert told in counted(claims_of(sentence))


@pytest.mark.parametrize(("sentence", "told"), [
    ("Twenty army and 12 rebel fighters were killed in Taiz.", {("killed", 20, "military"), ("killed", 12, "rebels")}),
    ("Four army soldiers and two rebels were killed in Taiz.", {("killed", 4, "military"), ("killed", 2, "rebels")}),
    ("Three rebels one identified as Omar Haddad were killed in Taiz.", {("killed", 3, "rebels")}),
    ("The raid killed 40 mostly Chechen fighters.", {("killed", 40, "rebels")}),
])
def test_each_number_has_the_class_of_its_own_words(claims_of, sentence, told):
    assert counted(claims_of(sentence)) == told
