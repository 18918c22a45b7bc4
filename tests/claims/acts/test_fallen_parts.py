"""Layer 9: fighters told as a part of the fallen are no side of the fight beside them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "sides", "part"),
    [
        ("An army unit engaged with an armed rebel group near Goma, leaving many of them dead, including a sniper.", ["army unit", "armed rebel group"], "sniper"),
        ("The heavy fighting claimed the lives of 12 soldiers and 16 rebels, including an M23 commander.", ["soldiers", "rebels"], "M23 commander"),
        ("The army clashed with rebels near Goma, killing nine fighters, including two commanders.", ["army", "rebels"], "commanders"),
        ("Ten rebels, including M23 fighters, were killed in clashes with the army.", ["army", "rebels"], "M23 fighters"),
    ],
)
def test_who_is_one_of_the_fallen_is_no_side_of_his_own(claims_of, sentence, sides, part):
    fight = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert [person.name for person in fight.initiators] == sides
    assert part in [person.name for person in fight.targets]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Clashes near Goma killed 12 people, including four soldiers and eight rebels.", ["soldiers", "rebels"]),
        ("Clashes between the army and rebels, including M23, left ten dead.", ["army", "rebels", "M23"]),
    ],
)
def test_fighters_among_people_who_fell_are_the_sides(claims_of, sentence, sides):
    fight = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert [person.name for person in fight.initiators] == sides
