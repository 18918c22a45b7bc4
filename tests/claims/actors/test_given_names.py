"""A description goes by the name that the text gives it in the same breath."""

from __future__ import annotations

import pytest


def doers(claim):
    return [participant.name for participant in claim.initiators]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A Tuareg-led coalition known as the CMA attacked the base at Kidal.", "CMA"),
        ("A militia known as the Zintan Brigade attacked the airport of Tripoli.", "Zintan Brigade"),
        ("An alliance of rebel groups known as the Northern Front attacked the base at Kidal.", "Northern Front"),
        ("An Iraqi militia, also known as Asaib Ahl al-Haq, attacked the base at Taji.", "Asaib Ahl al-Haq"),
    ],
)
def test_a_description_is_told_under_the_name_behind_it(claim_of, sentence, name):
    assert doers(claim_of(sentence)) == [name]


def test_whom_we_list_by_that_name_it_is(claim_of):
    assert claim_of("An Iraqi militia called Asaib Ahl al-Haq attacked the base at Taji.").initiators[0].actor == "group.aah"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A rebel called Omar Haddad attacked the base at Kidal.", "rebel"),
        ("Rebels called the army cowards and attacked the base at Kidal.", "Rebels"),
        ("The militants from the groups known as Ansar Dine and the CMA attacked the base at Kidal.", "militants from the groups"),
    ],
)
def test_a_person_an_opinion_and_several_names_rename_nobody(claim_of, sentence, name):
    assert doers(claim_of(sentence))[:1] == [name]
