"""Layer 7: who condemns, criticises or blames somebody for an act tells of it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Aid groups have criticised the two armies for reckless attacks on villages in Taiz.", "Aid groups"),
        ("The foreign ministry decried the bombing of a school in Taiz.", "foreign ministry"),
        ("The ministry slammed the militia over the raid on Taiz.", "ministry"),
        ("The army was criticised by rights groups for reckless attacks on farms in Taiz.", "rights groups"),
        ("The governor accused the militia of responsibility for a massacre in Taiz.", "governor"),
        ("The governor talked about the atrocities of the militia in Taiz.", "governor"),
        ("UN investigators established that the militia used nerve gas in Taiz.", "UN investigators"),
        ("A contributor who lives in Taiz reported at least five air raids within an hour.", "contributor"),
    ],
)
def test_who_criticises_an_act_tells_of_it(claim_of, sentence, speaker):
    assert [mention.name for mention in claim_of(sentence).speakers] == [speaker]


def test_who_said_it_is_who_goes_on_to_blame(claims_of):
    claims = claims_of('The bombs hit two towns in Hama, state television said, blaming "terrorists" for the attacks.')
    blamed = next(claim for claim in claims if claim.type == "ASSAULT" and claim.quote("trigger") == "attacks")
    assert [mention.name for mention in blamed.speakers] == ["state television"]


def test_reports_say_in_the_middle_of_a_sentence(claims_of):
    claims = claims_of("Rebel fighters have captured the town of Harem reports say in a major offensive in Idlib.")
    assert [[mention.name for mention in claim.speakers] for claim in claims if claim.type == "TERRITORY"] == [["reports"]]


def test_a_source_at_a_command_at_the_end_of_a_sentence_speaks_and_not_the_command(claim_of):
    claim = claim_of("Gunmen targeted the village of Kirsa with mortar shells wounding a farmer and his small son a source at Aden Police Command told SANA.")
    assert [mention.name for mention in claim.speakers] == ["SANA", "source"]


def test_state_media_behind_a_headline_with_an_act_in_its_phrase_speaks(claim_of):
    claim = claim_of("The village was quiet by noon.", title="Nine women among 40 dead in Yemen market bombings state media")
    assert [mention.name for mention in claim.speakers] == ["state media"]
