""""two trucks, an ammunition depot and three tanks": a list, all of which was destroyed, though the parse makes the depot what the trucks are."""

import pytest


@pytest.mark.parametrize(("sentence", "hit"), [
    ("The raids resulted in destroying two trucks, an ammunition depot in the town and three tanks.", ["trucks", "ammunition depot", "tanks"]),
    ("The operation resulted in destroying a machinegun in Khost, an ammunition depot and four vehicles.", ["machinegun", "ammunition depot", "vehicles"]),
    ("The army destroyed two trucks, an ammunition depot and three tanks in Mekelle.", ["trucks", "ammunition depot", "tanks"]),
])
def test_all_of_a_list_is_hit(claims_of, sentence, hit):
    [claim] = claims_of(sentence)
    assert [party.name for party in claim.targets] == hit


def test_what_a_thing_is_stays_beside_it(claims_of):
    [claim] = claims_of("Shells hit the Al-Amal hospital, a clinic for children.")
    assert [party.name for party in claim.targets] == ["Al-Amal hospital"]
