""""an assault southwest of the city": an assault is repelled, no southwest."""

import pytest


@pytest.mark.parametrize(("text", "initiators"), [
    ("The army launched an attack southwest of the city of Taiz.", ["army"]),
    ("Ten soldiers were killed in a rebel attack northwest of the capital.", ["rebel"]),
    ("The militia staged an ambush north of the town.", ["militia"]),
])
def test_an_act_is_told_beside_where_it_was(claims_of, text, initiators):
    claims = [claim for claim in claims_of(text) if claim.type == "ASSAULT"]
    assert [[party.name for party in claim.initiators] for claim in claims] == [initiators]


def test_whoever_is_repelled_is_told_beside_where_it_was(claims_of):
    claim = claims_of("The army repelled a renewed rebel assault southwest of the city of Taiz on Monday.")[0]
    assert [party.name for party in claim.initiators] == ["army"]
    assert [party.name for party in claim.targets] == ["rebel"]


def test_a_point_of_the_compass_by_itself_stays_one(claims_of):
    claims = claims_of("The army bombed the north of the country.")
    assert [[party.name for party in claim.initiators] for claim in claims] == [["army"]]
