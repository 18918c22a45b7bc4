""""killed, mostly by the army and its allies and thousands have been displaced": who killed displaces nobody by that."""

import pytest


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


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The village was shelled by the army and rebels fled to the hills.", [["army"], ["rebels"]]),
        ("The camp was attacked by the army and its allies and rebels responded with mortars.", [["army", "allies"], ["rebels"]]),
        ("Four men were shot by police and bystanders were hurt in the stampede.", [["police"]]),
        ("The army killed six rebels and soldiers seized two trucks.", [["army"], ["soldiers"]]),
    ],
)
def test_the_last_of_a_list_right_before_a_finite_verb_is_its_subject(claims_of, sentence, doers):
    assert [[party.name for party in claim.initiators] for claim in claims_of(sentence)] == doers


@pytest.mark.parametrize(
    "sentence",
    ["The town was bombed by the army and militias based in the hills.", "The town was bombed by the army and militias, who have fled."],
)
def test_the_last_of_a_list_before_a_participle_or_a_relative_clause_stays_in_it(claims_of, sentence):
    assert [party.name for party in claims_of(sentence)[0].initiators] == ["army", "militias"]
