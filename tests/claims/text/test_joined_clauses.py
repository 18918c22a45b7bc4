""""killed, mostly by the army and its allies and thousands have been displaced": who killed displaces nobody by that."""


def test_a_second_passive_has_its_own_subject_and_the_first_its_doers(claims_of):
    claims = claims_of("According to two charities, tens of thousands of civilians have been killed in this war, mostly by the junta and its "
                       "powerful allies and millions were displaced both inside and outside Yemen.")
    killed = next(claim for claim in claims if claim.type == "ASSAULT")
    displaced = next(claim for claim in claims if claim.type == "DISPLACEMENT")
    assert [party.name for party in killed.initiators] == ["junta", "powerful allies"]
    assert all(party.name not in ("junta", "powerful allies") for party in displaced.initiators)
    assert [tally.low for tally in displaced.tallies] == [2000000]


def test_two_passives_of_one_subject_keep_their_doers(claims_of):
    claims = claims_of("The town was shelled by the army and its allies and has been besieged by the rebels.")
    assert [[party.name for party in claim.initiators] for claim in claims] == [["army", "allies"], ["rebels"]]
