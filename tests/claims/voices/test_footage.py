"""Footage: what pictures show is the word of whoever gave them out."""

import pytest


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("The footage shows air strikes on the rebel base near Goma.", ["footage"]),
    ("A video released on Friday by the army media centre shows heavy fighting between troops and rebels in Goma.", ["army media centre"]),
    ("Activists posted clips and pictures showing parts of cluster bombs used in air strikes on Kadugli.", ["Activists"]),
    ("The militia has posted online a new video showing the murder of two villagers.", ["militia"]),
    ("Pictures taken by residents showed bodies of villagers killed in the raid.", ["residents"]),
])
def test_what_pictures_show_is_told_by_whoever_gave_them_out(claims_of, sentence, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize("sentence", [
    "The general showed no interest in the fighting near Goma.",
    "The raid on Goma showed the weakness of the army.",
    "Rebels released a soldier captured in a raid on Goma.",
])
def test_what_is_shown_otherwise_is_nobodys_word(claims_of, sentence):
    assert all(not claim.speakers for claim in claims_of(sentence) if claim.type == "ASSAULT")


def test_no_picture_goes_on_as_he(claims_of):
    claims = claims_of("Omar Haddad said the army shelled the port. A video showed air strikes on the town. He said jets had bombed the market.")
    assert [speaker.name for speaker in claims[-1].speakers] == ["Omar Haddad"]


def test_pictures_on_somebodys_page_are_his(claims_of):
    claims = claims_of("Pictures on the Yemeni Red Crescent's Facebook page showed an ambulance damaged by the shelling of Taiz.")
    assert [speaker.name for claim in claims for speaker in claim.speakers] == ["Yemeni Red Crescent"]
    assert [speaker.name for claim in claims_of("Pictures of the port showed damage from the raid.") for speaker in claim.speakers] == ["Pictures"]
