""""brokered by rebel ally Chad and government backer Egypt": two brokered it, and nobody beside them."""

import pytest


@pytest.mark.parametrize("text", [
    "The deal was brokered by rebel ally Chad and government backer Egypt.",
    "A truce brokered by rebel ally Chad and government backer Egypt collapsed.",
    "The attack forced a prisoner exchange deal brokered by rebel ally Chad and government backer Egypt to be halted.",
    "A truce between rebel ally Chad and government backer Egypt was signed.",
])
def test_two_allies_by_name_are_the_two(claims_of, text):
    claim = next(claim for claim in claims_of(text) if claim.type == "AGREE")
    assert [party.name for party in claim.initiators] == ["Chad", "Egypt"]


def test_an_ally_by_name_may_end_a_longer_list(claims_of):
    claim = next(claim for claim in claims_of("Under a deal between Sudan's allies Russia and Egypt and rebel backer Chad the town was spared.") if claim.type == "AGREE")
    assert [party.name for party in claim.initiators][-3:] == ["Russia", "Egypt", "Chad"]


@pytest.mark.parametrize(("text", "names"), [
    ("Jets of government ally Russia bombed the port.", ["Jets of government ally Russia"]),
    ("Government ally Russia bombed the port.", ["Russia"]),
    ("The port was shelled by government forces and key ally Russia.", ["government forces", "Russia"]),
    ("The port was bombed by junta ally Sudan and the rebels.", ["Sudan", "rebels"]),
])
def test_an_ally_by_name_is_no_party_beside_his_name(claims_of, text, names):
    assert [[party.name for party in claim.initiators] for claim in claims_of(text)] == [names]
