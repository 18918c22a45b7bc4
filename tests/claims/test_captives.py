"""Layer 3: a name that is captured is a person's where the sentence says more of whom it is."""

import pytest

PERSONS = [
    ("Belkadem was captured in May and jailed for life.", "Belkadem"),
    ("Belkadem, 31, was captured last year by Malian troops.", "Belkadem"),
    ("Belkadem, who studied in Lyon, was captured near Kidal.", "Belkadem"),
    ("Belkadem was captured in Nairobi on Tuesday.", "Belkadem"),
    ("Belkadem was captured at a checkpoint in Kenya on Tuesday.", "Belkadem"),
    ("Belkadem was captured as he slept in a farmhouse.", "Belkadem"),
    ("Colombian police captured Belkadem on Monday.", "Belkadem"),
    ("Soldiers captured Arroyave on Monday along with two gunmen.", "Arroyave"),
]


@pytest.mark.parametrize(("sentence", "name"), PERSONS)
def test_who_is_told_to_be_a_person_is_arrested_and_one(claims_of, sentence, name):
    claims = [claim for claim in claims_of(sentence) if claim.type in ("COERCE", "TERRITORY")]
    assert [(claim.type, [target.name for target in claim.targets]) for claim in claims] == [("COERCE", [name])]
    assert [(tally.what, tally.low, tally.high) for tally in claims[0].tallies][:1] == [("detained", 1, 1)]


@pytest.mark.parametrize("sentence", [
    "Rutshuru was captured by rebels in May.",
    "Rebels captured Rutshuru in May and killed four policemen.",
    "Kupiansk was captured by the army with light losses.",
    "The army captured the town of Belkadem in May.",
    "The army captured Tal Belkadem in May.",
    "The brigade stormed and captured Nadir Saghira on Monday.",
    "The army wants to capture Belkadoun from the Islamist rebels who hold it.",
])
def test_a_town_is_taken_and_nobody_arrested(claims_of, sentence):
    assert {claim.type for claim in claims_of(sentence)} & {"COERCE", "TERRITORY"} == {"TERRITORY"}
