"""Who only brokers a deal did not make it, where those who did are told."""

import pytest


@pytest.mark.parametrize(("text", "who"), [
    ("A ceasefire brokered by Qatar between the government of Chad and rebel groups came into force.", ["government of Chad", "rebel groups"]),
    ("Mediators from Egypt and Qatar have brokered a deal between Israel and Hamas.", ["Israel", "Hamas"]),
    ("Kyiv and Moscow swapped 200 prisoners in a deal mediated by the United Arab Emirates.", ["Kyiv", "Moscow"]),
    ("The army and the rebels exchanged 20 prisoners.", ["army", "rebels"]),
])
def test_those_who_made_it(claim_of, text, who):
    assert [party.name for party in claim_of(text, "AGREE").initiators] == who


def test_of_a_deal_without_parties_those_who_brokered_it_are_all_that_is_known(claim_of):
    claim = claim_of("A truce brokered by Russia and Turkey collapsed on Monday.", "AGREE")
    assert [party.name for party in claim.initiators] == ["Russia", "Turkey"]


def test_who_brokers_beside_a_backer_of_one_side_is_known_as_well(claim_of):
    claim = claim_of("Thousands are to leave under the deal brokered by rebel backer Kenya and regime ally Egypt.", "AGREE")
    assert [party.name for party in claim.initiators] == ["Kenya", "Egypt"]
