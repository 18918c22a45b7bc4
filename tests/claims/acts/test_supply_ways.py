"""Roads and routes that an army cuts, blocks or reopens are acts on the ground; borders, wires and what police close are measures."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The rebels cut the road to Gao on Friday.", ["rebels"]),
        ("Government troops blocked the highway between Taiz and Aden.", ["Government troops"]),
        ("The supply route to Goma was severed by the militia.", ["militia"]),
        ("The only route out of Taiz has been cut after fierce fighting.", []),
        ("Fighters launched an assault to reopen the highway to Kidal.", ["Fighters"]),
        ("Two soldiers died in a failed bid to reopen the supply route into Tigray.", ["soldiers"]),
    ],
)
def test_who_cuts_or_reopens_a_way_of_supply_acts_on_the_ground(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert [who.name for who in claim.initiators] == doers
    assert not any(claim.type in ("COERCE", "RETREAT") for claim in claims_of(sentence))


def test_whose_line_is_cut_is_hit_by_it(claims_of):
    claim = next(claim for claim in claims_of("Troops launched an offensive aimed at cutting rebel supply roads to the port.") if claim.type == "TERRITORY")
    assert [who.name for who in claim.targets] == ["rebel"]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The police closed the road to the airport in Nairobi.", "COERCE"),
        ("The government closed the border with Chad.", "COERCE"),
        ("The militia cut phone lines in the town of Goma.", "COERCE"),
        ("Protesters blocked the road to Conakry.", "PROTEST"),
        ("The government reopened the border with Uganda.", "RETREAT"),
    ],
)
def test_a_measure_or_a_protest_is_none(claims_of, sentence, type_):
    assert [claim.type for claim in claims_of(sentence)] == [type_]
