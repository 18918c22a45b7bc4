"""Layer 5: the owner of a murder or an arrest is whom it befell, unless he bears arms."""

import pytest


def sides(claims, type_):
    return [([who.name for who in claim.initiators], [who.name for who in claim.targets]) for claim in claims if claim.type == type_]


@pytest.mark.parametrize(
    ("sentence", "type_", "initiators", "targets"),
    [
        ("The mayor's assassination by gunmen shocked Jos.", "ASSAULT", ["gunmen"], ["mayor"]),
        ("Traders in Jos protested against the teacher's murder.", "ASSAULT", [], ["teacher"]),
        ("The farmers' arrest by police angered Jos.", "COERCE", ["police"], ["farmers"]),
        ("The army's killing of two farmers angered Jos.", "ASSAULT", ["army"], ["farmers"]),
    ],
)
def test_whose_murder_or_arrest_it_was(claims_of, sentence, type_, initiators, targets):
    assert sides(claims_of(sentence), type_) == [(initiators, targets)]


def test_the_armed_own_what_they_did(claims_of):
    assert all("rebels" not in targets for _, targets in sides(claims_of("The rebels' killings in Jos angered traders."), "ASSAULT"))


@pytest.mark.parametrize(("sentence", "initiators", "targets"), [
    ("The shelling of the Houthi militia on the camp killed nine people.", ["Houthi militia"], ["camp", "people"]),
    ("The bombing of rebels on Monday killed nine people.", [], ["rebels", "people"]),
])
def test_whose_shelling_it_was_that_fell_on_others(claims_of, sentence, initiators, targets):
    assert sides(claims_of(sentence), "ASSAULT") == [(initiators, targets)]


@pytest.mark.parametrize("sentence", ["Thursday's executions took place in Jos.", "Last week's massacre took place in Jos.", "Friday's assassination shocked Jos."])
def test_a_time_that_owns_a_murder_suffers_nothing(claims_of, sentence):
    assert sides(claims_of(sentence), "ASSAULT") == [([], [])]


def test_who_is_one_person_did_the_massacres_that_are_told_of_him(claims_of):
    claim, = (claim for claim in claims_of("They defend the people of Darfur against the massacres of Bashir and the RSF.") if claim.type == "ASSAULT")
    assert [who.name for who in claim.initiators] == ["Bashir", "RSF"]
    assert claim.tallies == ()


def test_who_is_massacred_with_others_did_not_do_it(claims_of):
    assert sides(claims_of("The massacre of Juma Okello and five monks shocked Jos."), "ASSAULT")[0][0] == []


@pytest.mark.parametrize(("sentence", "initiators", "targets"), [
    ("Villagers spoke of the shelling of the junta and Russian warplanes.", ["junta", "Russian warplanes"], []),
    ("They fled the bombardment of Saudi jets.", ["Saudi jets"], []),
    ("The bombardment of rebels went on for hours.", [], ["rebels"]),
])
def test_aircraft_of_a_party_behind_fire_from_afar_opened_it(claims_of, sentence, initiators, targets):
    assert sides(claims_of(sentence), "ASSAULT") == [(initiators, targets)]
