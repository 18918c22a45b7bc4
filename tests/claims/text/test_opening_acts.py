"""An act that opens its sentence is a noun: who tells of it at the end did not commit it."""

import pytest


@pytest.mark.parametrize(("text", "who", "speaker"), [
    ("Shelling wounded two soldiers, Yerevan said.", [], "Yerevan"),
    ("Shelling by rebels wounded two soldiers, Kyiv said.", ["rebels"], "Kyiv"),
    ("Shelling hit a school in Donetsk on Friday, Kyiv said.", [], "Kyiv"),
    ("Shelling killed three people in Aden, the army said.", [], "army"),
])
def test_the_act_is_told_by_who_speaks_and_done_by_whose_it_is(claim_of, text, who, speaker):
    claim = claim_of(text)
    assert [party.name for party in claim.initiators] == who
    assert [one.name for one in claim.speakers] == [speaker]


def test_an_act_with_an_object_stays_what_its_subject_does(claim_of):
    assert [party.name for party in claim_of("Shelling the town of Kutum, rebels killed two people.").initiators] == ["rebels"]
