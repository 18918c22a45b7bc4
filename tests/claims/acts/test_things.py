"""Layer 9, things that were hit, by their own words."""

import pytest


def names(claim):
    return [target.name for target in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Jets bombed a residential area of Goma.", ["residential area"]),
        ("Jets pounded M23 strongholds near Goma.", ["M23 strongholds"]),
        ("The army has shelled hospitals marketplaces and civilian areas in Taiz.", ["hospitals", "marketplaces", "civilian areas"]),
        ("The junta launched a violent crackdown against a protest movement.", ["protest movement"]),
    ],
)
def test_a_thing_goes_by_its_noun_with_what_tells_it_apart(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.targets)) == targets


@pytest.mark.parametrize(
    "sentence",
    [
        "Jets bombed several locations in Kachin State.",
        "Mortar fire hit the northern part of Goma.",
        "Rebels took Goma. On Monday the army shelled the town.",
    ],
)
def test_ground_of_which_nothing_is_told_is_where_it_was(claims_of, sentence):
    assert all(claim.targets == () for claim in claims_of(sentence) if claim.type == "ASSAULT")


def test_what_a_group_holds_keeps_the_groups_name_and_no_adverb(claims_of):
    found = [who.name for claim in claims_of("Jets bombed mainly rebel-held villages. Coalition raids targeting mainly IS-held areas in the east have killed ten men.")
             for who in claim.targets]
    assert "rebel-held villages" in found
    assert "IS-held areas" in found
