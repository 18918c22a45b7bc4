"""Layer 4, a preposition told twice governs one place: "raids on the port and on two depots"."""

import pytest


@pytest.fixture
def attack(claims_of):
    def first(sentence):
        return next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")

    return first


def names(participants):
    return [one.name for one in participants]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Air raids on a clinic and on a bakery in Taiz killed nine people.", ["clinic", "bakery", "people"]),
        ("Gunners fired rockets at the barracks and at the market in Goma.", ["barracks", "market"]),
        ("The army launched attacks against rebels in Goma and against smugglers in Bunia.", ["rebels", "smugglers"]),
        ("The shelling caused damage to the houses and to public properties in Donetsk.", ["houses", "public properties"]),
    ],
)
def test_what_stands_behind_the_second_was_hit_too(attack, sentence, targets):
    assert names(attack(sentence).targets) == targets


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The raid was carried out by the army and by Kenyan troops.", ["army", "Kenyan troops"]),
        ("Six farmers were killed by the militia and by foreign fighters near Gao.", ["militia", "foreign fighters"]),
    ],
)
def test_who_stands_behind_the_second_did_it_too(attack, sentence, doers):
    assert names(attack(sentence).initiators) == doers


def test_the_same_preposition_of_another_clause_is_its_own(attack):
    claim = attack("Jets bombed a depot on the hill and a plane landed on an airfield near Taiz.")
    assert names(claim.targets) == ["depot"]
