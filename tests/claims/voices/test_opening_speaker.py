"""Who opens a sentence and is described up to his verb of saying."""

import pytest


def chain(claim):
    return [speaker.name for speaker in claim.speakers]


@pytest.mark.parametrize(("text", "speakers"), [
    ("Rima a 31-year-old nurse living in Taiz said gunmen shelled the harbour of Aden on Monday.", ["Rima"]),
    ("\"Gunmen have shelled the old harbour again this morning\" Walid Qadri of the Taiz based Nour opposition group told Reuters.",
     ["Reuters", "Walid Qadri"]),
])
def test_who_opens_speaks_and_not_who_stands_in_what_describes_him(claims_of, text, speakers):
    assert next(chain(claim) for claim in claims_of(text) if claim.type == "ASSAULT") == speakers


@pytest.mark.parametrize("text", [
    "The bomber who was targeting a convoy killed five guards in Aden, the Interior Ministry said.",
    "The villagers who fled from Taiz were shelled by rebels the army said.",
])
def test_of_whom_a_sentence_tells_does_not_say_it(claims_of, text):
    assert all(chain(claim)[-1:] in (["Interior Ministry"], ["army"]) for claim in claims_of(text) if claim.type == "ASSAULT")


def test_a_person_described_by_his_office_condemns_a_raid_by_his_name(claim_of):
    claim = claim_of("Hala Sabbagh head of the women's committee in Homs condemned the shelling of the market.")
    assert [speaker.name for speaker in claim.speakers] == ["Hala Sabbagh"]


@pytest.mark.parametrize(("text", "speakers"), [
    ("Haddad speaking in Geneva after talks with his Yemeni counterpart Walid Qadri said gunmen had shelled Aden.", ["Haddad"]),
    ("Two villagers interviewed said mortar shells were fired at the harbour.", ["villagers"]),
])
def test_whoever_is_with_the_speaker_or_asks_him_does_not_say_it(claims_of, text, speakers):
    assert next(chain(claim) for claim in claims_of(text) if claim.type == "ASSAULT") == speakers


def test_where_a_speaker_has_his_sources_does_not_speak(layers_of):
    layers = layers_of("The bombing began at noon. The Observatory which gathers news from many helpers inside Syria said on Monday that 30 farmers died "
                       "in air strikes on Idlib.")
    assert {mention.name for item in layers.voices.attributions for mention in item.speakers} == {"Observatory"}


def test_two_who_open_a_sentence_both_speak(claim_of):
    claim = claim_of("The mayor of Taiz and the rescue workers said gunmen shelled the harbour of Aden on Monday.")
    assert len(chain(claim)) == 2


@pytest.mark.parametrize(("text", "speakers"), [
    ("A network of local doctors, the Sudan Doctors Network in Khartoum said nine people were killed in shelling of Omdurman.", ["Sudan Doctors Network"]),
    ("A monitoring group with sources in Khartoum said troops had shelled Omdurman.", ["monitoring group"]),
])
def test_the_name_behind_what_describes_it_speaks(claims_of, text, speakers):
    assert next(chain(claim) for claim in claims_of(text) if claim.type == "ASSAULT") == speakers
