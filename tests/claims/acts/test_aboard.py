"""Layer 9: those with whom a vehicle was filled, or whom it carried, were hit with it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The army destroyed a vehicle loaded with rebels in Juba.", ["vehicle", "rebels"]),
        ("The drone hit a truck carrying fighters near Juba.", ["truck", "fighters"]),
        ("Warplanes bombed a bus transporting rebels and two clerics near Mocoa.", ["bus", "rebels", "clerics"]),
        ("A roadside bomb struck a bus carrying pilgrims in Kirkuk, killing nine.", ["bus", "pilgrims"]),
        ("Rebels shot down a helicopter carrying troops over Grozny.", ["helicopter", "troops"]),
    ],
)
def test_who_was_aboard_was_hit(claims_of, sentence, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [who.name for who in claim.targets] == targets
    assert not any(who.inferred for who in claim.targets)


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Shells hit a convoy carrying food for displaced families near Bor.", ["convoy"]),
        ("The militia burned a truck loaded with grain in Bor.", ["truck"]),
        ("A car carrying two gunmen attacked the police post in Tripoli.", ["police post"]),
    ],
)
def test_what_was_aboard_is_nobody(claims_of, sentence, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [who.name for who in claim.targets] == targets
